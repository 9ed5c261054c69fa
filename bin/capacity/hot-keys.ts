import { partitions } from '#table';
import type { Asked } from './asked.ts';
import type { Load } from './load.ts';
import { quotas } from './quotas.ts';

/**
 * Partitions that many events write, and how many units each event costs one of them: from the
 * writes of the code that is named. Rows under a worker's own key are no matter.
 */
type HotKey = Readonly<{
  key: string;
  event: keyof Load | 'batches' | 'confirmed';
  units: number;
  /** Into how many partitions the code spreads them. */
  pieces: number;
  from: string;
}>;

const recorded = partitions.recorded('2026-12-15').length;

const hotKeys: readonly HotKey[] = [
  // A slice and the month's money in one transaction for ten texts.
  { key: 'RUN#<zone>#<date>', event: 'batches', units: 2, pieces: 1, from: 'slice-store.ts' },
  { key: 'BUDGET#<month>', event: 'batches', units: 2, pieces: 1, from: 'slice-store.ts' },
  { key: 'PACE#<second>', event: 'batches', units: 1, pieces: 1, from: 'sms-rate-limit.ts' },
  {
    key: 'RECORDED#<day>',
    event: 'payments',
    units: 2,
    pieces: recorded,
    from: 'payment-writes.ts',
  },
  { key: 'CONFIRM#<zone>', event: 'confirmed', units: 2, pieces: 1, from: 'payment-writes.ts' },
];

export type KeyLoad = Readonly<{
  key: string;
  unitsPerSecond: number;
  pieces: number;
  needed: number;
}>;

export function keyLoads(asked: Asked, load: Load): readonly KeyLoad[] {
  const perSecond = {
    batches: load.texts.second / 10,
    confirmed: load.payments.second * asked.confirmed,
  };
  return hotKeys.map(({ key, event, units, pieces }) => {
    const events =
      event === 'batches' || event === 'confirmed' ? perSecond[event] : load[event].second;
    const unitsPerSecond = units * events;
    const needed = Math.max(1, Math.ceil(unitsPerSecond / quotas.writeUnitsOfPartition));
    return { key, unitsPerSecond, pieces, needed };
  });
}

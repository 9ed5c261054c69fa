import { shares } from '#local/simulation/habits';
import { partitions } from '#table';
import type { Asked } from './asked.ts';
import type { Load } from './load.ts';
import { quotas } from './quotas.ts';

/**
 * Partitions that many events write, and how many units each event costs one of them;
 * docs/how-data-flows.md says how often each is written. Rows under a worker's own key are no
 * matter.
 */
type HotKey = Readonly<{
  key: string;
  event: keyof Load | 'batches' | 'confirmed';
  units: number;
  /** Into how many partitions the code spreads them. */
  pieces: number | 'shards';
}>;

const hotKeys: readonly HotKey[] = [
  // A slice is written once for ten texts. It reserves money for many such batches at once, so the
  // budget of the month is no matter.
  { key: 'RUN#<zone>#<date>', event: 'batches', units: 2, pieces: 1 },
  { key: 'PACE#<second>', event: 'batches', units: 1, pieces: 1 },
  {
    ...{ key: 'RECORDED#<day>#<piece>', event: 'payments', units: 2 },
    pieces: partitions.recorded('2026-12-15').length,
  },
  {
    ...{ key: 'ATTENTION#undelivered#<piece>', event: 'receipts', units: 2 * shares.undelivered },
    pieces: partitions.attention('undelivered').length,
  },
  { key: 'CONFIRM#<zone>#<shard>', event: 'confirmed', units: 2, pieces: 'shards' },
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
    const spread = pieces === 'shards' ? asked.stage.settings.shards : pieces;
    return { key, unitsPerSecond, pieces: spread, needed };
  });
}

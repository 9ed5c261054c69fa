import type { AttentionKind } from '#flows/attention/attention-store';
import type { PageId } from '../shared/addresses.ts';
import { useRead } from '../shared/reading.ts';

export type Kind = AttentionKind | 'dead-letter';

/** An item counts as one, a slice as whom it missed, a dead-letter queue as its messages. */
export type Counted = Readonly<{ kind: Kind; workers: number; isAll: boolean }>;

export const pageOf = {
  unknown: 'attention',
  failed: 'attention',
  missed: 'attention',
  undelivered: 'attention',
  unmatched: 'payments',
  flagged: 'payments',
  'dead-letter': 'attention',
} as const satisfies Record<Kind, PageId>;

export const useCounted = () =>
  useRead<Readonly<{ items: readonly Counted[] }>>('/api/attention/totals');

import { useQueries } from '@tanstack/react-query';
import type { AttentionKind } from '#flows/attention/attention-store';
import type { PageId } from '../shared/addresses.ts';
import type { ApiError } from '../shared/api.ts';
import { useApi } from '../shared/api-context.ts';
import { kinds } from './today-attention.tsx';

type Listed = Readonly<{ items: readonly Readonly<{ count?: number }>[]; next?: string }>;

export type Kind = AttentionKind | 'dead-letter';

export type Counted = Readonly<{ kind: Kind; count: number; more: boolean }>;

export const pageOf = {
  unknown: 'attention',
  failed: 'attention',
  missed: 'attention',
  undelivered: 'attention',
  unmatched: 'payments',
  flagged: 'payments',
  'dead-letter': 'attention',
} as const satisfies Record<Kind, PageId>;

/** An item counts as one, a slice as whom it missed, a dead-letter queue as its messages. */
const sizeOf = ({ items }: Listed): number => items.reduce((sum, { count = 1 }) => sum + count, 0);

/** One call per kind, combined: all of them arrived, or the first failure. */
export function useCounted() {
  const api = useApi();
  const queries = useQueries({
    queries: kinds.map((kind) => {
      const path = `/api/attention?kind=${kind}`;
      return { queryKey: [path], queryFn: () => api.call<Listed>({ method: 'GET', path }) };
    }),
  });
  const counts = queries.flatMap(({ data }, at) => {
    const kind = kinds[at];
    return data && kind ? [{ kind, count: sizeOf(data), more: data.next !== undefined }] : [];
  });
  return {
    data: counts.length === kinds.length ? counts : undefined,
    error: (queries.find(({ error }) => error)?.error ?? null) as ApiError | null,
    refetch: () =>
      Promise.all(queries.filter(({ isError }) => isError).map(({ refetch }) => refetch())),
  };
}

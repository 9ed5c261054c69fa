import { useSearchParams } from 'react-router';
import type { AttentionTotals } from '#domain/attention/attention-filter';
import type { AttentionKind } from '#flows/attention/attention-store';
import { useGoOn, useRead, useReadPages } from '../shared/reading.ts';

/** What a reader can ask of the list: in the address, so that a colleague can be sent there. */
const askable = ['province', 'group', 'reason', 'amountFrom', 'order'] as const;
export type Askable = (typeof askable)[number];

export type Asked = Readonly<{
  values: Readonly<Record<Askable, string>>;
  set: (name: Askable, value: string) => void;
  clear: () => void;
  /** Anything but the order. */
  isAsked: boolean;
}>;

export function useAsked(): Asked {
  const [search, setSearch] = useSearchParams();
  const values = Object.fromEntries(askable.map((name) => [name, search.get(name) ?? '']));
  const change = (changed: Readonly<Record<string, string>>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changed))
          value === '' ? next.delete(name) : next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return {
    values: values as Asked['values'],
    set: (name, value) => change({ [name]: value }),
    isAsked: askable.some((name) => name !== 'order' && values[name] !== ''),
    clear: () => change(Object.fromEntries(askable.map((name) => [name, '']))),
  };
}

/** The query of a call about these items, as they were asked for. */
export const itemsQuery = (kind: AttentionKind, { values }: Asked): string =>
  String(new URLSearchParams({ kind, ...given(values) }));

const given = (values: Asked['values']) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

export type Totals = AttentionTotals & Readonly<{ isAll: boolean }>;

/**
 * The items that were asked for, page by page, and how many there are of them. `isEmpty`: there is
 * nothing to choose among.
 */
export function useItems<T>(kind: AttentionKind, asked: Asked) {
  const query = itemsQuery(kind, asked);
  const items = useReadPages<T>(`/api/attention?${query}`);
  const totals = useRead<Readonly<{ items: readonly Totals[] }>>(`/api/attention/totals?${query}`);
  useGoOn(items);
  const isEmpty = items.data !== undefined && items.items.length === 0 && !items.hasNextPage;
  return { items, totals: totals.data?.items[0], isEmpty: isEmpty && !asked.isAsked };
}

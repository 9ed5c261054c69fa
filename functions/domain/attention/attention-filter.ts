/** What a reader asks of the list; null asks for nothing. `amountFrom`: rupiah, of payments. */
export type AttentionFilter = Readonly<{
  province: string | null;
  group: string | null;
  step: string | null;
  reason: string | null;
  amountFrom: number | null;
}>;

export const everything: AttentionFilter = {
  ...{ province: null, group: null, step: null },
  ...{ reason: null, amountFrom: null },
};

/** What a filter looks at. `provinces` and `count`: of a slice, whom it missed. */
export type Filtered = Readonly<{
  province?: string | null;
  provinces?: Readonly<Record<string, number>>;
  group?: string | null;
  step?: string;
  reason?: string | null;
  flags?: readonly string[];
  amount?: number;
  count?: number;
}>;

export const filteredFields = [
  ...['province', 'provinces', 'group', 'step', 'reason', 'flags', 'amount', 'count'],
] as const satisfies readonly (keyof Filtered)[];

export const isFilter = (filter: AttentionFilter): boolean =>
  Object.values(filter).some((asked) => asked !== null);

export const isAskedFor = (item: Filtered, filter: AttentionFilter): boolean =>
  Object.entries(said).every(([name, valuesOf]) => {
    const asked = filter[name as Said];
    return asked === null || valuesOf(item).includes(asked);
  }) &&
  (filter.amountFrom === null || (item.amount ?? -1) >= filter.amountFrom);

type Said = Exclude<keyof AttentionFilter, 'amountFrom'>;

/** A payment may have several flags, and a slice may have missed people of several provinces. */
const said = {
  province: ({ province, provinces = {} }) =>
    province ? [province] : Object.keys(provinces).filter((name) => name !== ''),
  group: ({ group }) => (group ? [group] : []),
  step: ({ step }) => (step === undefined ? [] : [step]),
  reason: ({ reason, flags = [] }) => (reason ? [reason] : flags),
} as const satisfies Record<Said, (item: Filtered) => readonly string[]>;

/** `workers`: an item is about one, that of a slice about all whom it missed. */
export type AttentionTotals = Readonly<{
  items: number;
  workers: number;
  /** How many items there are of each, whatever was asked for: what a reader can choose. */
  choices: Readonly<Record<Said, readonly Readonly<{ value: string; items: number }>[]>>;
}>;

export function attentionTotals(
  items: readonly Filtered[],
  filter: AttentionFilter,
): AttentionTotals {
  const asked = items.filter((item) => isAskedFor(item, filter));
  const choices = Object.entries(said).map(([name, valuesOf]) => [
    name,
    counted(items.flatMap(valuesOf)),
  ]);
  return {
    items: asked.length,
    workers: asked.reduce((sum, item) => sum + workersIn(item, filter), 0),
    choices: Object.fromEntries(choices),
  };
}

/** Of a slice those of the province alone that was asked for. */
const workersIn = ({ count = 1, provinces }: Filtered, { province }: AttentionFilter): number =>
  province && provinces ? (provinces[province] ?? 0) : count;

/** The most frequent first. */
function counted(values: readonly string[]) {
  const items = new Map<string, number>();
  for (const value of values) items.set(value, (items.get(value) ?? 0) + 1);
  return [...items]
    .map(([value, count]) => ({ value, items: count }))
    .toSorted((a, b) => b.items - a.items || (a.value < b.value ? -1 : 1));
}

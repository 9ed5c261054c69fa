import type { Count, CounterPlace } from '#domain/renewals/counting/counter';
import { placeName } from '#domain/renewals/counting/counter-place';

/** Counts added up by place and name, without those that come to 0. */
export function counterSums(counts: readonly Count[] = []) {
  const items = new Map<string, { place: CounterPlace; names: Map<string, number> }>();

  const add = (more: readonly Count[], times: 1 | -1 = 1): void => {
    for (const { place, name, by } of more) {
      const key = `${place.of} ${placeName(place)}`;
      const item = items.get(key) ?? { place, names: new Map() };
      const sum = (item.names.get(name) ?? 0) + times * by;
      if (sum === 0) item.names.delete(name);
      else item.names.set(name, sum);
      if (item.names.size === 0) items.delete(key);
      else items.set(key, item);
    }
  };
  add(counts);

  return {
    add: (more: readonly Count[]): void => add(more),
    remove: (what: readonly Count[]): void => add(what, -1),
    items: () =>
      [...items.values()].map(({ place, names }) => ({ place, counts: Object.fromEntries(names) })),
    counts: (): readonly Count[] =>
      [...items.values()].flatMap(({ place, names }) =>
        [...names].map(([name, by]) => ({ place, name, by })),
      ),
    places: (): number => items.size,
  };
}

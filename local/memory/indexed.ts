export type Indexed<V, Name extends string> = Map<string, V> &
  Readonly<{ alike(name: Name, group: string): readonly V[] }>;

/**
 * A Map that also answers which of its values are alike, in the order of their keys, without
 * walking all of them. Every write keeps the index, a test's too. A value whose group is null is in
 * none.
 */
export function indexedMap<V, Name extends string>(
  groupings: Readonly<Record<Name, (value: V) => string | null>>,
): Indexed<V, Name> {
  const map = new Map<string, V>();
  const [set, remove] = [map.set.bind(map), map.delete.bind(map)];
  const groups = new Map<string, Map<string, V>>();
  const inOrder = new Map<string, readonly V[]>();
  const named = Object.entries(groupings) as [Name, (value: V) => string | null][];

  const groupsOf = (value: V): readonly string[] =>
    named.flatMap(([name, groupOf]) => {
      const group = groupOf(value);
      return group === null ? [] : [`${name} ${group}`];
    });

  const leave = (key: string): void => {
    const value = map.get(key);
    for (const group of value === undefined ? [] : groupsOf(value)) {
      groups.get(group)?.delete(key);
      inOrder.delete(group);
    }
  };

  const join = (key: string, value: V): void => {
    for (const group of groupsOf(value)) {
      if (!groups.has(group)) groups.set(group, new Map());
      groups.get(group)?.set(key, value);
      inOrder.delete(group);
    }
  };

  const sorted = (group: string): readonly V[] =>
    [...(groups.get(group) ?? [])]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([, value]) => value);

  return withHidden(map, {
    set(key: string, value: V) {
      leave(key);
      join(key, value);
      return set(key, value);
    },
    delete(key: string) {
      leave(key);
      return remove(key);
    },
    clear() {
      for (const key of [...map.keys()]) {
        leave(key);
        remove(key);
      }
    },
    alike(name: Name, group: string): readonly V[] {
      const key = `${name} ${group}`;
      const known = inOrder.get(key) ?? sorted(key);
      inOrder.set(key, known);
      return known;
    },
  });
}

/** Methods that are no part of what is stored: a test may clone the state and compare it. */
export function withHidden<T extends object, M extends object>(value: T, methods: M): T & M {
  for (const [name, method] of Object.entries(methods))
    Object.defineProperty(value, name, { value: method, writable: true });
  return value as T & M;
}

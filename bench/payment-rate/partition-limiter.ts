import type { Charge } from '#local/dynamodb/in-memory/writes';

type Limit = Readonly<{
  unitsASecond: number;
  now: () => number;
  /** Which partitions count as one: how a list would fare that lies in one piece. */
  nameOf?: (partition: string) => string;
}>;

/**
 * Our own limiter, stricter than DynamoDB: each partition key, of the table or of an index, may
 * take so many write units in a second of the clock and saves nothing up for the next one. A write
 * for which one of its partitions has no room is refused whole, and costs nothing.
 */
export function partitionLimiter({ unitsASecond, now, nameOf = (name) => name }: Limit) {
  let second = 0;
  let used = new Map<string, number>();
  const most = new Map<string, number>();
  let refused = 0;
  return {
    admit(charges: readonly Charge[]): boolean {
      const current = Math.floor(now() / 1_000);
      if (current !== second) {
        for (const [name, units] of used) noteMost(most, name, units);
        [second, used] = [current, new Map()];
      }
      const after = new Map<string, number>();
      for (const { partition, units } of charges) {
        const name = nameOf(partition);
        after.set(name, (after.get(name) ?? used.get(name) ?? 0) + units);
      }
      if ([...after.values()].some((units) => units > unitsASecond)) {
        refused += 1;
        return false;
      }
      for (const [name, units] of after) used.set(name, units);
      return true;
    },
    refused: () => refused,
    /** The fullest second of each kind of partition, the fullest first. */
    fullest(): readonly (readonly [string, number])[] {
      for (const [name, units] of used) noteMost(most, name, units);
      return [...most].sort(([, a], [, b]) => b - a);
    },
  };
}

function noteMost(most: Map<string, number>, name: string, units: number): void {
  const kind = /^[^#\d]+/.exec(name)?.[0].trim() ?? name;
  most.set(kind, Math.max(most.get(kind) ?? 0, units));
}

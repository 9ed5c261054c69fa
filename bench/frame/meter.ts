import { figure } from './subject.ts';

/** Units and requests since the meter was made, by the kind of the first key of each request. */
export type Used = Readonly<{ reads: number; writes: number; requests: number }>;

export type Meter = ReturnType<typeof meterOf>;

type Consumed = Readonly<{ CapacityUnits?: number }>;
type Asked = Readonly<Record<string, unknown>>;
type Answer = Readonly<{ ConsumedCapacity?: Consumed | readonly Consumed[] }>;

export function meterOf() {
  const byKind = new Map<string, Used>();
  const sums = (kinds: (kind: string) => boolean): Used =>
    [...byKind].filter(([kind]) => kinds(kind)).reduce((sum, [, used]) => plus(sum, used), nothing);
  return {
    count(operation: string, asked: Asked, { ConsumedCapacity: consumed = [] }: Answer): void {
      const units = [consumed]
        .flat()
        .reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
      const kind = kindOf(asked);
      const isRead = /^(Get|BatchGet|Query|Scan|TransactGet)/.test(operation);
      const used = { reads: isRead ? units : 0, writes: isRead ? 0 : units, requests: 1 };
      byKind.set(kind, plus(byKind.get(kind) ?? nothing, used));
    },
    used: (kinds: (kind: string) => boolean = () => true): Used => sums(kinds),
    byKind: (): readonly (readonly [string, Used])[] => [...byKind],
    reset: (): void => byKind.clear(),
  };
}

const nothing: Used = { reads: 0, writes: 0, requests: 0 };

const plus = (a: Used, b: Used): Used => ({
  reads: a.reads + b.reads,
  writes: a.writes + b.writes,
  requests: a.requests + b.requests,
});

export const less = (a: Used, b: Used): Used => ({
  reads: a.reads - b.reads,
  writes: a.writes - b.writes,
  requests: a.requests - b.requests,
});

/** Write units, read units and requests for each of so many. */
export const each = ({ writes, reads, requests }: Used, count: number): readonly string[] =>
  [writes, reads, requests].map((used) => figure(used / count));

/** `WRK` of `WRK#wrk_…`; of an index, its name. */
function kindOf(asked: Asked): string {
  const index = asked.IndexName;
  if (typeof index === 'string') return index;
  const [, key = 'none'] = /"(?:pk|:pk)":\{"S":"([^"#]+)/.exec(JSON.stringify(asked)) ?? [];
  return key;
}

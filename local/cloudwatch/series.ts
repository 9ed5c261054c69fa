import type { Point } from '#local/cloudwatch/alarm-state';
import type { Metric, Statistic } from '#local/cloudwatch/watched';

export type Series = ReturnType<typeof keepSeries>;
/** What was reported in one minute. */
type Reported = { sum: number; count: number; least: number; most: number };

export const keyOf = ({ namespace, name, dimensions }: Metric): string =>
  JSON.stringify([namespace, name, Object.entries(dimensions).sort()]);

/**
 * What was reported of one metric, minute by minute (minutes since 1970). Of a gauge that AWS
 * reports each minute only what is above 0 is kept: `always` is what any other minute has.
 */
export function keepSeries(always: Point) {
  let minutes: number[] = [];
  const reported = new Map<number, Reported>();
  return {
    add(minute: number, value: number): void {
      const before = reported.get(minute);
      reported.set(minute, before ? joined(before, value) : only(value));
      if (before) return;
      minutes.push(minute);
      // A firing that a jump leaves out is reported ahead of what happens on the way to it.
      if ((minutes.at(-2) ?? minute) > minute) minutes.sort((left, right) => left - right);
    },
    minutes: (): readonly number[] => minutes,
    /** Over the minutes from `from` to before `to`. */
    value(statistic: Statistic, from: number, to: number): Point {
      const found: Reported[] = [];
      for (let index = firstFrom(minutes, from); index < minutes.length; index++) {
        const minute = minutes[index] ?? to;
        const at = minute < to && reported.get(minute);
        if (!at) break;
        found.push(at);
      }
      return found.length === 0 ? always : of[statistic](found.reduce(added));
    },
    forget(before: number): void {
      const kept = minutes.filter((minute) => minute >= before);
      if (kept.length < minutes.length)
        for (const minute of minutes) if (minute < before) reported.delete(minute);
      minutes = kept;
    },
  };
}

/** Where the first of them stands that is not before `from`; they are sorted. */
function firstFrom(minutes: readonly number[], from: number): number {
  let [low, high] = [0, minutes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((minutes[middle] ?? from) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

const only = (value: number): Reported => ({ sum: value, count: 1, least: value, most: value });

const added = (left: Reported, right: Reported): Reported => ({
  sum: left.sum + right.sum,
  count: left.count + right.count,
  least: Math.min(left.least, right.least),
  most: Math.max(left.most, right.most),
});

const joined = (before: Reported, value: number): Reported => added(before, only(value));

const of: Readonly<Record<Statistic, (reported: Reported) => number>> = {
  Sum: ({ sum }) => sum,
  Maximum: ({ most }) => most,
  Minimum: ({ least }) => least,
  Average: ({ sum, count }) => sum / count,
  SampleCount: ({ count }) => count,
};

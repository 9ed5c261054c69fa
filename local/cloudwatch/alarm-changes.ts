import { type AlarmState, alarmState, evaluationRange } from '#local/cloudwatch/alarm-state';
import { metricMath } from '#local/cloudwatch/metric-math';
import { keyOf, type Series } from '#local/cloudwatch/series';
import type { Alarm } from '#local/cloudwatch/watched';

export type Change = Readonly<{ minute: number; state: AlarmState }>;
export type AlarmWatch = ReturnType<typeof watchAlarm>;
type SeriesOf = (key: string) => Series;

/**
 * One alarm over the minutes that pass. CloudWatch evaluates each minute, in a window that slides;
 * what was reported moves from period to period in it, and only at those minutes can the state
 * change: the others are left out.
 */
export function watchAlarm(alarm: Alarm, seriesOf: SeriesOf) {
  const period = alarm.periodSeconds / 60;
  const range = evaluationRange(alarm);
  const maths = metricMath(alarm.expression);
  const metrics = maths.ids.map((id) => {
    const metric = alarm.metrics[id];
    if (!metric) throw new Error(`${alarm.name} uses ${id}, which is none of its metrics`);
    return { id, statistic: metric.statistic, series: seriesOf(keyOf(metric)) };
  });
  let state: AlarmState = 'INSUFFICIENT_DATA';

  const pointAt = (end: number) =>
    maths.valueOf(
      new Map(
        metrics.map(({ id, statistic, series }) => [
          id,
          series.value(statistic, end - period, end),
        ]),
      ),
    );
  const stateAt = (minute: number): AlarmState =>
    alarmState(
      alarm,
      Array.from({ length: range }, (_, index) => pointAt(minute - (range - 1 - index) * period)),
      state,
    );
  const minutesToLookAt = (from: number, to: number): readonly number[] => {
    const found = new Set([from + 1]);
    for (const { series } of metrics)
      for (const minute of series.minutes())
        for (let moved = 0; moved <= range; moved++) found.add(minute + 1 + moved * period);
    return [...found].filter((minute) => minute > from && minute <= to).sort((a, b) => a - b);
  };

  return {
    alarm,
    state: () => state,
    /** The changes of its state after `from`, up to and at `to`. */
    pass(from: number, to: number): readonly Change[] {
      const changes: Change[] = [];
      for (const minute of minutesToLookAt(from, to)) {
        const now = stateAt(minute);
        if (now !== state) changes.push({ minute, state: now });
        state = now;
      }
      return changes;
    },
    /** What is older than this is never looked at again. */
    oldest: (minute: number): number => minute - (range + 1) * period,
  };
}

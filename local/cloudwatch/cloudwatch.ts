import * as z from 'zod';
import { accessLog } from '#local/cloudwatch/access-log';
import { type AlarmWatch, watchAlarm } from '#local/cloudwatch/alarm-changes';
import type { AlarmState } from '#local/cloudwatch/alarm-state';
import { filterPattern } from '#local/cloudwatch/filter-pattern';
import { accessLogGroup } from '#local/cloudwatch/names';
import { keepSeries, keyOf, type Series } from '#local/cloudwatch/series';
import type { Metric, Watched } from '#local/cloudwatch/watched';

export type CloudWatch = ReturnType<typeof startCloudWatch>;
export type Rang = Readonly<{ name: string; at: string; sentence: string }>;
type AlarmView = Readonly<{ name: string; state: AlarmState; sentence: string }>;
/** A value that stands at each moment (ms since 1970), such as how many messages wait. */
type Gauge = Readonly<{ metric: Metric; valueAt(instant: number): number }>;

/**
 * Metrics, metric filters and alarms by the emulator's clock. Until it is told what to watch, it
 * keeps nothing; then it keeps what the alarms use, from that moment on.
 */
export function startCloudWatch() {
  const gauges: Gauge[] = [];
  let watching: Watching | null = null;

  /** Call before the clock moves: till then the gauges stand as they stand now. */
  const passTo = (instant: number): void => watching?.sample(gauges, minuteOf(instant));

  return {
    watch(watched: Watched): void {
      watching = startWatching(watched, gauges);
    },
    put: (metric: Metric, value: number, at = Date.now()): void =>
      watching?.put(keyOf(metric), value, at),
    /** A line of a log group, written at `at`. */
    log: (group: string, line: string, at = Date.now()): void => watching?.log(group, line, at),
    access: (context: Readonly<Record<string, string>>): void =>
      watching?.log(accessLogGroup, watching.accessLine(context), Date.now()),
    /** A gauge stands from the start of the emulator to its end. */
    gauge: (gauge: Gauge): void => void gauges.push(gauge),
    passTo,
    /** How each alarm stands, and when which of them rang. */
    alarms(): Readonly<{ items: readonly AlarmView[]; rang: readonly Rang[] }> {
      passTo(Date.now());
      return watching?.evaluate(minuteOf(Date.now())) ?? { items: [], rang: [] };
    },
  };
}

type Watching = ReturnType<typeof startWatching>;

function startWatching(watched: Watched, gauges: readonly Gauge[]) {
  const isGauge = new Set(gauges.map(({ metric }) => keyOf(metric)));
  const kept = new Map<string, Series>();
  const seriesOf = (key: string): Series => {
    const series = kept.get(key) ?? keepSeries(isGauge.has(key) ? 0 : null);
    kept.set(key, series);
    return series;
  };
  const alarms = watched.alarms.map((alarm) => watchAlarm(alarm, seriesOf));
  const filters = watched.metricFilters.map(({ logGroup, pattern, metric, value }) => ({
    ...{ logGroup, key: keyOf(metric), value },
    fits: filterPattern(pattern),
  }));
  const rang: Rang[] = [];
  let [sampled, evaluated] = [minuteOf(Date.now()), minuteOf(Date.now())];

  const put = (key: string, value: number, at: number): void =>
    kept.get(key)?.add(minuteOf(at), value);
  const log = (group: string, line: string, at: number): void => {
    for (const { logGroup, key, value, fits } of filters)
      if (logGroup === group && fits(line)) put(key, value, at);
    if (line.includes('"_aws"')) for (const each of embeddedIn(line)) put(...each);
  };
  const sample = (all: readonly Gauge[], to: number): void => {
    for (const { metric, valueAt } of all) {
      const at = (minute: number): number => valueAt(minute * 60_000);
      // It rises and falls only where something happens, and then the clock has stopped there.
      if (!kept.has(keyOf(metric)) || (at(sampled + 1) === 0 && at(to) === 0)) continue;
      for (let minute = sampled + 1; minute <= to; minute++) {
        const value = at(minute);
        if (value > 0) put(keyOf(metric), value, minute * 60_000);
      }
    }
    sampled = Math.max(sampled, to);
  };
  const ring = (watch: AlarmWatch, to: number): void => {
    const { name, sentence } = watch.alarm;
    for (const { minute, state } of watch.pass(evaluated, to))
      if (state === 'ALARM')
        rang.push({ name, at: new Date(minute * 60_000).toISOString(), sentence });
  };
  return {
    put,
    log,
    sample,
    accessLine: accessLog(watched.accessLogFormat),
    evaluate(to: number) {
      for (const watch of alarms) ring(watch, to);
      evaluated = Math.max(evaluated, to);
      const oldest = Math.min(...alarms.map((watch) => watch.oldest(to)));
      for (const series of kept.values()) series.forget(oldest);
      rang.sort((left, right) => left.at.localeCompare(right.at));
      const items = alarms.map(({ alarm: { name, sentence }, state }) => ({
        ...{ name, sentence },
        state: state(),
      }));
      return { items, rang };
    },
  };
}

const minuteOf = (instant: number): number => Math.floor(instant / 60_000);

const embeddedSchema = z.looseObject({
  _aws: z.object({
    Timestamp: z.number(),
    CloudWatchMetrics: z.array(
      z.object({
        Namespace: z.string(),
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.object({ Name: z.string() })),
      }),
    ),
  }),
});

/**
 * The embedded metric format: a line of the log says which of its own fields are metrics.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
function embeddedIn(line: string): readonly (readonly [string, number, number])[] {
  const { _aws: said, ...fields } = embeddedSchema.parse(JSON.parse(line));
  return said.CloudWatchMetrics.flatMap(({ Namespace: namespace, Dimensions, Metrics }) =>
    Dimensions.flatMap((names) => {
      const dimensions = Object.fromEntries(names.map((name) => [name, String(fields[name])]));
      return Metrics.flatMap(({ Name: name }) =>
        [fields[name]].flat().map((value) => {
          const key = keyOf({ namespace, name, dimensions });
          return [key, Number(value), said.Timestamp] as const;
        }),
      );
    }),
  );
}

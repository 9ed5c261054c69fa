import * as z from 'zod';

/** A metric as CloudWatch tells metrics apart: name and dimensions have to be the same exactly. */
const metricSchema = z.object({
  namespace: z.string(),
  name: z.string(),
  dimensions: z.record(z.string(), z.string()),
});
export type Metric = Readonly<z.infer<typeof metricSchema>>;

export const statistics = ['Sum', 'Maximum', 'Minimum', 'Average', 'SampleCount'] as const;
export type Statistic = (typeof statistics)[number];

export const comparisons = [
  'GreaterThanOrEqualToThreshold',
  'GreaterThanThreshold',
  'LessThanThreshold',
  'LessThanOrEqualToThreshold',
] as const;

export const missingTreatments = ['breaching', 'notBreaching', 'ignore', 'missing'] as const;

/** `expression` is metric maths over the ids of `metrics`; of a plain alarm the one id. */
const alarmSchema = z.object({
  name: z.string(),
  /** What the person on duty reads. */
  sentence: z.string(),
  metrics: z.record(z.string(), metricSchema.extend({ statistic: z.enum(statistics) })),
  expression: z.string(),
  periodSeconds: z.number().int().multipleOf(60).positive(),
  threshold: z.number(),
  comparison: z.enum(comparisons),
  evaluationPeriods: z.number().int().positive(),
  datapointsToAlarm: z.number().int().positive(),
  missing: z.enum(missingTreatments),
});
export type Alarm = Readonly<z.infer<typeof alarmSchema>>;

/** Counts `value` for each line of the log group that fits the pattern. */
const metricFilterSchema = z.object({
  logGroup: z.string(),
  pattern: z.string(),
  metric: metricSchema,
  value: z.number(),
});
export type MetricFilter = Readonly<z.infer<typeof metricFilterSchema>>;

/** What a deployed stack has CloudWatch watch, by the names that the stand-ins use. */
export const watchedSchema = z.strictObject({
  alarms: z.array(alarmSchema),
  metricFilters: z.array(metricFilterSchema),
  /** The API's access log, `{"status": "$context.status"}`. */
  accessLogFormat: z.string(),
});
export type Watched = Readonly<z.infer<typeof watchedSchema>>;

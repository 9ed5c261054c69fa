import type { Alarm } from '#local/cloudwatch/watched';

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
/** The value of one period; null where nothing was reported. */
export type Point = number | null;

type Rule = Pick<
  Alarm,
  'comparison' | 'threshold' | 'evaluationPeriods' | 'datapointsToAlarm' | 'missing'
>;

/**
 * How many periods CloudWatch looks at. It says only that there are more than the evaluation
 * periods; its worked examples fetch five for three, with periods of five minutes.
 */
export const evaluationRange = ({ evaluationPeriods }: Pick<Alarm, 'evaluationPeriods'>): number =>
  evaluationPeriods + 2;

/**
 * The state of an alarm, from the points of its evaluation range, the oldest first:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 * As few missing points are filled in as possible: with enough real ones they do not count.
 */
export function alarmState(rule: Rule, points: readonly Point[], before: AlarmState): AlarmState {
  const { evaluationPeriods, datapointsToAlarm } = rule;
  const real = points.filter((point) => point !== null);
  const breaching = real
    .slice(-evaluationPeriods)
    .filter((point) => isBreaching(rule, point)).length;
  if (breaching >= datapointsToAlarm) return 'ALARM';
  const filled = evaluationPeriods - real.length;
  return filled <= 0 ? 'OK' : whenFilled(rule, { points, real, filled, breaching, before });
}

const comparing = {
  GreaterThanOrEqualToThreshold: (point: number, threshold: number) => point >= threshold,
  GreaterThanThreshold: (point: number, threshold: number) => point > threshold,
  LessThanThreshold: (point: number, threshold: number) => point < threshold,
  LessThanOrEqualToThreshold: (point: number, threshold: number) => point <= threshold,
} as const satisfies Record<Alarm['comparison'], unknown>;

const isBreaching = ({ comparison, threshold }: Rule, point: number): boolean =>
  comparing[comparison](point, threshold);

type Scarce = Readonly<{
  points: readonly Point[];
  real: readonly number[];
  filled: number;
  breaching: number;
  before: AlarmState;
}>;

function whenFilled(rule: Rule, { points, real, filled, breaching, before }: Scarce): AlarmState {
  const { datapointsToAlarm, missing } = rule;
  if (missing === 'breaching') return breaching + filled >= datapointsToAlarm ? 'ALARM' : 'OK';
  if (missing === 'notBreaching' || breaching < real.length) return 'OK';
  if (missing === 'ignore') return before;
  // All that was reported is breaching: as soon as the oldest is old enough, that suffices.
  const age = points.length - points.findIndex((point) => point !== null);
  return breaching > 0 && age >= datapointsToAlarm ? 'ALARM' : 'INSUFFICIENT_DATA';
}

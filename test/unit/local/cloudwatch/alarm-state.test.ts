import { expect, test } from 'vitest';
import { type AlarmState, alarmState } from '#local/cloudwatch/alarm-state';
import { missingTreatments } from '#local/cloudwatch/watched';

/** As AWS draws them: `0` within the threshold, `X` breaching, `-` missing; the oldest first. */
const pointsOf = (drawn: string) =>
  drawn.split(' ').map((point) => ({ '0': 0, X: 1, '-': null })[point] ?? null);

const states = (drawn: string, datapointsToAlarm: number, before: AlarmState) =>
  missingTreatments.map((missing) =>
    alarmState(
      {
        ...{ comparison: 'GreaterThanOrEqualToThreshold', threshold: 1, missing },
        ...{ evaluationPeriods: 3, datapointsToAlarm },
      },
      pointsOf(drawn),
      before,
    ),
  );

const [none, alarm, ok] = ['INSUFFICIENT_DATA', 'ALARM', 'OK'] as const;
const retained = 'retained';

/** The two tables of AWS's page on missing data, in the order of `missingTreatments`. */
test.each([
  [3, '0 - X - X', ok, ok, ok, ok],
  [3, '0 - - - -', ok, ok, ok, ok],
  [3, '- - - - 0', ok, ok, ok, ok],
  [3, '- - - - -', alarm, ok, retained, none],
  [3, '0 X X - X', alarm, alarm, alarm, alarm],
  [3, '- - X - -', alarm, ok, retained, alarm],
  [3, '- - - - X', alarm, ok, retained, none],
  [3, 'X - - - -', alarm, ok, retained, alarm],
  [2, '0 - X - X', alarm, alarm, alarm, alarm],
  [2, '0 0 X 0 X', alarm, alarm, alarm, alarm],
  [2, '0 - X - -', alarm, ok, ok, ok],
  [2, '- - - - 0', alarm, ok, ok, ok],
  [2, '- - - - X', alarm, ok, retained, none],
] as const)('%i of 3 breaching, of %s: %s, %s, %s, %s', (datapoints, drawn, ...expected) => {
  for (const before of [ok, alarm] as const)
    expect(states(drawn, datapoints, before)).toEqual(
      expected.map((state) => (state === retained ? before : state)),
    );
});

test.each([
  ['GreaterThanOrEqualToThreshold', [ok, alarm, alarm]],
  ['GreaterThanThreshold', [ok, ok, alarm]],
  ['LessThanThreshold', [alarm, ok, ok]],
  ['LessThanOrEqualToThreshold', [alarm, alarm, ok]],
] as const)('%s of 4, 5 and 6 with 5: %s', (comparison, expected) => {
  const rule = { comparison, threshold: 5, missing: 'missing' } as const;
  const one = { evaluationPeriods: 1, datapointsToAlarm: 1 };
  expect([4, 5, 6].map((point) => alarmState({ ...rule, ...one }, [0, 9, point], ok))).toEqual(
    expected,
  );
});

import { expect, test } from 'vitest';
import { metricMath } from '#local/cloudwatch/metric-math';

const points = new Map([
  ['a', 6],
  ['b', 4],
  ['none', null],
]);

test.each([
  ['a', 6],
  ['none', null],
  ['a + b * 2', 14],
  ['(a + b) * 2 - 1.5', 18.5],
  ['a - b - 1', 1],
  ['a / b', 1.5],
  ['a + none', null],
  ['a / (b - 4)', null],
  ['FILL(none, 0) + FILL(a, 0)', 6],
  ['a > b', 1],
  ['a <= b', 0],
  ['IF(a > 5, b, 0)', 4],
  ['IF(FILL(none, 0) == 0, a, 0)', 6],
  ['IF(none, a, b)', null],
])('%s is %s', (expression, expected) => {
  expect(metricMath(expression).valueOf(points)).toBe(expected);
});

test('it names the metrics that it uses', () => {
  expect(metricMath('FILL(thrown, 0) + FILL(logged, 0) + thrown').ids).toEqual([
    'thrown',
    'logged',
  ]);
});

test.each([
  '',
  'a +',
  'a b',
  '(a',
  'FILL(a)',
  'FILL(a, 0, 1)',
  'IF(a, b)',
  'FILL(a, REPEAT)',
  'RUNNING_SUM(a)',
  'SUM([a, b])',
  'a AND b',
  '-a',
])('"%s" is refused, not guessed at', (expression) => {
  expect(() => metricMath(expression)).toThrow('does not know the metric maths');
});

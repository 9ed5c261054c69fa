import { expect, test } from 'vitest';
import { firstPlan } from '#domain/plan/first-plan';
import { planSchema } from '#domain/plan/plan';

const plan = firstPlan({ paused: false });

test('the first plan is one that admins could have written', () =>
  expect(planSchema.parse(plan)).toEqual(plan));

test('its steps', () =>
  expect(
    plan.steps.map(({ id, anchor, offsetDays, at, enabled, toHeldOut }) => [
      id,
      anchor,
      offsetDays,
      at,
      enabled,
      toHeldOut,
    ]),
  ).toEqual([
    ['before', 'due', -5, '09:00', true, false],
    ['eve', 'due', -1, '09:00', true, false],
    ['after', 'due', 7, '09:00', true, false],
    ['last-call', 'lapse', -15, '09:00', true, true],
    ['lapsed', 'lapse', 7, '09:00', false, true],
  ]));

test('each text is one that somebody here can answer for: Indonesian and English', () => {
  for (const { id, texts } of [...plan.steps, { id: 'paid', ...plan.paidText }])
    expect(Object.keys(texts), id).toEqual(['id', 'en']);
});

test('nobody is texted by a first deployment', () => {
  expect(firstPlan({ paused: true }).paused).toBe(true);
  expect(plan.paused).toBe(false);
});

import { expect, it } from 'vitest';
import type { Plan } from '#domain/plan/plan';
import type { Preview } from '#flows/preview/preview-plan';
import { csvOf, people } from '#local/made-up';
import { asAdmin } from '../stage/calls.ts';
import { startTestStage } from '../stage/stage.ts';

it('what a preview says of a step moved from five to three days before is what then happens, to the text, with 2,000 workers over three zones', async ({
  onTestFinished,
}) => {
  const stage = await startTestStage({ now: '2026-11-10T08:00+07:00', heldOut: true });
  onTestFinished(() => stage.stop());
  const roster = [
    ...people(1_200),
    ...people(600, { province: 'Bali' }, 1_201),
    ...people(200, { province: 'Papua' }, 1_801),
  ];
  for (const first of [0, 1_000]) await stage.importCsv(csvOf(roster.slice(first, first + 1_000)));
  await stage.clockBy('PT1M');

  const plan = await stage.ask<Plan>('GET', '/api/plan', asAdmin());
  const moved = {
    ...plan,
    steps: plan.steps.map((step) => (step.id === 'before' ? { ...step, offsetDays: -3 } : step)),
  };
  const [from, to] = ['2026-11-10', '2026-11-15'];
  const preview = await stage.ask<Preview>(
    'POST',
    '/api/plan/preview',
    asAdmin({ plan: moved, from, to }),
  );
  expect(preview.days.map(({ date, step }) => `${date} ${step}`)).toEqual([
    '2026-11-13 before',
    '2026-11-14 eve',
  ]);
  expect((await stage.ask<Plan>('GET', '/api/plan', asAdmin())).version).toBe(plan.version);

  await stage.ask('PUT', '/api/plan', {
    ...asAdmin(moved),
    headers: { 'if-match': String(plan.version) },
  });
  await stage.clockTo('2026-11-15T23:00+07:00');
  const outbox = await stage.outbox();
  // Everybody's texts leave at nine of their own morning, which is the same day in Jakarta.
  const left = Object.groupBy(outbox, ({ at }) => at.slice(0, 10));
  expect(Object.entries(left).map(([date, texts]) => [date, texts?.length])).toEqual(
    preview.days.map(({ date, reminders }) => [date, reminders]),
  );
  expect(outbox).toHaveLength(preview.total.reminders);
  expect(outbox.reduce((sum, { parts }) => sum + parts, 0)).toBe(preview.total.parts);
  const texts = outbox.map(({ to: phone, at }) => `${phone} ${at.slice(0, 10)}`);
  expect(new Set(texts).size).toBe(texts.length);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { watchedIn } from '#local/cloudwatch/from-template';
import { aPerson, csvOf, type Person } from '#local/made-up';
import { asAdmin } from '../stage/calls.ts';
import { startTestStage, type TestStage } from '../stage/stage.ts';
import { resourcesOf, stackOf } from '../unit/lib/staging.ts';
import { alarms, watch } from './alarms/trial.ts';
import { afterAMonth } from './alarms/trials.ts';

/** A stage whose quota was raised: these texts cost some 400 US$. */
const deployed = resourcesOf(stackOf('production', {}, { smsSpendLimitUsd: 1_000 }));

const count = 1_000;
const days = 30;

/** Seven in ten live in the west, and three in a hundred have no phone. */
const everyone: readonly Person[] = Array.from({ length: count }, (_, index) =>
  aPerson(index + 1, {
    province: index % 10 < 7 ? 'Jawa Tengah' : index % 10 < 9 ? 'Bali' : 'Papua',
    ...(index % 33 === 0 ? { phone: '' } : {}),
  }),
);

/** Nine in ten pay once in the month, on any of its days, in any hour from 8 to 19. */
const payers = everyone.filter((_, index) => index % 10 !== 9);
const paysOn = (index: number): number => (index * 7) % days;
const paysAt = (index: number): number => 8 + (Math.floor(index / days) % 12);

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-08T06:00+07:00', heldOut: true });
});
afterAll(() => stage?.stop());

it('in an ordinary month with 1,000 workers no alarm rings', async () => {
  await stage.importCsv(csvOf(everyone));
  await stage.faults({ carrier: { deliveredPercent: 96 } });
  await watch(stage, watchedIn(deployed));
  // The watchdog counts as silent until it has run.
  await stage.clockTo('2026-11-08T07:30+07:00');
  const { rang: atFirst } = await alarms(stage);
  for (let day = 0; day < days; day++) {
    const date = new Date(Date.UTC(2026, 10, 8 + day)).toISOString().slice(0, 10);
    for (let hour = 8; hour < 20; hour++) {
      await stage.clockTo(`${date}T${String(hour).padStart(2, '0')}:20+07:00`);
      for (const [index, { nik }] of payers.entries())
        if (paysOn(index) === day && paysAt(index) === hour)
          await stage.pay({ reference: `P-${index}`, nik, amount: 8_400 });
    }
  }
  expect((await stage.outbox()).length).toBeGreaterThan(1_900);
  const { rang } = await alarms(stage);
  expect(rang.slice(atFirst.length)).toEqual([]);
});

it('payments that then come no more ring on the next working day', async () => {
  const [alarm] = afterAMonth;
  const before = (await alarms(stage)).rang.length;
  // Since 08:00 there should have been ten; four hours later nobody can have overlooked it.
  await stage.clockTo('2026-12-08T13:00+07:00');
  const { rang } = await alarms(stage);
  expect(rang.slice(before).map(({ name }) => name)).toEqual([alarm]);
});

it('and the first call that fails after it rings', async () => {
  await stage.faults({ lambda: [{ handler: 'me', kind: 'fail', count: 1 }] });
  await stage.call('GET', '/api/me', asAdmin());
  await stage.clockBy('PT5M');
  const { rang } = await alarms(stage);
  expect(
    rang
      .slice(-2)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['ApiServerErrors', 'ApimeAlarm']);
});

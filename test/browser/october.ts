import type { Browser } from 'playwright-core';
import type { Plan } from '#domain/plan/plan';
import { csvOf, people } from '#local/made-up';
import { asAdmin } from '../stage/calls.ts';
import { startTestStage, type TestStage } from '../stage/stage.ts';
import { startBrowser } from './browser.ts';

const [onTime, late] = [people(12), people(6, {}, 13)];

/**
 * 40 who owe October, half of whom are held out, and `others`. 12 pay on 10 October, 6 on 25
 * October, after the 15th on which it is due; `daysAfter` days follow. The stage rests in between:
 * days in which nothing happens take long.
 */
export async function playOctober(
  daysAfter: number,
  others: ReturnType<typeof people> = [],
): Promise<[TestStage, Browser]> {
  const [stage, browser] = await Promise.all([
    startTestStage({ now: '2026-09-28T08:00+07:00', heldOut: true }),
    startBrowser(),
  ]);
  const plan = await stage.ask<Plan>('GET', '/api/plan', asAdmin());
  await stage.ask('PUT', '/api/plan', {
    ...asAdmin({ ...plan, holdoutPercent: 50 }),
    headers: { 'if-match': String(plan.version) },
  });
  await stage.importCsv(csvOf([...people(40, { coveredThrough: '2026-09' }), ...others]));
  await rest(stage, 12);
  await stage.clockTo('2026-10-10T12:00+07:00');
  for (const { nik } of onTime)
    await stage.pay({ reference: `on-time-${nik}`, nik, amount: 8_400 });
  await rest(stage, 15);
  for (const { nik } of late) await stage.pay({ reference: `late-${nik}`, nik, amount: 8_400 });
  await rest(stage, daysAfter);
  await stage.clockBy('PT1H');
  return [stage, browser];
}

/** So many days pass while the stage is down. */
async function rest(stage: TestStage, days: number): Promise<void> {
  await stage.kill();
  await stage.restart({ downFor: days * 24 });
}

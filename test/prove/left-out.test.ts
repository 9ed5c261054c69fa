import { expect, it } from 'vitest';
import { aPerson, header, people, rowOf } from '#local/made-up';
import { asAdmin } from '../stage/calls.ts';
import { expectTheSame } from '../stage/local/left-out.ts';
import type { TestStage } from '../stage/stage.ts';

const [siti, sri, made] = [aPerson(1), aPerson(2), aPerson(3, { province: 'Bali' })];
/** Siti's and Made's groups pay for them, so they are told of it; Sri pays for herself. */
const roster = [
  `${header},group`,
  ...[siti, made].map((person) => `${rowOf(person)},Paguyuban Batik`),
  ...[sri, ...people(6, {}, 4), ...people(4, { province: 'Papua' }, 10)].map(
    (person) => `${rowOf(person)},`,
  ),
  '',
].join('\n');

const now = '2026-11-10T08:00+07:00';

/**
 * Three days with all that a round can find: payments at night, a pause, an outage, an unknown
 * text.
 */
async function play(stage: TestStage): Promise<void> {
  await stage.importCsv(roster);
  await stage.clockTo('2026-11-10T22:30+07:00');
  await stage.pay({ reference: 'A', nik: siti.nik, amount: 16_800 });
  await stage.pay({ reference: 'B', nik: sri.nik, amount: 16_800 });
  await stage.clockTo('2026-11-11T07:50+07:00');
  // The next text is the one in Makassar: elsewhere chance would say whose it is.
  await stage.faults({ sns: [{ kind: 'accept-then-timeout', count: 1 }] });
  await stage.clockTo('2026-11-11T08:40+07:00');
  // What fires at nine in Jakarta never fires: the watchdog finds it.
  await stage.kill();
  await stage.restart({ downFor: 2 });
  await stage.clockTo('2026-11-11T20:10+07:00');
  await stage.pay({ reference: 'C', nik: made.nik, amount: 16_800 });
  await stage.ask('POST', '/api/plan/pause', asAdmin({}));
  await stage.clockTo('2026-11-12T11:00+07:00');
  await stage.ask('POST', '/api/plan/resume', asAdmin({}));
  // By then the day is closed.
  await stage.clockTo('2026-11-13T21:00+07:00');
}

it('leaves the same rows, texts, runs and attention whether rounds that come to nothing are made or not', async ({
  onTestFinished,
}) => {
  const { made, leftOut } = await expectTheSame({ now, play }, onTestFinished);
  // Four an hour, and at most those in which something was to be done.
  expect(made).toBeGreaterThan(300);
  expect(leftOut).toBeLessThan(made / 4);
});

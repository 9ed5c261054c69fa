import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { aPerson, csvOf, people } from '#local/made-up';
import { asAdmin } from '../stage/calls.ts';
import { startTestStage } from '../stage/stage.ts';

// 15 November 2019 is a Friday, 2035 a Thursday; five days before is a Sunday, and a Saturday.
it.each(['2019', '2035'])(
  'with a clock in %s workers are reminded, pay and are counted as in any year',
  async (year) => {
    const stage = await startTestStage({ now: `${year}-11-08T12:00+07:00` });
    try {
      expect(stage.said()).toContain(
        `The clock stands in ${year}, but discounts and holidays are known for 2026 to 2027 only`,
      );
      const roster = csvOf(people(3, { coveredThrough: `${year}-10` }));
      expect(await stage.importCsv(roster)).toMatchObject({ created: 3, rejected: [] });
      await stage.clockTo(`${year}-11-10T12:00+07:00`);
      expect(await stage.outbox()).toHaveLength(3);
      // Lowest tier, no JHT, no discount: 10,000 + 6,800.
      expect((await stage.worker(aPerson(1).nik)).owed).toEqual({
        amount: 16_800,
        months: [`${year}-11`],
      });
      await stage.pay({ reference: 'A-1', nik: aPerson(1).nik, amount: 16_800 });
      await stage.clockTo(`${year}-11-17T12:00+07:00`);
      for (const path of [
        `renewals?from=${year}-10&to=${year}-12`,
        `members?from=${year}-10&to=${year}-12`,
        'plan',
        'settings',
        'attention?kind=missed',
        `audit?date=${year}-11-10`,
        `runs?date=${year}-11-10`,
      ])
        await stage.ask('GET', `/api/${path}`, asAdmin());
      const log = readFileSync(join(stage.folder, 'handlers.jsonl'), 'utf8');
      expect(log.split('\n').filter((line) => line.includes('"level":"ERROR"'))).toEqual([]);
    } finally {
      await stage.stop();
    }
  },
);

const twoDays = 2 * 86_400_000;

it('where the machine’s clock is set back Ingat says so, and its own does not go back with it', async () => {
  const stage = await startTestStage({ now: '2026-11-11T08:00+07:00' });
  try {
    await stage.importCsv(csvOf(people(3)));
    const { now: before } = await stage.clockTo('2026-11-11T09:00:10+07:00');
    expect(await stage.outbox()).toHaveLength(3);
    await stage.kill();
    setBackWhileDown(stage.folder, twoDays);
    await stage.restart();
    expect(stage.said()).toContain(
      'The clock of this machine was set back by about 2 days since Ingat last ran.',
    );
    const { now } = await stage.ask<{ now: string }>('GET', '/_local/clock');
    // It is seen every ten seconds: a kill may cost as much.
    expect(Date.parse(now)).toBeGreaterThanOrEqual(Date.parse(before) - 10_000);
    // Delivery receipts waited for their minute, and did not have to wait for two days.
    await stage.clockTo('2026-11-11T09:05+07:00');
    expect((await stage.reminders(aPerson(1).nik))[0]).toMatchObject({ status: 'delivered' });
    expect(await stage.outbox()).toHaveLength(3);
  } finally {
    await stage.stop();
  }
});

/** As if the machine had been two days ahead until now. */
function setBackWhileDown(folder: string, by: number): void {
  const state = new DatabaseSync(join(folder, 'state.sqlite'), { timeout: 5_000 });
  const move = state.prepare('UPDATE kept SET value = CAST(value AS REAL) + ? WHERE name = ?');
  move.run(-by, 'clock.lead');
  move.run(by, 'clock.real');
  state.close();
}

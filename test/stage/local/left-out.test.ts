import { expect, it } from 'vitest';
import { aPerson, csvOf, people } from '#local/made-up';
import type { TestStage } from '../stage.ts';
import { expectTheSame } from './left-out.ts';

const now = '2026-11-11T06:20+07:00';

async function play(stage: TestStage): Promise<void> {
  await stage.importCsv(csvOf(people(3)));
  await stage.pay({ reference: 'A', nik: aPerson(1).nik, amount: 8_400 });
  await stage.clockTo('2026-11-11T09:40+07:00');
}

/** Three days with all that a round can find: test/prove/left-out.test.ts. */
it('leaves the same rows and texts of a morning whether rounds that come to nothing are made or not', async ({
  onTestFinished,
}) => {
  const { made, leftOut } = await expectTheSame({ now, play }, onTestFinished);
  // Four an hour.
  expect(made).toBeGreaterThan(12);
  expect(leftOut).toBeLessThan(made);
});

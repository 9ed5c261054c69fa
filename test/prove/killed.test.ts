import { afterAll, beforeAll, expect, it } from 'vitest';
import { csvOf, people } from '#local/made-up';
import { accountsOf, tally } from '../stage/everybody.ts';
import { startTestStage, type TestStage } from '../stage/stage.ts';

const due = 1_600;

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-10T12:00+07:00' });
  await stage.importCsv(csvOf(people(due / 2)));
  await stage.importCsv(csvOf(people(due / 2, {}, due / 2 + 1)));
});
afterAll(() => stage?.stop());

/** How many texts have left at each `kill -9`: in the first batch, and wherever chance has it. */
const points = [1, 300 + Math.floor(Math.random() * 400), 900 + Math.floor(Math.random() * 400)];

/** The four slices of Jakarta's run are worked on at once, ten workers in flight in each. */
const mostInFlight = 4 * 10;

it(`nobody is texted twice and nobody goes without a row over a kill -9 after ${points.join(', ')} texts`, async () => {
  await stage.clockTo('2026-11-11T08:59+07:00');
  for (const point of points) {
    expect(await stage.killAfter(point)).toBeGreaterThanOrEqual(point);
    await stage.restart();
    if (point > 1) continue;
    // So many are unclear of the first fifty that the others wait for a person.
    await stage.clockBy('PT20M');
    await stage.letGoOn('2026-11-11');
  }
  await stage.clockBy('PT20M');

  // What left and was not recorded was unclear until its delivery receipt came.
  const { 'unknown, 0 texts': lost = 0, ...others } = tally(
    await accountsOf(stage, 'before', '2026-11'),
  );
  const left = due - lost;
  expect(others).toEqual({ 'delivered, 1 text': left });
  expect(lost).toBeLessThanOrEqual(points.length * mostInFlight);
  expect(await stage.outbox()).toHaveLength(left);
  const [run] = await stage.runs('2026-11-11');
  const { sent = 0, unknown = 0 } = run?.counts ?? {};
  expect(run).toMatchObject({ finished: true });
  expect(sent + unknown).toBe(due);
  expect(unknown).toBeGreaterThanOrEqual(lost);
  expect(unknown).toBeLessThanOrEqual(points.length * mostInFlight);
});

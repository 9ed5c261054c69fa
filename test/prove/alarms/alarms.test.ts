import { afterAll, beforeAll, expect, test } from 'vitest';
import { watchedIn } from '#local/cloudwatch/from-template';
import { csvOf, people } from '#local/made-up';
import { startTestStage, type TestStage } from '../../stage/stage.ts';
import { allResources } from '../../unit/lib/staging.ts';
import { rungBy, watch } from './trial.ts';
import { trials } from './trials.ts';

const watched = watchedIn(allResources);
const sentences = new Map(watched.alarms.map(({ name, sentence }) => [name, sentence]));

/** Ten in each zone who owe November, and ten who will owe December; sixty who owe January. */
const roster = [
  ...['Jawa Tengah', 'Bali', 'Papua'].flatMap((province, zone) =>
    ['2026-10', '2026-11'].flatMap((coveredThrough, month) =>
      people(10, { province, coveredThrough }, 1 + 10 * (2 * zone + month)),
    ),
  ),
  ...people(60, { coveredThrough: '2026-12' }, 61),
];

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-09T01:00+07:00' });
  await watch(stage, watched);
  expect(await stage.importCsv(csvOf(roster))).toMatchObject({ created: 120 });
  // The watchdog counts as silent until it has run.
  await stage.clockBy('PT1H');
});
afterAll(() => stage?.stop());

test.each(trials.map((trial) => [trial.cause, trial] as const))('%s', async (_, trial) => {
  const rang = await rungBy(stage, trial);
  expect(rang.map(({ name }) => name)).toEqual(trial.rings);
  for (const { name, sentence } of rang) expect(sentence).toBe(sentences.get(name));
});

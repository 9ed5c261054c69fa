import { afterAll, beforeAll, expect, it } from 'vitest';
import { csvOf, people } from '#local/made-up';
import { accountsOf, tally } from '../../stage/everybody.ts';
import { startTestStage, type TestStage } from '../../stage/stage.ts';

/** 6 in Solo and 2 in each of the other zones, who all owe November. */
const roster = [
  ...people(6),
  ...people(2, { province: 'Bali' }, 31),
  ...people(2, { province: 'Papua' }, 41),
];

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-10T12:00+07:00' });
  expect(await stage.importCsv(csvOf(roster))).toMatchObject({ created: 10 });
});
afterAll(() => stage?.stop());

it('whose text should have left while all was down gets it the same afternoon, once', async () => {
  await stage.clockTo('2026-11-11T06:50+07:00');
  await stage.kill();
  await stage.restart({ downFor: 8 + 10 / 60 });
  await stage.clockTo('2026-11-11T16:00+07:00');
  expect(tally(await accountsOf(stage, 'before', '2026-11'))).toEqual({ 'delivered, 1 text': 10 });
  const hours = (await stage.outbox()).map(({ at }) => at.slice(0, 13));
  expect(new Set(hours)).toEqual(new Set(['2026-11-11T08']));
});

it('who was to be reminded three days ago is written down as missed, for a person to see, and gets no stale text', async () => {
  await stage.clockTo('2026-11-13T22:00+07:00');
  await stage.kill();
  // The eve was Saturday the 14th, to be caught up until Sunday evening; it is Tuesday now.
  await stage.restart({ downFor: 3.5 * 24 });
  await stage.clockTo('2026-11-17T12:00+07:00');
  expect(tally(await accountsOf(stage, 'eve', '2026-11'))).toEqual({ 'missed, 1 text': 10 });
  expect(await stage.outbox()).toHaveLength(10);
  const missed = await stage.attention('missed');
  expect(missed.map(({ count }) => Number(count)).reduce((sum, each) => sum + each)).toBe(10);
  // One a slice: four shards in each of three zones at most.
  expect(missed.length).toBeLessThanOrEqual(12);
  expect(
    (await stage.runs('2026-11-14')).map(({ counts, closed }) => ({ counts, closed })),
  ).toEqual([
    { counts: { missed: 6 }, closed: true },
    { counts: { missed: 2 }, closed: true },
    { counts: { missed: 2 }, closed: true },
  ]);
});

it('the next reminder goes out on its day as if nothing had been', async () => {
  await stage.clockTo('2026-11-23T10:00+07:00');
  expect(tally(await accountsOf(stage, 'after', '2026-11'))).toEqual({ 'delivered, 2 texts': 10 });
});

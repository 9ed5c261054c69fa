import { afterAll, beforeAll, expect, it } from 'vitest';
import { csvOf, people } from '#local/made-up';
import { accountsOf, tally } from '../../stage/everybody.ts';
import { startTestStage, type TestStage } from '../../stage/stage.ts';

/** 20 workers: of fifty, so many faults would halt the step. */
let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-10T12:00+07:00' });
  expect(await stage.importCsv(csvOf(people(20)))).toMatchObject({ created: 20 });
});
afterAll(() => stage?.stop());

const ambiguous = { 'delivered, 1 text': 13, 'unknown, 1 text': 3, 'unknown, 0 texts': 4 };
/** The receipts of the three that the carrier took come hours later. */
const settled = { 'delivered, 1 text': 16, 'unknown, 0 texts': 4 };

it('whose text the carrier took, or may have taken, without an answer is unknown and waits for a person', async () => {
  await stage.clockTo('2026-11-11T08:59+07:00');
  await stage.faults({
    sns: [
      { kind: 'accept-then-timeout', count: 3 },
      { kind: 'timeout', count: 2 },
      { kind: 'error', count: 2 },
    ],
  });
  await stage.clockTo('2026-11-11T10:00+07:00');
  const accounts = await accountsOf(stage, 'before', '2026-11');
  expect(tally(accounts)).toEqual(ambiguous);
  const unknown = accounts
    .filter(({ rows }) => rows[0]?.status === 'unknown')
    .map(({ worker }) => worker.workerId);
  expect((await stage.attention('unknown')).map(({ workerId }) => workerId).sort()).toEqual(
    unknown.sort(),
  );
});

it('they are not texted again, however often the schedule fires and days later; what was taken ends as delivered, once', async () => {
  await stage.fire('Asia/Jakarta');
  await Promise.all([stage.fire('Asia/Jakarta'), stage.fire('Asia/Jakarta')]);
  const [run] = await stage.runs('2026-11-11');
  await stage.ask('POST', `/api/runs/${run?.runId}/retry`, { role: 'admin' });
  expect(tally(await accountsOf(stage, 'before', '2026-11'))).toEqual(ambiguous);
  await stage.clockTo('2026-11-13T12:00+07:00');
  expect(tally(await accountsOf(stage, 'before', '2026-11'))).toEqual(settled);
  expect(await stage.attention('unknown')).toHaveLength(4);
  expect(await stage.outbox()).toHaveLength(16);
});

it('whom the carrier puts off forty times gets their text all the same, once, and nobody counts as failed', async () => {
  await stage.clockTo('2026-11-14T08:59+07:00');
  const before = (await stage.outbox()).length;
  await stage.faults({ sns: [{ kind: 'throttle', count: 40 }] });
  await stage.clockTo('2026-11-14T10:00+07:00');
  const accounts = await accountsOf(stage, 'eve', '2026-11');
  expect(accounts.map(({ rows }) => rows.map(({ status }) => status).join())).toEqual(
    Array(20).fill('delivered'),
  );
  const phones = (await stage.outbox()).slice(before).map(({ to }) => to);
  expect(phones).toHaveLength(20);
  expect(new Set(phones).size).toBe(20);
  expect(await stage.attention('failed')).toEqual([]);
});

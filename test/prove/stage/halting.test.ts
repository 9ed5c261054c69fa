import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Plan } from '#domain/plan/plan';
import type { RunsAnswer } from '#flows/sending/show-runs';
import { csvOf, people } from '#local/made-up';
import { asAdmin } from '../../stage/calls.ts';
import { startTestStage, type TestStage } from '../../stage/stage.ts';

const everybody = 105;
/**
 * That its alarm rings: ./alarms. A sender that breaks after each text:
 * test/prove/halting-unknown.test.ts. The eve of Monday 16 November is pushed from Sunday to
 * Saturday.
 */
const [before, eve] = ['2026-11-11', '2026-11-14'] as const;

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-10T12:00+07:00' });
  expect(await stage.importCsv(csvOf(people(everybody)))).toMatchObject({ created: everybody });
});
afterAll(() => stage?.stop());

const halted = async (date: string) =>
  (await stage.ask<RunsAnswer>('GET', `/api/runs?date=${date}`, asAdmin())).halted;
const release = (date: string, step: string) =>
  stage.ask('POST', '/api/runs/release', asAdmin({ date, step }));
const textsOf = async (date: string) =>
  (await stage.outbox()).filter(({ at }) => at.startsWith(date));

it('a text that SNS refuses costs fifty workers their reminder, and not all', async () => {
  await stage.faults({ sns: [{ kind: 'refuse', count: 1_000 }] });
  await stage.clockTo('2026-11-11T12:00+07:00');
  expect(await stage.outbox()).toEqual([]);
  expect(await stage.attention('failed')).toHaveLength(50);
  expect(await halted(before)).toMatchObject([
    { date: before, step: 'before', sent: 0, failed: 50, unknown: 0, overParts: 0 },
  ]);
});

it('neither the schedule, a retry by hand nor a restart sends the rest', async () => {
  await stage.faults({ sns: [] });
  await stage.fire('Asia/Jakarta');
  const [run] = await stage.runs(before);
  await stage.ask('POST', `/api/runs/${run?.runId}/retry`, asAdmin());
  await stage.kill();
  await stage.restart();
  await stage.clockTo('2026-11-11T13:00+07:00');
  expect(await stage.outbox()).toEqual([]);
});

it('after a person’s word the rest goes out that day, nobody twice', async () => {
  await release(before, 'before');
  await release(before, 'before');
  await stage.clockTo('2026-11-11T15:00+07:00');
  expect(await halted(before)).toEqual([]);
  expect((await stage.runs(before))[0]).toMatchObject({
    finished: true,
    counts: { failed: 50, sent: everybody - 50 },
  });
  const texts = await stage.outbox();
  expect(texts).toHaveLength(everybody - 50);
  expect(new Set(texts.map(({ to }) => to)).size).toBe(everybody - 50);
  expect(texts.every(({ at }) => at > '2026-11-11T06:00' && at < '2026-11-11T08:00')).toBe(true);
});

it('a corrected text is tried on fifty before the others get it', async () => {
  await stage.faults({ sns: [{ kind: 'refuse', count: 1_000 }] });
  await stage.clockTo('2026-11-14T12:00+07:00');
  expect(await halted(eve)).toMatchObject([{ step: 'eve', sent: 0, failed: 50 }]);
  await stage.faults({ sns: [{ kind: 'refuse', count: 3 }] });
  const plan = await stage.ask<Plan>('GET', '/api/plan', asAdmin());
  const steps = plan.steps.map((step) =>
    step.id === 'eve'
      ? { ...step, texts: { id: 'Yth. {name}, BPJS Ketenagakerjaan {amount}.' } }
      : step,
  );
  const headers = { 'if-match': String(plan.version) };
  await stage.ask('PUT', '/api/plan', { ...asAdmin({ ...plan, steps }), headers });
  await stage.clockTo('2026-11-14T13:00+07:00');
  expect(await textsOf(eve)).toEqual([]);
  await release(eve, 'eve');
  await stage.clockTo('2026-11-14T14:00+07:00');
  expect(await textsOf(eve)).toHaveLength(47);
  expect(await halted(eve)).toMatchObject([{ step: 'eve', sent: 47, failed: 3 }]);
  await release(eve, 'eve');
  await stage.clockTo('2026-11-14T15:00+07:00');
  const texts = await textsOf(eve);
  expect(texts).toHaveLength(everybody - 53);
  expect(new Set(texts.map(({ to }) => to)).size).toBe(everybody - 53);
  expect(texts.every(({ at }) => at < '2026-11-14T13:00')).toBe(true);
});

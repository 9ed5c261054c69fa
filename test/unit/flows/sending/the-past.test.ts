import { beforeAll, describe, expect, it } from 'vitest';
import { everything } from '#domain/attention/attention-filter';
import { instantAt } from '#domain/calendar/dates';
import { listItems } from '#flows/attention/list-items';
import { showWorker } from '#flows/people/show-worker';
import { explainCohort } from '#flows/renewals/explain-cohort';
import { renewals } from '#flows/renewals/show-renewals';
import { tally } from '#flows/renewals/tally';
import { planRun } from '#flows/sending/plan-run';
import { runsOn } from '#flows/sending/show-runs';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { watch } from '#local/memory/watch';
import { aWorker } from '../../../builders.ts';
import { plan } from '../../../plan.ts';
import { aStage, cycleOf, edit, planWith, workersNamed, workOff } from '../given.ts';
import { settings } from '../settings.ts';

const zone = 'Asia/Jakarta';
const [first = aWorker(), second = aWorker(), third = aWorker()] = workersNamed(3);

/** The step `before`, so many days before the due date. */
const moved = (offsetDays: number) => ({
  steps: plan.steps.map((each) => (each.id === 'before' ? { ...each, offsetDays } : each)),
});

async function fireOn(memory: InMemoryPorts, date: string): Promise<void> {
  memory.state.now = instantAt(zone, date, '09:00');
  const firing = { zone, time: '09:00', scheduledAt: memory.state.now } as const;
  await planRun(firing, memory, settings);
  await workOff(memory);
}

/**
 * November 2026 is due on Monday 16. `before` leaves on the 11th to the first of three workers, is
 * moved and leaves on the 12th to the second, is moved again and leaves on the 13th to the third,
 * whose text SNS refuses. Then it is deleted.
 */
async function threeVersions(): Promise<InMemoryPorts> {
  const { memory } = aStage({ workers: [], plan: planWith() });
  const changes = watch(memory.state);
  const join = (worker: typeof first, since: string) =>
    void memory.state.workers.set(worker.workerId, {
      ...worker,
      cycle: cycleOf({ since, began: instantAt(zone, since, '08:00') }),
    });
  for (const [worker, date, offsetDays] of [
    [first, '2026-11-11', -5],
    [second, '2026-11-12', -4],
    [third, '2026-11-13', -3],
  ] as const) {
    memory.state.now = instantAt(zone, date, '08:00');
    join(worker, date);
    if (offsetDays !== -5) edit(memory, moved(offsetDays));
    if (worker === third) memory.state.answers.push({ status: 'refused' });
    await fireOn(memory, date);
  }
  edit(memory, { steps: plan.steps.filter(({ id }) => id !== 'before') });
  await tally({ shard: 'shard-1', changes }, memory);
  return memory;
}

let memory: InMemoryPorts;
beforeAll(async () => {
  memory = await threeVersions();
});

const due = (offsetDays: number) => ({ anchor: 'due', offsetDays });

describe('a step that was moved twice, and then deleted, is named as it was when it sent', () => {
  it.each([
    ['2026-11-11', -5],
    ['2026-11-12', -4],
    ['2026-11-13', -3],
  ])('in the runs of %s', async (date, offsetDays) => {
    expect(await runsOn(date, memory)).toMatchObject([
      { step: 'before', planned: due(offsetDays) },
    ]);
  });

  it.each([
    [first, -5, 'sent'],
    [second, -4, 'sent'],
    [third, -3, 'failed'],
  ])('in the timeline of %$', async ({ workerId }, offsetDays, status) => {
    const { timeline } = await showWorker(workerId, memory, settings);
    expect(timeline).toMatchObject([
      { kind: 'reminder', step: 'before', status, planned: due(offsetDays) },
    ]);
  });

  it('by step in finance: a line for each of its days, and each text once', async () => {
    const span = { from: '2026-11', to: '2026-11', asOf: '2026-11-13', by: null };
    const { items } = await renewals(span, memory, settings);
    expect(items[0]?.steps).toMatchObject([
      { step: 'before', planned: due(-5), reminders: { sent: 1, failed: 0 } },
      { step: 'before', planned: due(-4), reminders: { sent: 1, failed: 0 } },
      { step: 'before', planned: due(-3), reminders: { sent: 0, failed: 1 } },
    ]);
  });

  it('behind the numbers of a cohort', async () => {
    const asked = { month: '2026-11', asOf: '2026-11-13', kind: null, cursor: null };
    const { items } = await explainCohort(asked, memory, settings);
    const told = items.map(({ workerId, texts }) => [workerId, texts.map((text) => text.planned)]);
    expect(Object.fromEntries(told)).toEqual({
      [first.workerId]: [due(-5)],
      [second.workerId]: [due(-4)],
      [third.workerId]: [due(-3)],
    });
  });

  it('under attention', async () => {
    const { items } = await listItems(
      {
        ...{ kind: 'failed', cursor: null, isForAdmin: false },
        ...{ filter: everything, oldestFirst: false },
      },
      memory,
      settings,
    );
    expect(items).toMatchObject([{ step: 'before', planned: due(-3), workerId: third.workerId }]);
  });
});

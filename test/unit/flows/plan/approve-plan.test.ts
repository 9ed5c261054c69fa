import { describe, expect, it } from 'vitest';
import type { Plan } from '#domain/plan/plan';
import { approvePlan } from '#flows/plan/approve-plan';
import { replacePlan, restorePlan, setPaused } from '#flows/plan/change-plan';
import { planVersions } from '#flows/plan/show-plan';
import { watch } from '#flows/sending/watching/watchdog';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { aStage, later, nine, planWith, workersNamed } from '../given.ts';
import { settings } from '../settings.ts';
import { handOf, moved, stored } from './changing.ts';

const statusOf = async (memory: InMemoryPorts) =>
  (await planVersions(null, memory.plans)).items.map(
    ({ version, status }) => `${version} ${status}`,
  );

describe('where a second admin has to approve', () => {
  const dewi = (memory: InMemoryPorts) => handOf(memory, 'dewi', true);

  it.each<[string, Partial<Plan>, 'current' | 'pending']>([
    ['a step', { steps: moved(-3).steps }, 'pending'],
    ['the thanks', { paidText: { enabled: false, texts: {} } }, 'pending'],
    ['pause', { paused: true }, 'current'],
    ['the list of phones', { onlyTo: ['+6287000000001'] }, 'current'],
    ['the budget', { monthlyBudgetRupiah: 1_000_000 }, 'current'],
    ['the quiet hours', { quietHours: { from: '19:00', to: '08:00' } }, 'current'],
    ['a holiday', { holidays: { add: ['2026-11-16'], remove: [] } }, 'current'],
    ['a step and pause together', { steps: moved(-3).steps, paused: true }, 'pending'],
  ])('a change of %s (%#)', async (_, facts, status) => {
    const { memory } = aStage();
    expect(await replacePlan({ ...planWith(), ...facts }, 1, dewi(memory))).toMatchObject({
      status,
      version: { plan: { version: 2 } },
    });
    expect((await memory.plans.current())?.plan.version).toBe(status === 'current' ? 2 : 1);
  });

  it('nobody approves their own; another does, and it holds from then on', async () => {
    const { memory } = aStage();
    await replacePlan(moved(-3), 1, dewi(memory));
    await expect(approvePlan(2, handOf(memory, 'dewi'))).rejects.toMatchObject({
      code: 'forbidden',
    });
    later(memory, 3_600);
    expect(await approvePlan(2, handOf(memory, 'budi'))).toMatchObject({
      status: 'current',
      version: { savedBy: 'dewi', approval: { by: 'budi' } },
    });
    expect(await memory.plans.inForceSince(nine)).toMatchObject([
      { plan: { version: 2 } },
      { plan: { version: 1 } },
    ]);
    expect(await approvePlan(2, handOf(memory, 'siti'))).toMatchObject({
      status: 'current',
      version: { approval: { by: 'budi' } },
    });
  });

  it('the same proposal again is the same proposal', async () => {
    const { memory } = aStage();
    await replacePlan(moved(-3), 1, dewi(memory));
    expect(await replacePlan(moved(-3), 1, handOf(memory, 'budi', true))).toMatchObject({
      status: 'pending',
      version: { savedBy: 'dewi' },
    });
    expect(stored(memory)).toEqual([1, 2]);
  });

  it('a proposal is dropped when the plan moves on, and can be proposed anew', async () => {
    const { memory } = aStage();
    await replacePlan(moved(-3), 1, dewi(memory));
    await setPaused(true, dewi(memory));
    expect(await statusOf(memory)).toEqual(['3 current', '2 superseded', '1 superseded']);
    await expect(approvePlan(2, handOf(memory, 'budi'))).rejects.toThrow(
      'Version 2 was to follow version 1, and version 3 is current: restore it to propose it again',
    );
    expect(await restorePlan(2, dewi(memory))).toMatchObject({
      status: 'pending',
      version: { plan: { version: 4, paused: true }, replaces: 3 },
    });
    expect(await statusOf(memory)).toEqual([
      '4 pending',
      '3 current',
      '2 superseded',
      '1 superseded',
    ]);
  });

  it('of two proposals approved at once one wins', async () => {
    const { memory } = aStage();
    await replacePlan(moved(-3), 1, dewi(memory));
    await replacePlan(moved(-4), 1, handOf(memory, 'siti', true));
    const answers = await Promise.allSettled([
      approvePlan(2, handOf(memory, 'budi')),
      approvePlan(3, handOf(memory, 'budi')),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('a proposal sends nothing; approved at noon, what it had for nine goes out then', async () => {
    const { memory } = aStage({ workers: workersNamed(3), plan: { ...planWith(), steps: [] } });
    await replacePlan(planWith(), 1, dewi(memory));
    later(memory, 3 * 3_600);
    await watch(memory, settings);
    expect(memory.state.queued).toEqual([]);
    await approvePlan(2, handOf(memory, 'budi'));
    later(memory, 900);
    await watch(memory, settings);
    expect(memory.state.queued.map(({ key: { step, time } }) => [step, time])).toEqual([
      ['before', '12:15'],
      ['before', '13:15'],
      ['before', '14:15'],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Plan } from '#domain/plan/plan';
import { approvePlan } from '#flows/plan/approve-plan';
import {
  type Changed,
  type Conflict,
  replacePlan,
  restorePlan,
  setPaused,
} from '#flows/plan/change-plan';
import { planVersions } from '#flows/plan/show-plan';
import { watch } from '#flows/sending/watchdog';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import {
  aMorning,
  aStage,
  edit,
  later,
  nine,
  outcomes,
  planWith,
  theSlice,
  workersNamed,
  workOff,
} from '../given.ts';
import { settings } from '../settings.ts';

const handOf = (ports: InMemoryPorts, by = 'dewi', approval = false) => ({
  by,
  ports,
  settings: { ...settings, approval },
});
const earlier = planWith({ step: { offsetDays: -3 } });
const moved = (offsetDays: number): Plan => ({
  ...planWith(),
  steps: planWith().steps.map((step) => (step.id === 'before' ? { ...step, offsetDays } : step)),
});
const stored = ({ state }: InMemoryPorts) => state.plans.map(({ plan }) => plan.version);
const statusOf = async (memory: InMemoryPorts) =>
  (await planVersions(null, memory.plans)).items.map(
    ({ version, status }) => `${version} ${status}`,
  );
const versionOf = (changed: Changed | Conflict): number =>
  changed.status === 'conflict' ? Number.NaN : changed.version.plan.version;

describe('an admin who saves the plan', () => {
  it('makes the next version, in force at once, with who and when', async () => {
    const { memory } = aStage();
    expect(await replacePlan(moved(-3), 1, handOf(memory))).toMatchObject({
      status: 'current',
      version: { plan: { version: 2 } },
    });
    expect(await memory.plans.current()).toMatchObject({
      savedAt: nine,
      savedBy: 'dewi',
      replaces: 1,
      plan: { ...moved(-3), version: 2 },
    });
  });

  it('with nothing changed writes nothing, in whatever order the fields come', async () => {
    const { memory } = aStage();
    const { steps, paused, ...rest } = planWith();
    expect(
      versionOf(await replacePlan({ paused, ...rest, steps, version: 99 }, 1, handOf(memory))),
    ).toBe(1);
    expect(stored(memory)).toEqual([1]);
  });

  it('from an older version is told both', async () => {
    const { memory } = aStage();
    await replacePlan(moved(-3), 1, handOf(memory));
    expect(await replacePlan(moved(-4), 1, handOf(memory, 'budi'))).toEqual({
      status: 'conflict',
      yours: { ...moved(-4), version: 1 },
      current: { ...moved(-3), version: 2 },
    });
  });

  it('with faults is told all of them, and nothing is written', async () => {
    const { memory } = aStage();
    const saving = replacePlan(
      { ...earlier, catchUpDays: 9, holdoutPercent: -1 },
      1,
      handOf(memory),
    );
    await expect(saving).rejects.toMatchObject({
      code: 'invalid',
      issues: expect.arrayContaining([
        expect.objectContaining({
          ...{ path: 'catchUpDays', code: 'not-whole-number', values: { from: 0, to: 7 } },
        }),
        expect.objectContaining({ path: 'holdoutPercent', code: 'not-a-percentage' }),
      ]),
    });
    expect(stored(memory)).toEqual([1]);
  });

  it('reads no version of before where all steps are those of the plan in force', async () => {
    const { memory } = aStage();
    memory.plans.inForceSince = () => expect.fail('the history was read');
    expect(versionOf(await replacePlan(moved(-3), 1, handOf(memory)))).toBe(2);
  });

  it('cannot give the id of a step that was deleted long ago to another', async () => {
    const { memory } = aStage();
    await replacePlan({ ...planWith(), steps: planWith().steps.slice(1) }, 1, handOf(memory));
    const steps = [
      { ...planWith().steps[3], id: 'before', at: '11:00' },
      ...planWith().steps.slice(1),
    ];
    await expect(replacePlan({ ...planWith(), steps }, 2, handOf(memory))).rejects.toMatchObject({
      issues: [{ path: 'steps.0.id', code: 'step-id-moved', values: { version: 1 } }],
    });
  });
});

describe('two admins at once', () => {
  it('one wins, the other is told both', async () => {
    const { memory } = aStage();
    const answers = await Promise.all([
      replacePlan(moved(-3), 1, handOf(memory)),
      replacePlan(moved(-4), 1, handOf(memory, 'budi')),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['conflict', 'current']);
    expect(stored(memory)).toEqual([1, 2]);
  });

  it('of whom one pauses: both hold', async () => {
    const { memory, meanwhile } = aStage();
    meanwhile('plans.save', () => replacePlan(moved(-3), 1, handOf(memory, 'budi')));
    expect(await setPaused(true, handOf(memory))).toMatchObject({
      status: 'current',
      version: { plan: { ...moved(-3), version: 3, paused: true } },
    });
  });

  it('is given up where others are always faster', async () => {
    const { memory, meanwhile } = aStage();
    meanwhile(
      'plans.versions',
      () => edit(memory, { catchUpDays: (memory.state.plans.length % 7) + 1 }),
      100,
    );
    await expect(setPaused(true, handOf(memory))).rejects.toMatchObject({ code: 'conflict' });
  });
});

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

  it('what is proposed sends nothing, and what is approved at noon was not due at nine', async () => {
    const { memory } = aStage({ workers: workersNamed(3), plan: { ...planWith(), steps: [] } });
    await replacePlan(planWith(), 1, dewi(memory));
    later(memory, 3 * 3_600);
    await watch(memory, settings);
    expect(memory.state.queued).toEqual([]);
    await approvePlan(2, handOf(memory, 'budi'));
    later(memory, 3_600);
    await watch(memory, settings);
    expect(memory.state.queued).toEqual([]);
  });
});

describe('going back', () => {
  it('is a new version with the old content, but for the kill switch', async () => {
    const { memory } = aStage();
    await replacePlan({ ...moved(-3), paused: true }, 1, handOf(memory));
    expect(await restorePlan(1, handOf(memory, 'budi'))).toMatchObject({
      status: 'current',
      version: { savedBy: 'budi', plan: { ...planWith(), version: 3, paused: true } },
    });
  });

  it('to what holds already writes nothing', async () => {
    const { memory } = aStage();
    expect(versionOf(await restorePlan(1, handOf(memory)))).toBe(1);
  });

  it('to a version that never was is refused', async () => {
    const { memory } = aStage();
    await expect(restorePlan(7, handOf(memory))).rejects.toMatchObject({ code: 'not-found' });
    await expect(approvePlan(7, handOf(memory, 'budi'))).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('the kill switch', () => {
  it('twice is once', async () => {
    const { memory } = aStage();
    expect(versionOf(await setPaused(true, handOf(memory)))).toBe(2);
    expect(versionOf(await setPaused(true, handOf(memory, 'budi')))).toBe(2);
    expect(versionOf(await setPaused(false, handOf(memory)))).toBe(3);
  });

  it('works where an older version of us left a plan that would be refused today', async () => {
    const { memory } = aStage({ plan: planWith({ step: { at: '23:00' } }) });
    expect(await setPaused(true, handOf(memory))).toMatchObject({ status: 'current' });
  });

  it('in the middle of a slice is felt within ten texts; afterwards it goes on without loss or repeat', async () => {
    const { memory, meanwhile } = await aMorning({ workers: workersNamed(45) });
    meanwhile('sms.send', () => undefined, 14);
    meanwhile('sms.send', () => setPaused(true, handOf(memory)));
    expect(await workOff(memory)).toEqual(['not-now']);
    expect(memory.state.outbox).toHaveLength(20);
    later(memory, 1_800);
    await watch(memory, settings);
    expect(memory.state.queued).toEqual([]);
    await setPaused(false, handOf(memory));
    await watch(memory, settings);
    await workOff(memory);
    expect(outcomes(memory)).toEqual(Array(45).fill('sent'));
    expect(new Set(memory.state.outbox.map(({ phone }) => phone)).size).toBe(45);
    expect(theSlice(memory)).toMatchObject({
      state: 'finished',
      counts: { sent: 45 },
      planVersion: 1,
    });
  });
});

describe('moving a step', () => {
  it('later the same morning, or earlier after it went out, sends it to nobody twice', async () => {
    const { memory } = await aMorning({ workers: workersNamed(5) });
    await workOff(memory);
    await replacePlan(moved(-3), 1, handOf(memory));
    await replacePlan(moved(-10), 2, handOf(memory));
    for (let day = 0; day < 6; day++) {
      later(memory, 24 * 3_600);
      await watch(memory, settings);
      await workOff(memory);
    }
    const before = [...memory.state.reminders.values()].filter(({ step }) => step === 'before');
    expect(before).toHaveLength(5);
  });
});

describe('the history', () => {
  it('says who, when and whose place it took, newest first, a page at a time', async () => {
    const { memory } = aStage();
    for (let version = 1; version <= 21; version++)
      await replacePlan({ ...planWith(), monthlyBudgetRupiah: version }, version, handOf(memory));
    const first = await planVersions(null, memory.plans);
    expect([first.items.length, first.next]).toEqual([20, '3']);
    expect(first.items[0]).toMatchObject({
      version: 22,
      status: 'current',
      savedAt: nine,
      savedBy: 'dewi',
      approvedBy: null,
      replaces: 21,
    });
    const second = await planVersions(3, memory.plans);
    expect(second).toMatchObject({
      items: [
        { version: 2, status: 'superseded' },
        { version: 1, savedBy: 'deployment', replaces: null },
      ],
      next: null,
    });
  });
});

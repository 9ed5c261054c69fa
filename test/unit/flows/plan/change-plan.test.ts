import { describe, expect, it } from 'vitest';
import { approvePlan } from '#flows/plan/approve-plan';
import { replacePlan, restorePlan, setPaused } from '#flows/plan/change-plan';
import { planVersions } from '#flows/plan/show-plan';
import { watch } from '#flows/sending/watching/watchdog';
import { aMorning, aStage, edit, later, nine, planWith, workersNamed, workOff } from '../given.ts';
import { settings } from '../settings.ts';
import { handOf, moved, stored, versionOf } from './changing.ts';

const earlier = planWith({ step: { offsetDays: -3 } });

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

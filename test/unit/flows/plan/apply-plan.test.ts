import { describe, expect, it } from 'vitest';
import { type ApplyPlanOptions, applyPlan } from '#flows/plan/apply-plan';
import { inMemoryPorts } from '#local/memory/in-memory-ports';
import { aStage, edit, nine, planWith } from '../given.ts';

const options: ApplyPlanOptions = { firstPlanPaused: false };
const nineInAllZones = [
  'remind-Asia_Jakarta-0900',
  'remind-Asia_Makassar-0900',
  'remind-Asia_Jayapura-0900',
];

describe('applying the plan', () => {
  it('makes one schedule for each zone and time', async () => {
    const { memory } = aStage();
    expect(await applyPlan(memory, options)).toEqual({ put: nineInAllZones, removed: [] });
    expect(memory.state.schedules.get('remind-Asia_Jayapura-0900')?.schedule).toEqual({
      name: 'remind-Asia_Jayapura-0900',
      zone: 'Asia/Jayapura',
      time: '09:00',
    });
  });

  it('again writes nothing', async () => {
    const { memory } = aStage();
    await applyPlan(memory, options);
    expect(await applyPlan(memory, options)).toEqual({ put: [], removed: [] });
  });

  it('restores deleted and changed schedules, and removes those not in the plan', async () => {
    const { memory } = aStage();
    await applyPlan(memory, options);
    memory.state.schedules.delete('remind-Asia_Jakarta-0900');
    const stranger = { name: 'somebody-elses', zone: 'Asia/Jakarta', time: '03:00' } as const;
    memory.state.schedules.set('remind-Asia_Makassar-0900', {
      schedule: { ...stranger, name: 'remind-Asia_Makassar-0900' },
      intact: false,
    });
    memory.state.schedules.set(stranger.name, { schedule: stranger, intact: true });
    expect(await applyPlan(memory, options)).toEqual({
      put: ['remind-Asia_Jakarta-0900', 'remind-Asia_Makassar-0900'],
      removed: ['somebody-elses'],
    });
    expect(memory.state.schedules.get('remind-Asia_Makassar-0900')).toMatchObject({
      schedule: { time: '09:00' },
      intact: true,
    });
    expect(new Set(memory.state.schedules.keys())).toEqual(new Set(nineInAllZones));
  });

  it('follows an edit to another time, and to no step at all', async () => {
    const { memory } = aStage();
    await applyPlan(memory, options);
    edit(memory, { steps: planWith({ step: { at: '16:30' } }).steps });
    expect(await applyPlan(memory, options)).toEqual({
      put: nineInAllZones.map((name) => name.replace('0900', '1630')),
      removed: nineInAllZones,
    });
    edit(memory, { steps: planWith({ step: { enabled: false } }).steps });
    await applyPlan(memory, options);
    expect(memory.state.schedules.size).toBe(0);
  });

  it('keeps the schedules of a paused plan: they fire, and no text leaves', async () => {
    const { memory } = aStage({ plan: planWith({ paused: true }) });
    expect((await applyPlan(memory, options)).put).toEqual(nineInAllZones);
  });

  it('half-way broken off is healed by the next', async () => {
    const { memory, meanwhile } = aStage();
    meanwhile('schedules.put', () => undefined);
    meanwhile('schedules.put', () => {
      throw new Error('throttled');
    });
    await expect(applyPlan(memory, options)).rejects.toThrow('throttled');
    expect(await applyPlan(memory, options)).toEqual({ put: nineInAllZones.slice(1), removed: [] });
  });

  it('twice at once, the slower with the older plan: the newer has the last word', async () => {
    const { memory, meanwhile } = aStage();
    meanwhile('schedules.remove', async () => {
      if (memory.state.plans.length === 2) return;
      edit(memory, { steps: planWith({ step: { at: '10:00' } }).steps });
      await applyPlan(memory, options);
    });
    memory.state.schedules.set('remind-Asia_Jakarta-1000', {
      schedule: { name: '', zone: 'Asia/Jakarta', time: '10:00' },
      intact: true,
    });
    await applyPlan(memory, options);
    expect(new Set(memory.state.schedules.keys())).toEqual(
      new Set(nineInAllZones.map((name) => name.replace('0900', '1000'))),
    );
  });

  it('puts before it removes: a plan that moves is never without schedules', async () => {
    const { memory, meanwhile } = aStage();
    await applyPlan(memory, options);
    edit(memory, { steps: planWith({ step: { at: '10:00' } }).steps });
    let standing = 0;
    meanwhile('schedules.remove', () => {
      standing = memory.state.schedules.size;
    });
    await applyPlan(memory, options);
    expect(standing).toBe(6);
  });
});

describe('the first deployment', () => {
  it.each([true, false])('saves the first plan, paused: %s', async (firstPlanPaused) => {
    const memory = inMemoryPorts({ now: nine });
    await applyPlan(memory, { ...options, firstPlanPaused });
    expect(memory.state.plans).toMatchObject([
      { plan: { version: 1, paused: firstPlanPaused }, savedAt: nine, savedBy: 'deployment' },
    ]);
  });

  it('that runs twice at once saves one plan and the schedules once', async () => {
    const memory = inMemoryPorts({ now: nine });
    await Promise.all([applyPlan(memory, options), applyPlan(memory, options)]);
    expect([memory.state.plans.length, memory.state.schedules.size]).toEqual([1, 3]);
  });

  it('leaves a plan alone that admins have made since', async () => {
    const { memory } = aStage();
    edit(memory, { catchUpDays: 3 });
    await applyPlan(memory, { ...options, firstPlanPaused: true });
    expect(memory.state.plans).toHaveLength(2);
  });
});

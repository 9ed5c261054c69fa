import { describe, expect, it } from 'vitest';
import { instantAt } from '#domain/calendar/dates';
import { zones } from '#domain/calendar/zones';
import type { Plan, Step } from '#domain/plan/plan';
import { behindUnder } from '#flows/plan/show-behind';
import { planRun } from '#flows/sending/plan-run';
import { retryRun } from '#flows/sending/show-runs';
import { watch } from '#flows/sending/watching/watchdog';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { aStage, edit, outcomes, planWith, workersNamed, workOff } from '../given.ts';
import { settings } from '../settings.ts';

const jakarta = 'Asia/Jakarta';
const at = (date: string, time: string) => instantAt(jakarta, date, time);

const step = (id: string, facts: Partial<Step>): Partial<Plan> => ({
  steps: planWith().steps.map((each) => (each.id === id ? { ...each, ...facts } : each)),
});

/** Three workers in Jakarta, on a stage where every day before has been closed. */
function aStageOn(date: string, time: string, watermark: string) {
  const stage = aStage({ workers: workersNamed(3), now: at(date, time) });
  for (const zone of zones)
    stage.memory.state.closed.set(zone, zone === jakarta ? watermark : '2027-01-01');
  return stage;
}

/** The watchdog and the queue, at a moment. */
async function look(memory: InMemoryPorts, date: string, time: string): Promise<readonly string[]> {
  memory.state.now = at(date, time);
  await watch(memory, settings);
  await workOff(memory);
  return outcomes(memory);
}

const counted = ({ state }: InMemoryPorts, name: string) => state.counted.get(name) ?? 0;

/** The 11th is decreed a holiday at half past six of that morning. */
async function holidayDecreed() {
  const { memory, meanwhile } = aStageOn('2026-11-11', '06:30', '2026-11-09');
  edit(memory, { holidays: { add: ['2026-11-11'], remove: [] } });
  return { memory, meanwhile };
}

describe('a holiday decreed on the morning of a reminder', () => {
  it('keeps everybody’s text for the next morning, and rings no alarm', async () => {
    const { memory } = await holidayDecreed();
    expect(await look(memory, '2026-11-11', '12:00')).toEqual([]);
    expect(await look(memory, '2026-11-12', '08:00')).toEqual(['sent', 'sent', 'sent']);
    expect(counted(memory, 'requeued')).toBe(0);
  });

  it('leaves out who has paid meanwhile', async () => {
    const { memory } = await holidayDecreed();
    const [first] = memory.state.workers.values();
    if (!first) throw new Error('There are three');
    memory.state.workers.set(first.workerId, {
      ...first,
      coveredThrough: '2026-11',
      cycle: { ...first.cycle, month: '2026-12' },
    });
    await look(memory, '2026-11-12', '08:00');
    expect(memory.state.outbox.map(({ phone }) => phone)).not.toContain(first.phone);
    expect(memory.state.outbox).toHaveLength(2);
  });

  it('texts nobody twice where two watchdogs and a schedule of that hour meet', async () => {
    const { memory } = await holidayDecreed();
    memory.state.now = at('2026-11-12', '08:00');
    const firing = { zone: jakarta, time: '08:00', scheduledAt: memory.state.now } as const;
    await Promise.all([
      watch(memory, settings),
      planRun(firing, memory, settings),
      watch(memory, settings),
    ]);
    await Promise.all([workOff(memory), workOff(memory), workOff(memory)]);
    expect(outcomes(memory)).toEqual(['sent', 'sent', 'sent']);
    expect(memory.state.outbox).toHaveLength(3);
  });

  it('is made up for although the watchdog broke off before it queued anything', async () => {
    const { memory, meanwhile } = await holidayDecreed();
    meanwhile('queue.put', () => {
      throw new Error('the queue is away');
    });
    memory.state.now = at('2026-11-12', '08:00');
    await expect(watch(memory, settings)).rejects.toThrow('the queue is away');
    expect(await look(memory, '2026-11-12', '08:15')).toEqual(['sent', 'sent', 'sent']);
  });

  it('ends in missed rows where all was down until it was too late', async () => {
    const { memory } = await holidayDecreed();
    expect(await look(memory, '2026-11-20', '08:00')).toEqual(Array(6).fill('missed'));
    expect(counted(memory, 'missed')).toBe(6);
  });

  it('closes its day like any other', async () => {
    const { memory } = await holidayDecreed();
    await look(memory, '2026-11-12', '08:00');
    await look(memory, '2026-11-13', '20:05');
    await look(memory, '2026-11-13', '20:20');
    expect(memory.state.closed.get(jakarta)).toBe('2026-11-12');
    expect(outcomes(memory)).toHaveLength(3);
  });
});

describe('a step that is moved further back than can be caught up with', () => {
  it('leaves each a row that says so; nobody has to look, and no alarm rings', async () => {
    const { memory } = aStageOn('2026-11-17', '10:00', '2026-11-16');
    edit(memory, step('after', { offsetDays: -1, at: '10:00' }));
    expect(await look(memory, '2026-11-17', '10:15')).toEqual(Array(3).fill('missed: rescheduled'));
    expect(memory.state.outbox).toEqual([]);
    expect([counted(memory, 'missed'), counted(memory, 'requeued')]).toEqual([0, 0]);
    expect([...memory.state.attention.keys()]).toEqual([]);
  });

  it('and back again at once keeps their text', async () => {
    const { memory } = aStageOn('2026-11-17', '10:00', '2026-11-16');
    edit(memory, step('after', { offsetDays: -1, at: '10:00' }));
    memory.state.now = at('2026-11-17', '10:10');
    edit(memory, step('after', {}));
    expect(await look(memory, '2026-11-17', '12:00')).toEqual([]);
    expect(await look(memory, '2026-11-23', '09:05')).toEqual(['sent', 'sent', 'sent']);
  });
});

describe('a step that went out before it was moved', () => {
  it('is not gone through again', async () => {
    const { memory } = aStageOn('2026-11-14', '09:00', '2026-11-13');
    await look(memory, '2026-11-14', '09:05');
    edit(memory, step('eve', { at: '08:15' }));
    await look(memory, '2026-11-14', '12:00');
    expect([...memory.state.slices.values()].map(({ time }) => time)).toEqual(['09:00']);
  });
});

describe('a pause that is resumed on the last day to catch up, a Sunday', () => {
  /** The eve is on Saturday the 14th. */
  async function resumedOnSunday() {
    const { memory } = aStageOn('2026-11-14', '08:30', '2026-11-13');
    edit(memory, { paused: true });
    await look(memory, '2026-11-14', '09:15');
    memory.state.now = at('2026-11-15', '10:00');
    edit(memory, { paused: false });
    return memory;
  }

  it('is told with the resume: who was held up is texted on Monday', async () => {
    const memory = await resumedOnSunday();
    const plan = memory.state.plans.at(-1)?.plan;
    const behind = await behindUnder(plan ?? planWith(), memory.state.now, {
      ports: memory,
      settings,
    });
    // Further east it had gone out before the pause.
    expect(behind.map(({ zone, step, date, firesAt }) => [zone, step, date, firesAt])).toEqual([
      [jakarta, 'eve', '2026-11-14', at('2026-11-16', '08:00')],
    ]);
  });

  it('texts them on Monday, though the last window has passed without a text', async () => {
    const memory = await resumedOnSunday();
    expect(await look(memory, '2026-11-15', '20:15')).toEqual([]);
    await retryRun('run_WIB_2026-11-14_0900_eve_2026-11', memory);
    await workOff(memory);
    expect(outcomes(memory)).toEqual([]);
    expect(await look(memory, '2026-11-16', '08:00')).toEqual(['sent', 'sent', 'sent']);
  });

  it('closes on Monday evening', async () => {
    const memory = await resumedOnSunday();
    expect(await look(memory, '2026-11-16', '20:05')).toEqual(Array(3).fill('missed'));
    await look(memory, '2026-11-16', '20:20');
    expect(memory.state.closed.get(jakarta)).toBe('2026-11-15');
  });
});

it('a pause longer than can be caught up with leaves rows that say so, and keeps the last step', async () => {
  const { memory } = aStageOn('2026-11-11', '08:30', '2026-11-10');
  edit(memory, { paused: true });
  expect(await look(memory, '2026-11-13', '20:15')).toEqual(Array(3).fill('missed: paused'));
  await look(memory, '2026-11-14', '09:15');
  memory.state.now = at('2026-11-14', '15:00');
  edit(memory, { paused: false });
  expect((await look(memory, '2026-11-14', '15:15')).toSorted()).toEqual([
    ...Array(3).fill('missed: paused'),
    ...Array(3).fill('sent'),
  ]);
});

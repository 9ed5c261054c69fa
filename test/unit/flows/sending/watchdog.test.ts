import { describe, expect, it } from 'vitest';
import { zones } from '#domain/calendar/zones';
import type { Slice } from '#domain/sending/slice';
import { watch } from '#flows/sending/watching/watchdog';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import {
  aMorning,
  aStage,
  edit,
  nine,
  outcomeOf,
  outcomes,
  planWith,
  theSlice,
  workersNamed,
  workOff,
} from '../given.ts';
import { settings } from '../settings.ts';

const inJakarta = (time: string, date = '2026-11-11'): string =>
  new Date(`${date}T${time}:00+07:00`).toISOString();

/** Jakarta alone: the two other zones are closed for long. */
function alone<T extends Readonly<{ memory: InMemoryPorts }>>(
  layout: T,
  watermarks = '2026-11-10',
): T {
  for (const zone of zones)
    layout.memory.state.closed.set(zone, zone === 'Asia/Jakarta' ? watermarks : '2027-01-01');
  return layout;
}

/** How many slices an audit at this moment puts on the queue. */
async function at(memory: InMemoryPorts, now: string): Promise<number> {
  const before = memory.state.queued.length;
  memory.state.now = now;
  await watch(memory, settings);
  return memory.state.queued.length - before;
}

const lostWith = (facts: Partial<Slice>): Partial<Slice> => ({
  ...{ holder: 'dead', leaseUntil: nine },
  ...facts,
});

const markOf = ({ state }: InMemoryPorts) => state.closed.get('Asia/Jakarta');
const opened = ({ state }: InMemoryPorts): readonly string[] =>
  [...state.slices.values()].map(({ zone, date, step }) => `${zone} ${date} ${step}`);

describe('a firing that got lost', () => {
  it('is left to its schedule for five minutes, then opened and queued', async () => {
    const { memory } = alone(aStage());
    expect(await at(memory, inJakarta('09:04'))).toBe(0);
    expect(memory.state.slices.size).toBe(0);
    expect(await at(memory, inJakarta('09:05'))).toBe(1);
    expect(await workOff(memory)).toEqual(['finished']);
    expect(outcomeOf(memory)).toBe('sent');
  });

  it('is brought back the next morning within the catch-up of one day', async () => {
    const { memory } = alone(aStage());
    expect(await at(memory, inJakarta('08:00', '2026-11-12'))).toBe(1);
    expect(await workOff(memory)).toEqual(['finished']);
    expect([outcomeOf(memory), theSlice(memory).date]).toEqual(['sent', '2026-11-11']);
  });

  it('is brought back in every zone on its own clock', async () => {
    const { memory } = aStage();
    expect(await at(memory, inJakarta('07:10'))).toBe(1);
    expect(await at(memory, inJakarta('08:10'))).toBe(2);
    expect(opened(memory)).toEqual([
      'Asia/Jayapura 2026-11-11 before',
      'Asia/Makassar 2026-11-11 before',
    ]);
  });
});

describe('a slice that was left lying', () => {
  it('by a holder who died at dusk gives back at night the money for which others wait', async () => {
    const { memory } = alone(await aMorning());
    const dead = { ...lostWith({ leaseUntil: inJakarta('19:59') }), reserved: 26_400 };
    await memory.slices.save({ ...theSlice(memory), ...dead });
    memory.state.budgets.set('2026-11', { committed: 26_400, spent: 0 });
    memory.state.queued.splice(0);
    expect(await at(memory, inJakarta('20:15'))).toBe(1);
    expect(await workOff(memory)).toEqual(['not-now']);
    expect(memory.state.budgets.get('2026-11')).toEqual({ committed: 0, spent: 0 });
    expect(await at(memory, inJakarta('20:30'))).toBe(0);
  });

  it.each<[string, Partial<Slice>, number]>([
    ['because its message was lost is queued', {}, 1],
    ['by a holder who died is queued', { holder: 'dead', leaseUntil: inJakarta('10:00') }, 1],
    ['is not: its holder lives', { holder: 'alive', leaseUntil: inJakarta('10:01') }, 0],
    ['is not: it is finished', { state: 'finished' }, 0],
  ])('%s', async (_, facts, queued) => {
    const { memory } = alone(await aMorning());
    await memory.slices.save({ ...theSlice(memory), ...facts });
    expect(await at(memory, inJakarta('10:00'))).toBe(queued);
  });

  it.each<[string, Partial<Slice>, string, number]>([
    ['has never been begun', {}, inJakarta('09:29'), 0],
    ['has never been begun, half an hour on', {}, inJakarta('09:30'), 1],
    ['was put back', { queuedAt: inJakarta('11:00') }, inJakarta('11:29'), 0],
    ['was put back half an hour ago', { queuedAt: inJakarta('11:00') }, inJakarta('11:30'), 1],
    ['was put aside, as in a pause', { queuedAt: null }, inJakarta('09:15'), 1],
    ['was put back, and its next holder died', lostWith({ queuedAt: nine }), inJakarta('09:15'), 1],
  ])('and %s is queued, or waits for its turn', async (_, facts, now, queued) => {
    const { memory } = alone(await aMorning());
    await memory.slices.save({ ...theSlice(memory), ...facts });
    expect(await at(memory, now)).toBe(queued);
  });

  it.each<[string, string, number]>([
    ['at 19:59 is queued', inJakarta('19:59'), 1],
    ['at 20:00 waits', inJakarta('20:00'), 0],
    ['at 07:59 still waits', inJakarta('07:59', '2026-11-12'), 0],
    ['at 08:00 is queued again', inJakarta('08:00', '2026-11-12'), 1],
  ])('%s', async (_, now, queued) => {
    const { memory } = alone(await aMorning());
    expect(await at(memory, now)).toBe(queued);
  });

  it.each<[string, Partial<Slice>, number]>([
    ['by a holder who died rings', { holder: 'dead', leaseUntil: nine }, 1],
    ['and only waits for its turn does not', {}, 0],
  ])('%s', async (_, facts, broughtBack) => {
    const { memory } = alone(await aMorning());
    await memory.slices.save({ ...theSlice(memory), ...facts });
    memory.state.now = inJakarta('10:00');
    expect(await watch(memory, settings)).toBe(broughtBack);
    expect(memory.state.counted.get('requeued')).toBe(broughtBack);
  });

  it('by a pause is queued in the first round after it', async () => {
    const { memory } = alone(await aMorning());
    edit(memory, { paused: true });
    expect(await workOff(memory)).toEqual(['not-now']);
    edit(memory, { paused: false });
    expect(await at(memory, inJakarta('09:15'))).toBe(1);
  });

  it('waits while the plan is paused, and still closes after the last window', async () => {
    const { memory } = alone(await aMorning());
    memory.state.queued.length = 0;
    edit(memory, { paused: true });
    expect(await at(memory, inJakarta('10:00'))).toBe(0);
    expect(await at(memory, inJakarta('20:00', '2026-11-12'))).toBe(1);
    expect(await workOff(memory)).toEqual(['closed']);
    expect(outcomeOf(memory)).toBe('missed: paused');
  });

  it('by a pause that ended too late in the day rests until texts may leave again', async () => {
    const { memory } = alone(await aMorning());
    edit(memory, { paused: true });
    await workOff(memory);
    memory.state.now = inJakarta('19:00', '2026-11-12');
    edit(memory, { paused: false });
    expect(await at(memory, inJakarta('20:15', '2026-11-12'))).toBe(0);
    expect(await at(memory, inJakarta('08:00', '2026-11-13'))).toBe(1);
    expect(await workOff(memory)).toEqual(['finished']);
    expect(outcomeOf(memory)).toBe('sent');
  });
});

describe('a day', () => {
  it('is closed after its last window, and not looked at again', async () => {
    const { memory } = alone(await aMorning());
    await workOff(memory);
    expect(await at(memory, inJakarta('19:59', '2026-11-12'))).toBe(0);
    expect(await at(memory, inJakarta('20:00', '2026-11-12'))).toBe(1);
    expect(await workOff(memory)).toEqual(['closed']);
    expect(markOf(memory)).toBe('2026-11-10');
    expect(await at(memory, inJakarta('20:05', '2026-11-12'))).toBe(0);
    expect(markOf(memory)).toBe('2026-11-11');
    expect(outcomes(memory)).toEqual(['sent']);
  });

  it('that cannot be closed yet holds the mark back, though later days are', async () => {
    const { memory } = alone(await aMorning());
    await memory.slices.save({
      ...theSlice(memory),
      state: 'closing',
      holder: 'alive',
      leaseUntil: inJakarta('09:01', '2026-11-16'),
    });
    await at(memory, inJakarta('09:00', '2026-11-16'));
    expect(markOf(memory)).toBe('2026-11-10');
  });

  it('without anything due is closed by the clock alone', async () => {
    const { memory } = alone(aStage(), '2026-11-11');
    await at(memory, inJakarta('20:04', '2026-11-13'));
    expect(markOf(memory)).toBe('2026-11-11');
    await at(memory, inJakarta('20:05', '2026-11-13'));
    expect(markOf(memory)).toBe('2026-11-12');
  });
});

describe('an outage of ten days', () => {
  it('ends in missed rows, not in old texts, and the watermark passes every day', async () => {
    const workers = workersNamed(3);
    const { memory } = alone(aStage({ workers }), '2026-11-05');
    expect(await at(memory, inJakarta('07:00', '2026-11-16'))).toBe(2);
    expect(opened(memory)).toEqual([
      'Asia/Jakarta 2026-11-11 before',
      'Asia/Jakarta 2026-11-14 eve',
    ]);
    expect(await workOff(memory)).toEqual(['closed', 'closed']);
    expect(outcomes(memory)).toEqual(Array(6).fill('missed'));
    expect(memory.state.outbox).toEqual([]);
    expect(await at(memory, inJakarta('07:15', '2026-11-16'))).toBe(0);
    expect(markOf(memory)).toBe('2026-11-14');
  });

  it('that ends within the catch-up of the last step still sends that one', async () => {
    const { memory } = alone(aStage({ plan: planWith({ catchUpDays: 2 }) }), '2026-11-05');
    await at(memory, inJakarta('08:00', '2026-11-16'));
    expect(await workOff(memory)).toEqual(['closed', 'finished']);
    expect([outcomeOf(memory, undefined, 'before'), outcomeOf(memory, undefined, 'eve')]).toEqual([
      'missed',
      'sent',
    ]);
  });

  it.each([
    [
      'taken out before that day is owed to nobody',
      '12:00',
      '2026-11-10',
      ['Asia/Jakarta 2026-11-14 eve'],
    ],
    [
      'taken out at noon of its day was owed that morning',
      '12:00',
      '2026-11-11',
      ['Asia/Jakarta 2026-11-11 before', 'Asia/Jakarta 2026-11-14 eve'],
    ],
  ])('counts by the plan of each day: a step %s', async (_, time, date, expected) => {
    const { memory } = alone(aStage({ now: inJakarta(time, date) }), '2026-11-05');
    edit(memory, { steps: planWith().steps.filter(({ id }) => id !== 'before') });
    await at(memory, inJakarta('07:00', '2026-11-16'));
    expect(opened(memory)).toEqual(expected);
  });
});

describe('the first days of a stage', () => {
  it('without a plan there is nothing to bring back', async () => {
    const { memory } = aStage();
    memory.state.plans.length = 0;
    expect(await watch(memory, settings)).toBe(0);
    expect(memory.state.slices.size).toBe(0);
  });

  it.each([
    ['saved at eight fires at nine', '08:00', ['Asia/Jakarta 2026-11-11 before']],
    ['saved at half past nine fires tomorrow', '09:30', []],
  ])('a first plan %s', async (_, savedAt, expected) => {
    const { memory } = aStage();
    memory.state.closed.clear();
    memory.state.plans.splice(0, 1, {
      plan: planWith(),
      savedAt: inJakarta(savedAt),
      savedBy: 'deployment',
    });
    await at(memory, inJakarta('10:00'));
    expect(opened(memory).filter((each) => each.startsWith('Asia/Jakarta'))).toEqual(expected);
  });

  it('the mark begins the day before the first plan', async () => {
    const { memory } = aStage();
    memory.state.closed.clear();
    memory.state.plans.splice(0, 1, {
      plan: planWith(),
      savedAt: inJakarta('09:30', '2026-11-12'),
      savedBy: 'deployment',
    });
    await at(memory, inJakarta('20:05', '2026-11-13'));
    expect([...memory.state.closed.values()]).toEqual(['2026-11-12', '2026-11-12', '2026-11-12']);
  });
});

describe('the month’s budget', () => {
  it.each([
    [null, 1_000_000, undefined],
    [100_000, 79_999, undefined],
    [100_000, 80_000, 'budget-80'],
    [100_000, 100_000, 'budget-100'],
  ])('of Rp%s with Rp%s spent counts %s', async (monthlyBudgetRupiah, spent, told) => {
    const { memory } = aStage();
    edit(memory, { monthlyBudgetRupiah });
    memory.state.budgets.set('2026-11', { committed: 100_000, spent });
    await at(memory, nine);
    expect([...memory.state.counted.keys()].find((name) => name.startsWith('budget'))).toBe(told);
  });
});

import { describe, expect, it } from 'vitest';
import { zones } from '#domain/calendar/zones';
import type { Plan } from '#domain/plan/plan';
import { recordPayment } from '#flows/payments/record-payment';
import { runsOn } from '#flows/sending/show-runs';
import { watch } from '#flows/sending/watching/watchdog';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import {
  aMorning,
  edit,
  outcomeOf,
  outcomes,
  paymentOf,
  planWith,
  theSlice,
  workersNamed,
  workOff,
} from '../given.ts';
import { settings } from '../settings.ts';

const inJakarta = (time: string, date = '2026-11-11'): string =>
  new Date(`${date}T${time}:00+07:00`).toISOString();

const workers = workersNamed(5);
const [siti, budi] = workers;
const listed = [siti?.phone ?? ''];

/** Wednesday, nine: Siti alone is on the list, and Jakarta's zone alone is looked at. */
async function aTrial(facts: Partial<Plan> = {}) {
  const { memory } = await aMorning({ workers, plan: planWith({ onlyTo: listed, ...facts }) });
  for (const zone of zones)
    memory.state.closed.set(zone, zone === 'Asia/Jakarta' ? '2026-11-10' : '2027-01-01');
  await workOff(memory);
  return memory;
}

/** The watchdog comes at this moment, and all that it queues is worked off. */
async function at(memory: InMemoryPorts, time: string, date?: string): Promise<void> {
  memory.state.now = inJakarta(time, date);
  await watch(memory, settings);
  await workOff(memory);
}

const left = ({ state }: InMemoryPorts): number => state.outbox.length;

const withheld = async (memory: InMemoryPorts) =>
  (await runsOn('2026-11-11', memory)).map((run) => run.withheld);

describe('while texts go to a list alone', () => {
  it('whoever is not on it has no row, and the run says how many that are', async () => {
    const memory = await aTrial();
    expect(outcomes(memory)).toEqual(['sent']);
    expect(theSlice(memory)).toMatchObject({
      ...{ state: 'finished', counts: { sent: 1 } },
      withheld: { version: 1, workers: 4 },
    });
    expect(await withheld(memory)).toEqual([4]);
  });

  it('other reasons for no text are written down at once', async () => {
    const stopped = { ...workers[0], stopped: { until: null } } as (typeof workers)[number];
    const { memory } = await aMorning({ workers: [stopped], plan: planWith({ onlyTo: [] }) });
    await workOff(memory);
    expect(outcomes(memory)).toEqual(['skipped: stopped']);
    expect(theSlice(memory).withheld).toBeUndefined();
  });

  it('nobody is gone through again, also after a change of something else', async () => {
    const memory = await aTrial();
    const { rev } = theSlice(memory);
    await at(memory, '10:00');
    edit(memory, { catchUpDays: 2 });
    await at(memory, '11:00');
    expect(theSlice(memory).rev).toBe(rev);
  });

  it('the end of the last window writes down why, and rings no alarm', async () => {
    const memory = await aTrial();
    await at(memory, '20:00', '2026-11-12');
    expect(outcomes(memory).toSorted()).toEqual(
      ['sent', ...Array(4).fill('skipped: not-on-list')].toSorted(),
    );
    expect(theSlice(memory)).toMatchObject({ state: 'closed', withheld: undefined });
    expect([await withheld(memory), memory.state.counted.get('missed')]).toEqual([[0], 0]);
  });
});

describe('once the list is taken off', () => {
  it('the same morning, everybody has their text by noon, and none twice', async () => {
    const memory = await aTrial();
    memory.state.now = inJakarta('11:00');
    edit(memory, { onlyTo: null });
    await at(memory, '11:15');
    expect(outcomes(memory)).toEqual(Array(5).fill('sent'));
    expect(left(memory)).toBe(5);
    await at(memory, '11:30');
    expect(left(memory)).toBe(5);
    expect(theSlice(memory)).toMatchObject({ state: 'finished', counts: { sent: 5 } });
    expect(await withheld(memory)).toEqual([0]);
  });

  it('whoever has paid meanwhile gets none', async () => {
    const memory = await aTrial();
    memory.state.now = inJakarta('10:00');
    await recordPayment(paymentOf(), budi?.workerId ?? '', memory, settings);
    edit(memory, { onlyTo: null });
    await at(memory, '11:15');
    expect(left(memory)).toBe(4);
    expect(outcomeOf(memory, budi)).toBeUndefined();
  });

  it.each([
    ['the evening after, they are texted on the morning after that', '21:00', '2026-11-11'],
    ['a minute before the last window ends, on the next day', '19:59', '2026-11-12'],
  ])('%s', async (_, time, date) => {
    const memory = await aTrial();
    memory.state.now = inJakarta(time, date);
    edit(memory, { onlyTo: null });
    await at(memory, '23:00', date);
    expect(left(memory)).toBe(1);
    await at(memory, '08:15', date === '2026-11-11' ? '2026-11-12' : '2026-11-13');
    expect(outcomes(memory)).toEqual(Array(5).fill('sent'));
    expect(left(memory)).toBe(5);
  });

  it('after the last window it is too late, which nobody missed', async () => {
    const memory = await aTrial();
    memory.state.now = inJakarta('20:01', '2026-11-12');
    edit(memory, { onlyTo: null });
    await at(memory, '20:15', '2026-11-12');
    expect(outcomes(memory).filter((each) => each === 'skipped: not-on-list')).toHaveLength(4);
    expect(memory.state.counted.get('missed')).toBe(0);
  });

  it('the text is that of the plan as it is now', async () => {
    const memory = await aTrial();
    memory.state.now = inJakarta('11:00');
    edit(
      memory,
      planWith({ onlyTo: null, step: { texts: { id: 'Yth. {name}, baru {amount}.' } } }),
    );
    await at(memory, '11:15');
    expect(memory.state.outbox.at(-1)?.text).toMatch(/baru Rp8\.400/);
    expect(theSlice(memory).planVersion).toBe(2);
  });

  it('of a step that is switched off with it nothing goes out', async () => {
    const memory = await aTrial();
    edit(memory, planWith({ onlyTo: null, step: { enabled: false } }));
    await at(memory, '11:15');
    await at(memory, '20:00', '2026-11-12');
    expect(left(memory)).toBe(1);
    expect(outcomeOf(memory, budi)).toBe('skipped: not-on-list');
  });

  it('while the plan is paused they wait for the resume', async () => {
    const memory = await aTrial();
    edit(memory, { onlyTo: null, paused: true });
    await at(memory, '11:15');
    expect(left(memory)).toBe(1);
    edit(memory, { paused: false });
    await at(memory, '11:30');
    expect(left(memory)).toBe(5);
  });
});

it('a longer list lets those go who are on it now, and withholds the rest', async () => {
  const memory = await aTrial();
  edit(memory, { onlyTo: [...listed, budi?.phone ?? ''] });
  await at(memory, '11:15');
  expect(left(memory)).toBe(2);
  expect(theSlice(memory).withheld).toEqual({ version: 2, workers: 3 });
});

it('a list put up in the middle of a run withholds the rest of it alone', async () => {
  const many = workersNamed(25);
  const { memory, meanwhile } = await aMorning({ workers: many, plan: planWith() });
  meanwhile('plans.current', () => meanwhile('plans.current', () => edit(memory, { onlyTo: [] })));
  await workOff(memory);
  const sent = left(memory);
  expect(sent).toBe(10);
  expect(theSlice(memory).withheld).toEqual({ version: 2, workers: 15 });
});

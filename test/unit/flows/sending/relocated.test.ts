import { expect, test } from 'vitest';
import { instantAt } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import type { Worker } from '#domain/people/worker';
import type { Plan } from '#domain/plan/plan';
import { correctWorker } from '#flows/people/change-worker';
import { importWorkers } from '#flows/people/import-workers';
import { planRun } from '#flows/sending/plan-run';
import { watch } from '#flows/sending/watching/watchdog';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { aWorker, rosterOf } from '../../../builders.ts';
import {
  aStage,
  by,
  cycleOf,
  edit,
  outcomes,
  planWith,
  texted,
  workersNamed,
  workOff,
} from '../given.ts';
import { settings } from '../settings.ts';

/** `before` of November goes out at nine on Wednesday 11: in Jayapura two hours before Jakarta. */
const siti = aWorker();
const wib = (time: string, date = '2026-11-11') => instantAt('Asia/Jakarta', date, time);

async function fire({ state, ...ports }: InMemoryPorts, zone: Zone): Promise<void> {
  const scheduledAt = instantAt(zone, '2026-11-11', '09:00');
  state.now = scheduledAt;
  await planRun({ zone, time: '09:00', scheduledAt }, ports, settings);
  await workOff({ state, ...ports });
}

async function round(memory: InMemoryPorts, now: string): Promise<void> {
  memory.state.now = now;
  await watch(memory, settings);
  await workOff(memory);
}

/** The worker is corrected to live in Papua at this moment, after Jayapura's firing. */
async function movesEast(at: string, facts: Partial<Worker> = {}, plan: Plan = planWith()) {
  const { memory } = aStage({ workers: [aWorker(facts)], plan, now: wib('06:00') });
  await fire(memory, 'Asia/Jayapura');
  if (at >= wib('08:00')) await fire(memory, 'Asia/Makassar');
  memory.state.now = at;
  await correctWorker(siti.workerId, { province: 'Papua' }, by, memory, settings);
  return memory;
}

test('a worker who moves from Jakarta to Papua at 8:30 on the morning is texted within a quarter of an hour', async () => {
  const memory = await movesEast(wib('08:30'));
  await fire(memory, 'Asia/Jakarta');
  expect(texted(memory)).toBe(0);
  await round(memory, wib('09:10'));
  expect([outcomes(memory), texted(memory)]).toEqual([['sent'], 1]);
  expect([...memory.state.reminders.values()][0]?.runId).toBe(
    'run_WIT_2026-11-11_0900_before_2026-11',
  );
});

test('they are handed to no slice of confirmations', async () => {
  const memory = await movesEast(wib('08:30'));
  const [reminding] = memory.state.slices.values();
  if (!reminding) throw new Error('Jayapura has not fired');
  const confirming = { ...reminding, time: '00:00', step: 'paid', state: 'finished' } as const;
  await memory.slices.open([confirming]);
  await round(memory, wib('09:10'));
  expect(await memory.slices.get(confirming)).toMatchObject({
    state: 'finished',
    rev: reminding.rev,
  });
  expect(texted(memory)).toBe(1);
});

test('and only once, however many rounds follow, and nobody is missed', async () => {
  const memory = await movesEast(wib('08:30'));
  await fire(memory, 'Asia/Jakarta');
  for (const time of ['09:10', '09:25', '09:40', '19:00']) await round(memory, wib(time));
  for (const time of ['09:00', '20:10', '20:25']) await round(memory, wib(time, '2026-11-12'));
  expect([outcomes(memory), texted(memory)]).toEqual([['sent'], 1]);
  expect(memory.state.closed.get('Asia/Jayapura')).toBe('2026-11-11');
});

test('a roster that moves them does the same', async () => {
  const nik = '9972014105900001';
  const workerId = `wrk_${nik}0000`;
  const { memory } = aStage({ workers: [aWorker({ workerId })], now: wib('06:00') });
  await fire(memory, 'Asia/Jayapura');
  memory.state.now = wib('08:30');
  const text = rosterOf({ nik, province: 'Papua' });
  const roster = { text, firstLine: undefined, dryRun: false, by: 'admin' };
  await importWorkers(roster, memory, settings);
  await fire(memory, 'Asia/Jakarta');
  await round(memory, wib('09:10'));
  expect([outcomes(memory), texted(memory)]).toEqual([['sent'], 1]);
});

test.each<[string, Partial<Worker>, readonly string[]]>([
  ['has paid the month owed by then, gets no text and no row', { coveredThrough: '2026-11' }, []],
  [
    'came after that hour in Papua is not owed the step there',
    { cycle: cycleOf({ began: wib('08:15') }) },
    [],
  ],
  ['asked for no texts has a row that says so', { stopped: { until: null } }, ['skipped: stopped']],
])('who moves and %s', async (_, facts, became) => {
  const memory = await movesEast(wib('08:30'), facts);
  await fire(memory, 'Asia/Jakarta');
  await round(memory, wib('09:10'));
  expect([outcomes(memory), texted(memory)]).toEqual([became, 0]);
});

test('who was texted in Jakarta and moves afterwards is not texted again', async () => {
  const { memory } = aStage({ now: wib('06:00') });
  await fire(memory, 'Asia/Jayapura');
  await fire(memory, 'Asia/Jakarta');
  memory.state.now = wib('10:00');
  await correctWorker(siti.workerId, { province: 'Papua' }, by, memory, settings);
  await round(memory, wib('10:10'));
  expect([outcomes(memory), texted(memory)]).toEqual([['sent'], 1]);
});

test('who moves at night is texted the next morning, on the clock of their new home', async () => {
  const memory = await movesEast(wib('08:30'));
  edit(memory, { paused: true });
  await fire(memory, 'Asia/Jakarta');
  await round(memory, wib('09:10'));
  edit(memory, { paused: false });
  // In Jayapura it is 20:30 then, and 8:10 the next morning.
  await round(memory, wib('18:30'));
  expect(texted(memory)).toBe(0);
  await round(memory, wib('06:10', '2026-11-12'));
  expect([outcomes(memory), texted(memory)]).toEqual([['sent'], 1]);
});

test('who moves after the last window in Papua, but before that in Jakarta, has a row: missed', async () => {
  const plan = planWith({ step: { at: '19:30' }, catchUpDays: 0 });
  const { memory } = aStage({ plan, now: wib('06:00') });
  for (const time of ['17:40', '18:10', '18:25']) await round(memory, wib(time));
  expect(memory.state.closed.get('Asia/Jayapura')).toBe('2026-11-11');
  await correctWorker(siti.workerId, { province: 'Papua' }, by, memory, settings);
  await round(memory, wib('18:40'));
  expect([outcomes(memory), texted(memory)]).toEqual([['missed'], 0]);
});

test('of thirty who move together ten are texted a round', async () => {
  const workers = workersNamed(30);
  const there = aWorker({ workerId: `wrk_${'f'.repeat(20)}`, province: 'Papua' });
  const { memory } = aStage({ workers: [...workers, there], now: wib('06:00') });
  await fire(memory, 'Asia/Jayapura');
  for (const { workerId } of workers)
    await correctWorker(workerId, { province: 'Papua' }, by, memory, settings);
  for (const [round_, time] of ['09:10', '09:25', '09:40'].entries()) {
    await round(memory, wib(time));
    expect(memory.state.outbox).toHaveLength(1 + 10 * (round_ + 1));
  }
});

test('who moves is texted though the last holder of their slice has died', async () => {
  const memory = await movesEast(wib('08:30'));
  await fire(memory, 'Asia/Jakarta');
  const { slices } = memory.state;
  for (const [key, slice] of slices)
    if (slice.zone === 'Asia/Jayapura')
      slices.set(key, { ...slice, holder: 'dead', leaseUntil: wib('08:40') });
  await round(memory, wib('09:10'));
  expect([outcomes(memory), texted(memory)]).toEqual([['sent'], 1]);
});

test('those whom a slice holds in flight stay there when more come', async () => {
  const memory = await movesEast(wib('08:30'));
  await fire(memory, 'Asia/Jakarta');
  const before = Array.from({ length: 12 }, (_, index) => `wrk_${String(index).padStart(20, '0')}`);
  const { slices } = memory.state;
  for (const [key, slice] of slices)
    if (slice.zone === 'Asia/Jayapura') slices.set(key, { ...slice, inFlight: before });
  memory.state.now = wib('09:10');
  await watch(memory, settings);
  const there = [...slices.values()].filter(({ zone }) => zone === 'Asia/Jayapura');
  expect(there.every(({ inFlight }) => before.every((id) => inFlight.includes(id)))).toBe(true);
});

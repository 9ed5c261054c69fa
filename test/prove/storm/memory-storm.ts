import { addSeconds, secondsBetween } from '#domain/calendar/dates';
import type { Worker } from '#domain/people/worker';
import { firstPlan } from '#domain/plan/first-plan';
import { Refused } from '#domain/refused';
import type { Slice } from '#domain/sending/slice';
import { trialState, trialTexts } from '#domain/sending/trial';
import { setPaused } from '#flows/plan/change-plan';
import { slicesOf } from '#flows/sending/plan-run';
import { sendReminders } from '#flows/sending/send-reminders';
import { releaseStep } from '#flows/sending/trial/release-step';
import { type InMemoryPorts, inMemoryPorts } from '#local/memory/in-memory-ports';
import { type NextAnswer, sliceAt } from '#local/memory/state';
import { diceOf } from '#local/simulation/chance';
import { aWorker } from '../../builders.ts';
import { actsOf, type Kind, settings } from './memory-acts.ts';
import { brokenIn } from './memory-checks.ts';
import { memoryScheduler } from './memory-scheduler.ts';

const zone = 'Asia/Jakarta';
const scheduledAt = '2026-11-11T02:00:00.000Z';
/** Of the slices, at any time. */
const holders = 4;

export type MemoryOutcome = Readonly<{
  broken: readonly string[];
  injected: Readonly<Record<string, number>>;
  rows: Readonly<Record<string, number>>;
  texts: number;
}>;

/** Nine o'clock of one day for so many workers, in memory and in virtual time. */
export async function memoryStorm(seed: number, people: number): Promise<MemoryOutcome> {
  const dice = diceOf(seed);
  const scheduler = memoryScheduler(dice, (milliseconds) => {
    memory.state.now = new Date(Date.parse(memory.state.now) + milliseconds).toISOString();
  });
  const memory = inMemoryPorts({ now: scheduledAt, shards: settings.shards, gate: scheduler.gate });
  const budget = seed % 4 === 0 ? Math.floor(people / 2) * 2_640 : null;
  const workers = begin(memory, people, { budget, answers: () => answerFor(dice()) });
  const late = watchTexts(memory);
  const acts = actsOf(memory, workers, dice);
  const repeated = [...acts];
  const sender = () => {
    const open = [...memory.state.slices.values()].filter(({ state }) => state === 'open');
    const slice = open[Math.floor(dice() * open.length)];
    if (slice) scheduler.begin('sender', () => send(memory, slice, `holder-${dice()}`));
    return slice !== undefined;
  };
  for (let busy = true; busy; ) {
    while (scheduler.living.size < holders && sender());
    if (dice() < 0.01) {
      const next = acts.pop();
      for (let each = 0; next && each < (next.times ?? 1); each++)
        scheduler.begin(next.id, () => next.act(next.id));
      // Whoever paused lets texts out again, and somebody lets a halted step go on.
      if (dice() < 0.5) await resume(memory);
      if (dice() < 0.5) await letGoOn(memory);
    }
    busy = (await scheduler.step()) || sender() || acts.length > 0;
  }
  await settle(memory, repeated);
  const { state } = memory;
  const rows = Map.groupBy(state.reminders.values(), ({ status }) => status);
  return {
    broken: [...late, ...brokenIn(state, workers, budget)],
    injected: scheduler.injected,
    rows: Object.fromEntries([...rows].map(([status, each]) => [status, each.length])),
    texts: state.outbox.length,
  };
}

async function resume(memory: InMemoryPorts): Promise<void> {
  const isPaused = memory.state.plans.at(-1)?.plan.paused;
  if (isPaused) await setPaused(false, { by: 'test', ports: memory, settings });
}

/** Refused where nothing has halted. */
async function letGoOn(memory: InMemoryPorts): Promise<void> {
  await releaseStep({ date: '2026-11-11', step: 'before' }, 'test', memory).catch((error) => {
    if (!(error instanceof Refused)) throw error;
  });
}

const send = (memory: InMemoryPorts, slice: Slice, holder: string) =>
  sendReminders(slice, holder, memory, settings);

type Beginning = Readonly<{ budget: number | null; answers: () => NextAnswer }>;

function begin({ state }: InMemoryPorts, people: number, { budget, answers }: Beginning) {
  const plan = { ...firstPlan({ paused: false }), holdoutPercent: 0, monthlyBudgetRupiah: budget };
  state.plans.push({ plan, savedAt: '2026-10-01T00:00:00.000Z', savedBy: 'test' });
  for (const slice of slicesOf({ zone, time: '09:00', scheduledAt }, plan, settings))
    state.slices.set(sliceAt(slice), slice);
  state.answers.push(...Array.from({ length: people }, answers));
  const workers = Array.from({ length: people }, (_, index) =>
    aWorker({
      workerId: idOf(index),
      phone: `+62870${String(index).padStart(8, '0')}`,
    }),
  );
  for (const worker of workers) state.workers.set(worker.workerId, worker);
  return workers;
}

const idOf = (index: number): string => `wrk_${index.toString(16).padStart(20, '0')}`;

const answers: readonly NextAnswer[] = [
  { status: 'refused' },
  { status: 'try-later' },
  { status: 'unknown', left: true },
  { status: 'unknown', left: false },
];
const answerFor = (share: number): NextAnswer =>
  answers[Math.floor(share * 40)] ?? { status: 'sent' };

/**
 * Notes each text that is sent more than 5 s after its worker had paid, stopped or gone, and each
 * that goes beyond the fifty of the trial before it was judged.
 */
function watchTexts({ state, sms }: InMemoryPorts): readonly string[] {
  const withoutTexts = new Map<string, string>();
  const late: string[] = [];
  const isOnTrial = () =>
    [...state.trials.values()].some((trial) => trialState(trial) !== 'passed');
  const { set, delete: remove } = state.workers;
  const { send } = sms;
  const note = (id: string) => withoutTexts.has(id) || withoutTexts.set(id, state.now);
  Object.assign(state.workers, {
    set(id: string, worker: Worker) {
      if (worker.stopped || worker.coveredThrough >= '2026-11') note(id);
      else withoutTexts.delete(id);
      return set(id, worker);
    },
    delete(id: string) {
      note(id);
      return remove(id);
    },
  });
  Object.assign(sms, {
    async send(text: Parameters<typeof send>[0]) {
      const wasTried = isOnTrial();
      const since = withoutTexts.get(idOf(Number(text.phone.slice(-8))));
      if (since && secondsBetween(since, state.now) > 5)
        late.push(
          `${text.phone} is texted at ${state.now}; they paid, stopped or went at ${since}`,
        );
      const sent = await send(text);
      const { length } = state.outbox;
      if (wasTried && isOnTrial() && length > trialTexts)
        late.push(`${text.phone} is among ${length} on trial`);
      return sent;
    },
  });
  return late;
}

/** The channel sends again, the office too; senders that died are taken over, the day closes. */
async function settle(
  memory: InMemoryPorts,
  acts: readonly (Kind & Readonly<{ id: string }>)[],
): Promise<void> {
  await resume(memory);
  for (let round = 0; round < 2; round++) await sendAll(memory, `left-${round}`);
  await letGoOn(memory);
  for (const { again, id } of acts) await again?.(id).catch(() => undefined);
  for (let round = 0; round < 8; round++) await sendAll(memory, `recovery-${round}`);
  memory.state.now = '2026-11-12T13:00:00.000Z';
  for (let round = 0; round < 4; round++) await sendAll(memory, `closing-${round}`);
}

async function sendAll(memory: InMemoryPorts, holder: string): Promise<void> {
  memory.state.now = addSeconds(memory.state.now, 95);
  for (const slice of [...memory.state.slices.values()]) await send(memory, slice, holder);
}

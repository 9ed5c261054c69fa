import { addSeconds } from '#domain/calendar/dates';
import { zones } from '#domain/calendar/zones';
import type { PaymentNotice } from '#domain/payments/payment';
import type { Cycle } from '#domain/people/cycles/cycle';
import type { Worker } from '#domain/people/worker';
import type { Plan, Step } from '#domain/plan/plan';
import type { Reminder } from '#domain/sending/reminder';
import type { Slice } from '#domain/sending/slice';
import { reversePayment } from '#flows/payments/correct-payments';
import { planRun } from '#flows/sending/plan-run';
import { type SendEnd, sendReminders } from '#flows/sending/send-reminders';
import { type InMemoryPorts, inMemoryPorts } from '#local/memory/in-memory-ports';
import { aWorker } from '../../builders.ts';
import { plan } from '../../plan.ts';
import { settings } from './settings.ts';

/** 09:00 in Jakarta on Wednesday 11 November 2026, when `before` of November goes out. */
export const nine = '2026-11-11T02:00:00.000Z';
export const by = { by: 'admin', requestId: 'request-1' };
const zone = 'Asia/Jakarta';

/** Siti, and as many more as are asked for, each with an id, a name and a phone of their own. */
export const workersNamed = (count: number, facts: Partial<Worker> = {}): readonly Worker[] =>
  Array.from({ length: count }, (_, index) =>
    aWorker({
      workerId: `wrk_${index.toString(16).padStart(8, '0')}000000000000`,
      name: `Pekerja ${index + 1}`,
      phone: `+628700000${String(index).padStart(4, '0')}`,
      ...facts,
    }),
  );

export const cycleOf = (facts: Partial<Cycle>): Cycle => ({ ...aWorker().cycle, ...facts });

export const paymentOf = (facts: Partial<PaymentNotice> = {}): PaymentNotice => ({
  ...{ reference: 'P-1', channel: 'bank', amount: 8_400, paidAt: nine, months: null },
  ...facts,
});

/** Takes back a payment of `paymentOf`. */
export const reverse = (memory: InMemoryPorts, reference = 'P-1') =>
  reversePayment(
    { channel: 'bank', reference },
    { by: 'finance', reason: 'wrong' },
    memory,
    settings,
  );

/** The plan of the tests with some of its lines changed; nobody is held out unless told. */
export const planWith = ({
  step,
  ...facts
}: Partial<Plan> & { step?: Partial<Step> } = {}): Plan => ({
  ...plan,
  steps: plan.steps.map((each) => ({ ...each, ...step })),
  ...facts,
});

type Facts = Readonly<{ workers?: readonly Worker[]; plan?: Plan; now?: string; shards?: number }>;

/** A world with the first plan since October, where every day before this one is closed. */
export function aStage({
  workers = [aWorker()],
  plan = planWith(),
  now = nine,
  shards = settings.shards,
}: Facts = {}) {
  const acts: { operation: string; act: () => unknown; times: number }[] = [];
  const memory = inMemoryPorts({
    now,
    shards,
    gate: async (operation, when) => {
      const next = acts.find(
        (each) => when === 'before' && each.operation === operation && each.times > 0,
      );
      if (!next) return;
      next.times -= 1;
      await next.act();
    },
  });
  for (const worker of workers) memory.state.workers.set(worker.workerId, worker);
  memory.state.plans.push({ plan, savedAt: '2026-10-01T00:00:00.000Z', savedBy: 'deployment' });
  for (const each of zones) memory.state.closed.set(each, '2026-11-10');
  /** Lets something happen right before an operation of a port, the next times it is called. */
  const meanwhile = (operation: string, act: () => unknown, times = 1) =>
    acts.push({ operation, act, times });
  return { memory, meanwhile };
}

/** The stage at nine o'clock: the schedule of Jakarta has fired, and its slices are queued. */
export async function aMorning(facts: Facts = {}) {
  const layout = aStage(facts);
  const { shards = settings.shards } = facts;
  await planRun({ zone, time: '09:00', scheduledAt: nine }, layout.memory, { ...settings, shards });
  return layout;
}

/**
 * Empties the queue like SQS and its function, each call with its own holder; how each call ended.
 */
export async function workOff(
  { state, ...ports }: InMemoryPorts,
  under = settings,
): Promise<readonly SendEnd[]> {
  const ends: SendEnd[] = [];
  for (let next = state.queued.shift(); next; next = state.queued.shift()) {
    if (ends.length > 100) throw new Error(`The queue is never empty: ${ends.slice(-5)}`);
    state.now = addSeconds(state.now, next.delaySeconds);
    ends.push(await sendReminders(next.key, `holder-${state.now}-${ends.length}`, ports, under));
  }
  return ends;
}

/** An admin saves the plan with these changes, now. */
export function edit({ state }: InMemoryPorts, facts: Partial<Plan>): void {
  const { plan } = state.plans.at(-1) ?? { plan: planWith() };
  state.plans.push({
    plan: { ...plan, ...facts, version: plan.version + 1 },
    savedAt: state.now,
    savedBy: 'admin',
  });
}

export const later = ({ state }: InMemoryPorts, seconds: number): void => {
  state.now = addSeconds(state.now, seconds);
};

/** `sent` or `skipped: paid`; undefined where there is no row. */
export function outcomeOf(
  { state }: InMemoryPorts,
  worker: Pick<Worker, 'workerId'> = aWorker(),
  step = 'before',
): string | undefined {
  const row = [...state.reminders.values()].find(
    (each) => each.workerId === worker.workerId && each.step === step,
  );
  return row && wordsFor(row);
}

const wordsFor = ({ status, reason }: Reminder): string =>
  reason === null ? status : `${status}: ${reason}`;

export const outcomes = ({ state }: InMemoryPorts): readonly string[] =>
  [...state.reminders.values()].map(wordsFor);

/** The one slice of a stage with one shard in one zone. */
export function theSlice({ state }: InMemoryPorts): Slice {
  const [slice] = state.slices.values();
  if (!slice) throw new Error('No slice was opened');
  return slice;
}

/** How many texts this phone got. */
export const texted = ({ state }: InMemoryPorts, phone: string | null = aWorker().phone): number =>
  state.outbox.filter((text) => text.phone === phone).length;

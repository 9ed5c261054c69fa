import { textFingerprint } from '#domain/messages/text-mark';
import { firstPlan } from '#domain/plan/first-plan';
import { sendersFor } from '#domain/sending/senders';
import type { SliceKey } from '#domain/sending/slice';
import { emptyTrial } from '#domain/sending/trial';
import type { Settings } from '#domain/settings';
import { slicesOf } from '#flows/sending/plan-run';
import { sendReminders } from '#flows/sending/send-reminders';
import { sliceAt, trialAt } from '#local/memory/state';
import { aWorker, settings as usual } from '../../test/builders.ts';
import type { Latencies } from './latency.ts';
import { type Left, readsOf } from './measured.ts';
import { slowPorts } from './slow-ports.ts';

export type Load = Latencies &
  Readonly<{
    rate: number;
    texts: number;
    /** Without it, as many as the rate has. */
    senders?: number;
    /** Of the month, in texts of one part; without it there is no limit. */
    limitInTexts?: number;
  }>;

export type Simulated = Readonly<{
  left: readonly Left[];
  reads: number;
  senders: number;
  brokeOff: number;
  conflicts: Readonly<{ met: number; givenUp: number }>;
  rows: Readonly<Record<string, number>>;
  money: Readonly<{ committed: number; spent: number; limit: number | null }>;
}>;

const nine = '2026-11-11T02:00:00.000Z';
/** Of the production stage; each slice has one sender at a time, so that more need more. */
const fewestShards = 64;
const rupiahAText = Math.round(usual.priceUsdPerPart * usual.rupiahPerUsd);

/**
 * The whole of `sendReminders` by so many senders in virtual time: a morning on which so many texts
 * are due, one worker in ten is held out, and the step's first fifty have fared well.
 */
export async function simulate(load: Load): Promise<Simulated> {
  const senders = load.senders ?? sendersFor(load.rate);
  const shards = Math.max(fewestShards, senders);
  const settings: Settings = { ...usual, shards, smsPartsPerSecond: load.rate };
  const limit = load.limitInTexts === undefined ? null : load.limitInTexts * rupiahAText;
  const { memory, conflicts, slices } = slowPorts(load, nine);
  const plan = { ...firstPlan({ paused: false }), holdoutPercent: 0, monthlyBudgetRupiah: limit };
  memory.state.plans.push({ plan, savedAt: '2026-10-01T00:00:00.000Z', savedBy: 'bench' });
  const firing = { zone: 'Asia/Jakarta', time: '09:00', scheduledAt: nine } as const;
  const opened = slicesOf(firing, plan, settings);
  for (const slice of opened) memory.state.slices.set(sliceAt(slice), slice);
  passTrial();
  const ids = manyWorkers();
  const left: Left[] = [];
  const counted = readsOf(memory);
  const ports = {
    ...memory,
    ...{ slices, reminders: counted.reminders, plans: counted.plans },
    workers: { ...memory.workers, owing: counted.pages(ids) },
    sms: {
      send(text: Readonly<{ phone: string; text: string }>) {
        left.push({ at: Date.parse(memory.state.now), parts: 1 });
        return memory.sms.send(text);
      },
    },
    queue: { put: async (keys: readonly SliceKey[], delay = 0) => enqueue(keys, delay) },
  };
  const messages: { key: SliceKey; at: number }[] = [];
  let brokeOff = 0;
  enqueue(opened, 0);
  await Promise.all(Array.from({ length: senders }, (_, index) => sender(index)));
  return {
    ...{ left, senders, brokeOff, conflicts, reads: counted.reads() },
    rows: rowsBy(({ status, reason }) => (reason ? `${status}: ${reason}` : status)),
    money: { ...(memory.state.budgets.get('2026-11') ?? { committed: 0, spent: 0 }), limit },
  };

  function passTrial(): void {
    const [step] = plan.steps;
    if (!step) throw new Error('The plan has a step');
    const trial = {
      date: '2026-11-11',
      step: step.id,
      text: textFingerprint(step),
      planVersion: 1,
    };
    const passed = { ...emptyTrial(trial), taken: 50, sent: 50 };
    memory.state.trials.set(trialAt(trial), passed);
  }

  function manyWorkers(): ReadonlyMap<number, readonly string[]> {
    const byShard = new Map<number, string[]>();
    for (let index = 0; index < load.texts / 0.9; index++) {
      const workerId = `wrk_${index.toString(16).padStart(20, '0')}`;
      const cycle = { ...aWorker().cycle, heldOut: index % 10 === 9 };
      const phone = `+62870${String(index).padStart(8, '0')}`;
      memory.state.workers.set(workerId, aWorker({ workerId, phone, cycle }));
      const shard = Math.floor(index / 10) % shards;
      byShard.set(shard, [...(byShard.get(shard) ?? []), workerId]);
    }
    return byShard;
  }

  function enqueue(keys: readonly SliceKey[], delaySeconds: number): void {
    const at = Date.parse(memory.state.now) + 1_000 * delaySeconds;
    for (const key of keys) messages.push({ key, at });
  }

  /** A Lambda that is invoked anew as soon as it has answered, while anything is to be done. */
  async function sender(index: number): Promise<void> {
    for (let turn = 0; !isOver(); turn++) {
      const next = messages.findIndex(({ at }) => at <= Date.parse(memory.state.now));
      const [message] = next < 0 ? [] : messages.splice(next, 1);
      if (!message) await memory.clock.sleep(100);
      else
        await sendReminders(message.key, `sender-${index}-${turn}`, ports, settings).catch(() => {
          brokeOff += 1;
        });
    }
  }

  function isOver(): boolean {
    return (
      brokeOff > 0 || [...memory.state.slices.values()].every((slice) => slice.state !== 'open')
    );
  }

  function rowsBy(kind: (row: { status: string; reason: string | null }) => string) {
    const rows = Map.groupBy(memory.state.reminders.values(), kind);
    return Object.fromEntries([...rows].map(([name, each]) => [name, each.length]));
  }
}

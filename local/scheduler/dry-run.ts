import type { Database } from '#aws/database';
import { confirmationStore } from '#aws/payments/confirmation-store';
import { paymentStore } from '#aws/payments/payment-store';
import { erasureStore } from '#aws/people/erasure-store';
import { relocationStore } from '#aws/people/relocation-store';
import { workerStore } from '#aws/people/worker-store';
import { planStore } from '#aws/plan/plan-store';
import { receiptWatch } from '#aws/sending/receipt-watch';
import { reminderStore } from '#aws/sending/reminder-store';
import { sliceStore } from '#aws/sending/slice-store';
import type { Settings } from '#domain/settings';
import { spendCredit } from '#flows/payments/spend-credit';
import { finishErasures } from '#flows/people/finish-erasures';
import { applyPlan } from '#flows/plan/apply-plan';
import type { ScheduleStore } from '#flows/plan/schedule-store';
import type { Clock } from '#flows/ports';
import { type Firing, planRun } from '#flows/sending/plan-run';
import type { SliceQueue, SliceStore } from '#flows/sending/slice-store';
import type { Metrics } from '#flows/sending/sms-port';
import { measureSilences } from '#flows/sending/watching/measure-silences';
import { watch } from '#flows/sending/watching/watchdog';
import { environment } from '#handlers/env';
import type { KeptReads } from '#local/dynamodb/kept-reads';
import { handlerOfArn } from '#local/environment';
import type { HandlerName } from '#triggers';

type CountName = Parameters<Metrics['count']>[0];
export type Counts = ReadonlyMap<CountName, number>;
type Round = Readonly<{ clock: Clock; metrics: Metrics }>;

export type DryRun = ReturnType<typeof dryRun>;

/**
 * Whether a firing would come to nothing: the flow itself runs over what the table says, by a clock
 * of its own, and is broken off where it would write, queue or send. Any error, and any handler
 * that is not here, is a firing to be made. Days that a round closes and finds nothing else to do
 * in are closed here (decision 0075).
 */
export function dryRun({ reads, settings }: Readonly<{ reads: KeptReads; settings: Settings }>) {
  const plans = reads.store(planStore);
  const slices = reads.store(sliceStore);
  const relocations = reads.store(relocationStore);
  const erasures = reads.store(erasureStore);
  const reminders = reads.store(reminderStore);
  const { shards } = settings;
  const payments = reads.store(function payments(database: Database) {
    return paymentStore({ ...database, shards });
  });
  const confirmations = reads.store(function confirmations(database: Database) {
    return confirmationStore({ ...database, shards });
  });
  const workers = reads.store(function workers(database: Database) {
    return workerStore({ ...database, shards });
  });
  const { moveWatermark } = reads.writer(sliceStore);
  const measured = { plans, slices, payments, confirmations, receipts: reads.store(receiptWatch) };
  let listed: ReturnType<ScheduleStore['list']> | null = null;
  const schedules: ScheduleStore = {
    list: () => (listed ??= listSchedules()),
    put: () => Promise.reject(work),
    remove: () => Promise.reject(work),
  };
  const watched = { plans, relocations, reminders, confirmations, queue };
  const flows: Partial<Record<HandlerName, (round: Round, event: unknown) => Promise<unknown>>> = {
    'apply-plan': ({ clock }) => applyPlan({ plans, schedules, clock }, { firstPlanPaused: false }),
    'plan-run': (_, event) => planRun(firingIn(event), { plans, slices, queue }, settings),
    'spend-credit': ({ clock }) => spendCredit({ workers, plans, clock }, settings),
    watchdog: async ({ clock, metrics }) => {
      const closed: Parameters<SliceStore['moveWatermark']>[] = [];
      const closing = {
        ...slices,
        moveWatermark: async (...day: (typeof closed)[number]) => void closed.push(day),
      };
      await watch({ ...watched, slices: closing, metrics, clock }, settings);
      await finishErasures({ erasures, workers: wouldAct, metrics, clock });
      await measureSilences({ ...measured, workers: wouldAct, metrics, clock }, settings);
      for (const day of closed) await moveWatermark(...day);
    },
  };
  return {
    forgetAll: reads.forgetAll,
    forgetSchedules: (): void => {
      listed = null;
    },
    /**
     * Rejects where there is something to do, or it cannot be told. Answers what the round would
     * have counted for alarms.
     */
    async comesToNothing(functionArn: string, event: unknown, at: number): Promise<Counts> {
      const flow = flows[handlerOfArn(functionArn)];
      if (!flow) throw work;
      const counts = new Map<CountName, number>();
      const metrics: Metrics = { count: (name, value) => value > 0 && counts.set(name, value) };
      await flow({ clock: clockAt(at), metrics }, event);
      return counts;
    },
  };
}

/** Whatever is asked of it, it would be work. */
const wouldAct = new Proxy({}, { get: () => () => Promise.reject(work) }) as never;
const work = new Error('There is something to do');

/** As the handler reads them. Its wiring is loaded late, since it reads the environment. */
async function listSchedules(): ReturnType<ScheduleStore['list']> {
  const wiring = await import('#handlers/wiring');
  return wiring.schedules(environment('apply-plan')).list();
}

const queue: SliceQueue = {
  put: async (slices) => {
    if (slices.length > 0) throw work;
  },
};

const clockAt = (at: number): Clock => ({
  now: () => new Date(at).toISOString(),
  sleep: () => Promise.reject(work),
});

function firingIn(event: unknown): Firing {
  const { scheduledTime, ...firing } = event as Omit<Firing, 'scheduledAt'> & {
    scheduledTime: string;
  };
  return { ...firing, scheduledAt: new Date(scheduledTime).toISOString() };
}

import { zones } from '#domain/calendar/zones';
import type { Worker } from '#domain/people/worker';
import { confirmationStep } from '#domain/sending/reminder';
import type { SliceKey } from '#domain/sending/slice';
import { recordPayment } from '#flows/payments/record-payment';
import { planRun } from '#flows/sending/plan-run';
import { sendReminders } from '#flows/sending/send-reminders';
import { watch } from '#flows/sending/watching/watchdog';
import { type InMemoryPorts, inMemoryPorts } from '#local/memory/in-memory-ports';
import { diceOf } from '#local/simulation/chance';
import { sliceQueue } from '#triggers';
import { aWorker } from '../../test/builders.ts';
import { idOf } from '../../test/contract/builders.ts';
import { paymentOf, planWith } from '../../test/unit/flows/given.ts';
import { settings as settingsOfTests } from '../../test/unit/flows/settings.ts';
import { type VirtualTime, virtualTime } from './virtual-time.ts';

export type Day = Readonly<{
  /** Payments of the night before, each to be told to somebody else. */
  confirmations: number;
  /** Workers who are due at nine. */
  reminders: number;
  smsPartsPerSecond: number;
  senders: number;
  shards: number;
  /** Of each call: its share of calls before which the sender is gone. */
  deaths: number;
  seed: number;
}>;

export type DayOutcome = Readonly<{
  told: number;
  reminded: number;
  /** Left without anybody knowing, by reason: what a dead sender had claimed. */
  unknown: number;
  twice: number;
  waiting: number;
  toldBefore: string;
  remindedBefore: string;
  deaths: number;
}>;

const nightBefore = '2026-11-10T15:00:00.000Z';
const midnight = '2026-11-10T17:00:00.000Z';
const allHaveFired = '2026-11-11T02:01:00.000Z';
const endsBefore = '2026-11-11T17:00:00.000Z';
const [tableMs, snsMs] = [5, 60];

/**
 * 11 November 2026 from midnight in Jakarta: the real flows of the watchdog, the firings and the
 * senders over stores in memory, in virtual time. A message whose sender died comes again after the
 * visibility time-out, as SQS has it.
 */
export async function confirmingDay(day: Day): Promise<DayOutcome> {
  const settings = { ...settingsOfTests, ...day };
  const dice = diceOf(day.seed);
  const time = virtualTime(midnight);
  let [hasBegun, deaths] = [false, 0];
  const memory = inMemoryPorts({
    now: nightBefore,
    shards: day.shards,
    async gate(operation, when) {
      if (!hasBegun || when === 'after') return;
      // Half of what it takes on average is certain, the rest has a tail.
      const average = operation === 'sms.send' ? snsMs : tableMs;
      await time.sleep(average * (0.5 - 0.5 * Math.log(1 - dice())));
      memory.state.now = time.iso();
      if (dice() >= day.deaths) return;
      deaths += 1;
      throw new Error(`gone before ${operation}`);
    },
  });
  await people(memory, day);
  hasBegun = true;
  const queue = queueOf(time, day, (key) =>
    sendReminders(key, `holder-${dice()}`, ports, settings),
  );
  const ports = { ...memory, clock: { now: time.iso, sleep: time.sleep }, queue };
  const every = async (seconds: number, act: () => Promise<unknown>) => {
    for (;;) {
      await act().catch(() => undefined);
      await time.sleep(1_000 * seconds);
    }
  };
  void every(900, () => watch(ports, settings));
  for (const zone of zones) {
    const hour = { 'Asia/Jakarta': 2, 'Asia/Makassar': 1, 'Asia/Jayapura': 0 }[zone];
    const scheduledAt = `2026-11-11T0${hour}:00:00.000Z`;
    void time
      .sleep(Date.parse(scheduledAt) - Date.parse(midnight))
      .then(() => planRun({ zone, time: '09:00', scheduledAt }, ports, settings))
      .catch(() => undefined);
  }
  const isOver = () => memory.state.confirmations.size === 0 && queue.isIdle();
  await time.run(() => time.iso() < endsBefore && (time.iso() < allHaveFired || !isOver()));
  return { ...outcomeOf(memory), deaths };
}

/** Four in five live in the west, the others on Bali. */
async function people(memory: InMemoryPorts, day: Day): Promise<void> {
  const { state } = memory;
  state.plans.push({ plan: planWith(), savedAt: '2026-10-01T00:00:00.000Z', savedBy: 'test' });
  for (const zone of zones) state.closed.set(zone, '2026-11-10');
  const put = (index: number, facts: Partial<Worker>): Worker => {
    const province = ['Jawa Tengah', 'Jawa Barat', 'Lampung', 'DKI Jakarta', 'Bali'][index % 5];
    const worker = aWorker({
      ...{ workerId: idOf(index), phone: `+62870${String(index).padStart(8, '0')}` },
      ...{ province: province ?? 'Bali', ...facts },
    });
    state.workers.set(worker.workerId, worker);
    return worker;
  };
  for (let index = 0; index < day.reminders; index += 1) put(index, {});
  const settings = { ...settingsOfTests, ...day };
  for (let each = 0; each < day.confirmations; each += 1) {
    const { workerId } = put(day.reminders + each, { group: 'Koperasi Ojek' });
    const notice = paymentOf({ reference: `P-${each}`, paidAt: nightBefore });
    await recordPayment(notice, workerId, memory, settings);
  }
}

/** As SQS and its mapping: so many senders at once, a message each. */
function queueOf(
  time: VirtualTime,
  { senders: most }: Day,
  send: (key: SliceKey) => Promise<unknown>,
) {
  const ready: SliceKey[] = [];
  let [senders, lying] = [0, 0];
  const put = async (keys: readonly SliceKey[], delaySeconds = 0): Promise<void> => {
    lying += keys.length;
    const show = () => {
      ready.push(...keys);
      lying -= keys.length;
      begin();
    };
    if (delaySeconds === 0) show();
    else void time.sleep(1_000 * delaySeconds).then(show);
  };
  const begin = (): void => {
    for (; senders < most && ready.length > 0; senders += 1) {
      const key = ready.shift();
      if (key)
        void send(key)
          .catch(() => put([key], sliceQueue.visibilitySeconds))
          .finally(() => {
            senders -= 1;
            begin();
          });
    }
  };
  return { put, isIdle: () => senders + lying + ready.length === 0 };
}

function outcomeOf({ state }: InMemoryPorts): Omit<DayOutcome, 'deaths'> {
  const rows = [...state.reminders.values()];
  const ofKind = (isTold: boolean) =>
    state.outbox.filter(({ text }) => text.includes('terima kasih') === isTold);
  const last = (texts: typeof state.outbox): string => texts.at(-1)?.at ?? '';
  const rowsOf = (isTold: boolean) =>
    rows.filter(({ step, status }) => (step === confirmationStep) === isTold && status === 'sent');
  return {
    told: rowsOf(true).length,
    reminded: rowsOf(false).length,
    unknown: rows.filter(({ status }) => status === 'unknown').length,
    twice: state.outbox.length - new Set(state.outbox.map(({ phone }) => phone)).size,
    waiting: state.confirmations.size,
    toldBefore: last(ofKind(true)),
    remindedBefore: last(ofKind(false)),
  };
}

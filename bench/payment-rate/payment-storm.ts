import { createHash } from 'node:crypto';
import { paymentStore } from '#aws/payments/payment-store';
import { workerStore } from '#aws/people/worker-store';
import { planStore } from '#aws/plan/plan-store';
import { receiptWatch } from '#aws/sending/receipt-watch';
import { reminderStore } from '#aws/sending/reminder-store';
import { sampleStore } from '#aws/sending/sample-store';
import { Refused } from '#domain/refused';
import type { DeliveryReceipt } from '#domain/sending/delivery';
import { recordPayment } from '#flows/payments/record-payment';
import { recordDeliveries } from '#flows/sending/record-delivery';
import { aWorker, settings } from '../../test/builders.ts';
import { aReminder } from '../../test/contract/builders.ts';
import { plan } from '../../test/plan.ts';
import { allTimersBy, type VirtualTime, virtualTime } from '../frame/virtual-time.ts';
import { audited } from './audited.ts';
import { partitionLimiter } from './partition-limiter.ts';
import { stormStream } from './storm-stream.ts';
import { type StormTable, shards, stormTable } from './storm-table.ts';

export type Storm = Readonly<{
  paymentsASecond: number;
  /** Texts a payment whose delivery receipts come beside it: one by default, three at most. */
  textsEach?: number;
  /** In a hundred of them. */
  undelivered?: number;
  seconds: number;
  unitsASecond: number;
  nameOf?: (partition: string) => string;
  /** For a long one: commands are answered before the SDK makes requests of them. */
  isPastSdk?: boolean;
  /** Nobody comes any more from then on. */
  ended?: AbortSignal;
  /** Once a minute of its clock. */
  heard?: (so: SoFar) => void;
}>;

/** `open`: who has come and is not recorded yet, and batches of receipts. */
type SoFar = Readonly<{
  minute: number;
  people: number;
  open: number;
  uncounted: number;
  throttled: number;
}>;

const begin = '2026-11-11T02:00:00.000Z';
const instances = 64;
const receiptsABatch = 10;
const steps = ['before', 'eve', 'after'] as const;
/** What a channel waits for after a 503, as `retry-after` says, and after no answer at all. */
const comeAgainSeconds = 5;
/** In a hundred: answers that get lost on their way, so that the notice comes again. */
const lostAnswers = 1;
/** After the last notice and receipt: to record everything, and to count it. */
const mostSeconds = { toRecord: 300, toCount: 600 } as const;

/** How the lists of the day and of attention would fare in one partition each. */
export const inOnePiece = (partition: string): string =>
  partition.replace(/^((RECORDED|ATTENTION)#[^#]+)#\d+$/, '$1');

/** Real stores and flows over a table in memory that the limiter guards, in made-up time. */
export async function paymentStorm(storm: Storm) {
  const { paymentsASecond, seconds, unitsASecond, nameOf } = storm;
  const sent = steps.slice(0, storm.textsEach ?? 1);
  const random = Math.random;
  Math.random = seeded(7);
  const table = await stormTable({ instances, isPastSdk: storm.isPastSdk ?? false }, (record) =>
    stream.changed(record),
  );
  const stream = stormStream(table.databases[0] ?? never());
  await planStore(table.databases[0] ?? never()).save(firstPlan);
  const time = virtualTime(begin);
  const restoreTimers = allTimersBy(time);
  const limiter = partitionLimiter({ unitsASecond, now: time.now, ...(nameOf ? { nameOf } : {}) });
  const run = running(table, time, { sent, undelivered: storm.undelivered ?? 10 });
  try {
    table.live({ sleep: time.sleep, admit: limiter.admit });
    stream.begin(time);
    let [end, people] = [Number.POSITIVE_INFINITY, paymentsASecond * seconds];
    const minute = (number: number, begun: number) =>
      storm.heard?.({
        ...{ minute: number, people: begun, open: run.open() },
        ...{ uncounted: stream.backlog(), throttled: limiter.refused() },
      });
    void arrivals(storm, { time, begin: run.begin, minute }).then((begun) => {
      [end, people] = [time.now(), begun];
      run.end();
    });
    const done = () => run.open() === 0 && stream.backlog() === 0 && time.now() > end;
    await time.run(() => !done() && time.now() < end + mostSeconds.toCount * 1_000);
    table.live(null);
    const since = (moment: number) => Math.max(0, (moment - end) / 1_000);
    const { lastCounted, ...counting } = stream.result();
    return {
      ...{ people, ...run.result(), ...counting, throttled: limiter.refused() },
      recordedAfter: since(run.lastRecorded()),
      countedAfter: since(lastCounted),
      uncounted: stream.backlog(),
      fullest: limiter.fullest(),
      ...(await audited(table, stream.counts, { people, sent })),
    };
  } finally {
    restoreTimers();
    Math.random = random;
  }
}

type Begun = Readonly<{
  time: VirtualTime;
  begin: (number: number) => void;
  minute: (number: number, begun: number) => void;
}>;

/** Evenly, millisecond by millisecond. Answers how many have come. */
async function arrivals(
  { paymentsASecond, seconds, ended }: Storm,
  { time, begin, minute }: Begun,
): Promise<number> {
  const [from, people] = [time.now(), paymentsASecond * seconds];
  let begun = 0;
  while (begun < people && !ended?.aborted) {
    await time.sleep(1);
    const passed = time.now() - from;
    const due = Math.floor((passed / 1_000) * paymentsASecond);
    for (; begun < Math.min(people, due); begun++) begin(begun);
    if (passed % 60_000 === 0) minute(passed / 60_000, begun);
  }
  return begun;
}

type Texts = Readonly<{ sent: readonly string[]; undelivered: number }>;

function running(
  { databases, layIn }: StormTable,
  time: VirtualTime,
  { sent, undelivered }: Texts,
) {
  const clock = { now: time.iso, sleep: time.sleep };
  const functions = databases.map((database) => ({
    workers: workerStore({ ...database, shards }),
    payments: paymentStore({ ...database, shards }),
    reminders: reminderStore(database),
    samples: sampleStore(database),
    receipts: receiptWatch(database),
    plans: planStore(database),
    clock,
  }));
  const portsOf = (number: number) => functions[number % instances] ?? never();
  const counted = { askedToComeAgain: 0, failures: 0, receiptsLost: 0 };
  let [open, lastRecorded] = [0, 0];
  let batch: DeliveryReceipt[] = [];

  /** As a channel does: again until it is told that the payment is recorded. */
  async function pay(number: number): Promise<void> {
    const notice = noticeOf(number, time.iso());
    for (let attempt = 0; ; attempt++) {
      try {
        const ports = portsOf(number + attempt);
        const { status } = await recordPayment(notice, workerIdOf(number), ports, settings);
        if (status === 'recorded') lastRecorded = time.now();
        if (attempt > 0 || Math.random() * 100 >= lostAnswers) return;
      } catch (error) {
        if (error instanceof Refused && error.code === 'busy') counted.askedToComeAgain += 1;
        else counted.failures += 1;
      }
      await time.sleep((comeAgainSeconds + Math.random()) * 1_000);
    }
  }

  /** As the subscription of a log does: twice more, after one minute and after two. */
  async function deliver(receipts: readonly DeliveryReceipt[], number: number): Promise<void> {
    for (const minutes of [1, 2, null]) {
      const ports = portsOf(number);
      try {
        await ports.receipts.receiptCame(time.iso());
        await recordDeliveries(receipts, ports);
        lastRecorded = time.now();
        return;
      } catch {
        if (minutes === null) counted.receiptsLost += receipts.length;
        else await time.sleep(minutes * 60_000);
      }
    }
  }

  const whileOpen = async (work: Promise<void>): Promise<void> => {
    open += 1;
    await work;
    open -= 1;
  };

  return {
    begin(number: number): void {
      layIn(
        workerOf(number),
        sent.map((step) => textOf(number, step)),
      );
      void whileOpen(pay(number));
      const failed = number % 100 < undelivered;
      batch.push(...sent.map((step) => receiptOf(number, step, { failed, at: time.iso() })));
      if (batch.length < receiptsABatch) return;
      void whileOpen(deliver(batch, number));
      batch = [];
    },
    /** A last batch is smaller. */
    end(): void {
      if (batch.length > 0) void whileOpen(deliver(batch, 0));
      batch = [];
    },
    open: () => open,
    lastRecorded: () => lastRecorded,
    result: () => counted,
  };
}

const firstPlan = {
  plan,
  ...{ savedAt: begin, savedBy: 'bench', savedByName: 'bench', approval: null },
};

export const workerIdOf = (number: number): string =>
  `wrk_${createHash('sha256').update(String(number)).digest('hex').slice(0, 20)}`;

const phoneOf = (number: number): string => `+62870${String(number).padStart(8, '0')}`;

const workerOf = (number: number) =>
  aWorker({ workerId: workerIdOf(number), phone: phoneOf(number), name: `Siti ${number}` });

const textOf = (number: number, step: string) =>
  aReminder({
    ...{ workerId: workerIdOf(number), step, status: 'sent', messageId: `msg_${number}_${step}` },
    ...{ at: begin, claimedAt: begin },
  });

/** One month at the price of November. */
const noticeOf = (number: number, paidAt: string) => ({
  ...{ channel: 'bench', reference: `B-${number}`, amount: 8_400, paidAt, months: null },
});

type Became = Readonly<{ failed: boolean; at: string }>;

const receiptOf = (number: number, step: string, { failed, at }: Became): DeliveryReceipt => ({
  ...{ messageId: `msg_${number}_${step}`, phone: phoneOf(number), sentAt: begin, at },
  ...(failed
    ? { status: 'undelivered', reason: 'Unreachable', permanent: false }
    : { status: 'delivered', reason: null, permanent: false }),
  ...{ parts: 1, priceUsd: 0.16073 },
});

/** The same numbers from 0 to 1 each time (mulberry32), so that a run can be repeated. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function never(): never {
  throw new Error('There is no instance');
}

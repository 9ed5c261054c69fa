import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, addSeconds, localDate, type Month } from '#domain/calendar/dates';
import { reversePayment } from '#flows/payments/correct-payments';
import { importPayments } from '#flows/payments/import-payments';
import { recordPayment } from '#flows/payments/record-payment';
import { spendCredit } from '#flows/payments/spend-credit';
import { importWorkers } from '#flows/people/import-workers';
import { rosterOf } from '../builders.ts';
import { aStage } from '../unit/flows/given.ts';
import { settings } from '../unit/flows/settings.ts';
import { oracle, type Telling } from './same-money-oracle.ts';

/** Rp16.800 each month from January 2027 on. Nobody lapses before August. */
const nik = '9972014105900001';
const price = 16_800;
const start: Month = '2027-04';

const ways = ['webhook', 'file', 'no zeros', 'capitals', 'another channel'] as const;
const event = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('pay' as const),
      months: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('tell' as const),
      which: fc.nat(9),
      how: fc.constantFrom(...ways),
      limit: fc.oneof(
        { weight: 5, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('roster' as const),
      behind: fc.integer({ min: -2, max: 1 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('reverse' as const), which: fc.nat(9) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('pass' as const),
      hours: fc.integer({ min: 1, max: 150 }),
    }),
  },
);
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;
type Money = Readonly<{ months: number; paidAt: string; number: number }>;

test(
  'money is counted once, and what could be double is flagged, in any order of its tellings',
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 3, maxLength: 25 }),
        fc.boolean(),
        async (events, isLimited) => {
          await play(
            isLimited ? events.filter(({ does }) => does !== 'reverse') : unlimited(events),
          );
        },
      ),
      { numRuns: 2_000 },
    ),
  600_000,
);

test(
  'where each roster is up to date, money that is told once counts once, whoever tells it first',
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          event.filter(({ does }) => does !== 'reverse'),
          { minLength: 3, maxLength: 25 },
        ),
        async (events) => {
          const plain = unlimited(events).map((each) =>
            each.does === 'roster' ? { ...each, behind: 0 } : each,
          );
          await play([{ does: 'roster', behind: 0 }, ...plain], onlyFlaggedIsTooMuch);
        },
      ),
      { numRuns: 2_000 },
    ),
  600_000,
);

/**
 * After a reversal, what `months` had kept from buying is credit again, which a roster that names
 * those months counts beside them: by rule, flagged `too-much`, and not known to the oracle.
 */
const unlimited = (events: readonly Event[]): readonly Event[] =>
  events.map((each) => (each.does === 'tell' ? { ...each, limit: null } : each));

function onlyFlaggedIsTooMuch({ moneys, right, months, rosterAt }: Seen): void {
  const tellings = ({ number }: Money) =>
    right.payments.filter(({ reference }) => reference.split(/\D+/).at(-1) === String(number));
  const known = moneys.filter((money) => money.paidAt <= rosterAt || tellings(money).length > 0);
  const again = known.flatMap((money) => tellings(money).slice(1));
  const flagged = right.payments.filter((payment) => payment.flagged);
  expect(again.filter((payment) => !payment.flagged)).toEqual([]);
  expect(months).toBeGreaterThanOrEqual(sumOf(known));
  expect(months).toBeLessThanOrEqual(sumOf(known) + sumOf(flagged));
}

const sumOf = (of: readonly Readonly<{ months: number }>[]): number =>
  of.reduce((sum, { months }) => sum + months, 0);

type Seen = Readonly<{
  moneys: readonly Money[];
  right: ReturnType<typeof oracle>;
  /** Covered since the start, or in credit. */
  months: number;
  rosterAt: string;
}>;

async function play(
  events: readonly Event[],
  look: (seen: Seen) => void = () => undefined,
): Promise<void> {
  const { memory } = aStage({ workers: [], now: '2027-05-03T03:00:00.000Z' });
  const workerId = memory.identity.workerIdOf(nik);
  const right = oracle();
  const moneys: Money[] = [];
  let rosterAt = '';
  for (const each of events) {
    memory.state.now = addSeconds(memory.state.now, 61);
    const { now } = memory.state;
    if (each.does === 'pass') {
      memory.state.now = addSeconds(now, each.hours * 3_600);
      if (localDate('Asia/Jakarta', memory.state.now) > '2027-07-25') return;
      await spendCredit(memory, settings);
      if (right.firstNamed() !== null) right.pass(localDate('Asia/Jakarta', memory.state.now));
    } else if (each.does === 'pay') {
      moneys.push({ months: each.months, paidAt: now, number: moneys.length + 1 });
    } else if (each.does === 'roster') {
      const through = addMonths(start, Math.max(0, sumOf(moneys) + each.behind));
      if (through > addMonths(now.slice(0, 7), 12)) continue;
      await roster(memory, through);
      right.roster(through, now);
      rosterAt = now;
    } else if (each.does === 'tell') {
      const money = moneys[each.which % Math.max(1, moneys.length)];
      if (!money) continue;
      const telling = tellingOf(money, each);
      const known = right.payments.find(
        ({ channel, reference }) => channel === telling.channel && reference === telling.reference,
      );
      if (known && known.limit !== telling.limit) continue;
      await tell(memory, telling, each.how === 'file' || each.how === 'no zeros');
      right.tell(telling, now);
    } else {
      const payment = right.payments[each.which % Math.max(1, right.payments.length)];
      if (!payment) continue;
      const { channel, reference } = payment;
      await reversePayment(
        { channel, reference },
        { by: 'finance', reason: 'wrong' },
        memory,
        settings,
      );
      right.reverse(payment, localDate('Asia/Jakarta', now));
    }
    const worker = memory.state.workers.get(workerId);
    if (!worker) continue;
    const months = worker.credit / price + monthsSince(worker.coveredThrough);
    expect(months).toBe(right.total(start));
    look({ moneys, right, months, rosterAt });
    const today = localDate('Asia/Jakarta', memory.state.now);
    if (worker.credit >= price)
      expect(addMonths(worker.coveredThrough, 1) > today.slice(0, 7)).toBe(true);
    for (const { channel, reference, state, flagged } of right.payments) {
      const stored = await memory.payments.get(channel, reference);
      expect([
        reference,
        stored?.status === 'recorded' && stored.flags.includes('possible-duplicate'),
      ]).toEqual([reference, (state === 'bought' || state === 'linked') && flagged]);
      expect([reference, stored?.status === 'recorded' && stored.linked !== null]).toEqual([
        reference,
        state === 'linked',
      ]);
    }
  }
}

const monthsSince = (through: Month): number => {
  let count = 0;
  while (addMonths(start, count) < through) count += 1;
  return count;
};

function tellingOf(
  { months, paidAt, number }: Money,
  { how, limit }: Extract<Event, { does: 'tell' }>,
): Telling {
  const reference = {
    webhook: `000a${number}`,
    file: `000a${number}`,
    'no zeros': `a${number}`,
    capitals: `000A${number}`,
    'another channel': `x-${number}`,
  }[how];
  const channel = how === 'another channel' ? 'xendit' : 'bank';
  const day = localDate('Asia/Jakarta', paidAt);
  return { channel, reference, months, limit, paidAt, day };
}

type Memory = ReturnType<typeof aStage>['memory'];

async function tell(memory: Memory, telling: Telling, isFile: boolean): Promise<void> {
  const { channel, reference, limit, paidAt } = telling;
  const amount = telling.months * price;
  if (!isFile) {
    const notice = { channel, reference, amount, paidAt, months: limit };
    await recordPayment(notice, memory.identity.workerIdOf(nik), memory, settings);
    return;
  }
  const line = [reference, channel, nik, amount, paidAt, limit ?? ''].join(',');
  const text = `reference,channel,nik,amount,paid_at,months\n${line}\n`;
  const { accepted } = await importPayments(
    { text, firstLine: undefined, dryRun: false },
    memory,
    settings,
  );
  expect(accepted).toBe(1);
}

async function roster(memory: Memory, through: Month): Promise<void> {
  const text = rosterOf({ nik, covered_through: through });
  const file = { text, firstLine: undefined, dryRun: false, by: 'admin' };
  const { rejected } = await importWorkers(file, memory, settings);
  expect(rejected).toEqual([]);
}

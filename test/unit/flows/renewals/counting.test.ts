import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  instantAt,
  localDate,
  type Month,
  monthOf,
} from '#domain/calendar/dates';
import { lapseDate } from '#domain/calendar/due-date';
import { zoneOf } from '#domain/calendar/provinces';
import { zones } from '#domain/calendar/zones';
import type { Correction } from '#domain/people/correction';
import { contribution } from '#domain/people/tariff';
import { isReminded, monthOwed, type Worker, zoneOfWorker } from '#domain/people/worker';
import { counterSums } from '#domain/renewals/counter-sums';
import { type CountedRow, countsOf, dimensions } from '#domain/renewals/counts';
import { reversePayment } from '#flows/payments/correct-payments';
import { recordPayment } from '#flows/payments/record-payment';
import { correctWorker, eraseWorker, stopTexts } from '#flows/people/change-worker';
import { importWorkers } from '#flows/people/import-workers';
import type { RowChange } from '#flows/renewals/count-store';
import { members, renewals } from '#flows/renewals/show-renewals';
import { tally } from '#flows/renewals/tally';
import { planRun } from '#flows/sending/plan-run';
import { recordDeliveries } from '#flows/sending/record-delivery';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { watch } from '#local/memory/watch';
import { aStage, later, planWith, workOff } from '../given.ts';
import { settings } from '../settings.ts';
import { type Accounted, accountOf, type Entry, without } from './ledger.ts';

/** Everybody drives for a living: from January 2026 to March 2027 all their months cost the same. */
const niks = [
  '3372015708950000',
  '3372016305830000',
  '5171014509900000',
  '9171011001830000',
] as const;
const provinces = ['Jawa Tengah', 'DKI Jakarta', 'Bali', 'Papua'] as const;
const who = fc.integer({ min: 0, max: niks.length - 1 });

type Step =
  | Readonly<{ does: 'days'; days: number }>
  | Readonly<{ does: 'roster'; who: number; ahead: number }>
  | Readonly<{ does: 'pay'; who: number; months: number; late: number }>
  | Readonly<{ does: 'reverse'; which: number }>
  | Readonly<{ does: 'correct'; who: number; correction: Correction }>
  | Readonly<{ does: 'end' | 'back' | 'stop' | 'erase'; who: number }>
  | Readonly<{ does: 'receipts'; arrive: boolean }>;

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('days' as const),
      days: fc.integer({ min: 1, max: 35 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('roster' as const),
      who,
      ahead: fc.integer({ min: -2, max: 2 }),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      does: fc.constant('pay' as const),
      who,
      months: fc.integer({ min: 1, max: 3 }),
      late: fc.integer({ min: 0, max: 3 }),
    }),
  },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('reverse' as const), which: fc.nat(20) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('correct' as const),
      who,
      correction: fc.constantFrom<Correction>(
        { province: 'Jawa Timur' },
        { language: 'jv' },
        { phone: null },
        { phone: '+6287000000777' },
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('end' as const, 'back' as const, 'stop' as const, 'erase' as const),
      who,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('receipts' as const), arrive: fc.boolean() }),
  },
);

/** A stage on which a tenth of the cycles is held out, what happens to its rows, and the ledger. */
function aYear() {
  const { memory } = aStage({
    workers: [],
    plan: planWith({ holdoutPercent: 25 }),
    now: '2026-02-03T01:00:00.000Z',
  });
  return {
    memory,
    changes: watch(memory.state),
    ledger: new Map<string, readonly Entry[]>(),
    paid: [] as string[],
  };
}
type Year = ReturnType<typeof aYear>;

const by = { by: 'admin', requestId: 'request' };

async function take({ memory, ledger, paid }: Year, what: Step, index: number): Promise<void> {
  const idOf = (number: number): string => memory.identity.workerIdOf(niks[number] ?? '');
  const stored = (number: number): Worker | undefined => memory.state.workers.get(idOf(number));
  const note = (workerId: string, ...entries: readonly Entry[]) =>
    ledger.set(workerId, [...(ledger.get(workerId) ?? []), ...entries]);
  const today = (worker: Worker) => localDate(zoneOfWorker(worker), memory.state.now);
  const requestId = `request-${index}`;
  switch (what.does) {
    case 'days':
      return days(memory, what.days);
    case 'roster': {
      const before = stored(what.who);
      const line = {
        name: `Pekerja ${what.who}`,
        phone: `08700000000${what.who}`,
        province: provinces[what.who] ?? '',
      };
      const through = addMonths(before?.coveredThrough ?? monthOf(memory.state.now), what.ahead);
      const text = `nik,name,phone,province,sector,income,jht,language,covered_through\n${[niks[what.who], ...Object.values(line), 'transport,1000000,no,id', through].join()}\n`;
      const done = await importWorkers(
        { text, firstLine: undefined, dryRun: false, by: 'admin' },
        memory,
        settings,
      );
      const after = stored(what.who);
      if (!after || done.accepted === 0) return;
      if (!before)
        note(after.workerId, { kind: 'came', on: today(after), owes: addMonths(through, 1) });
      const months = before ? monthsFrom(before.coveredThrough, after.coveredThrough) : 0;
      if (months > 0)
        note(after.workerId, {
          kind: 'paid',
          id: null,
          on: today(before as Worker),
          months,
          startsAgainAt: null,
        });
      return;
    }
    case 'pay': {
      const before = stored(what.who);
      if (!before) return;
      const [channel, reference] = ['bank', `P-${index}`];
      const paidAt = instantAt(zoneOfWorker(before), addDays(today(before), -what.late), '08:00');
      const amount = what.months * contribution(before, '2026-11');
      const { payment } = await recordPayment(
        { channel, reference, amount, paidAt, months: null },
        before.workerId,
        memory,
        settings,
      );
      paid.push(reference);
      const [first] = payment.bought;
      if (!first) return;
      const on = addDays(today(before), -what.late);
      const startsAgainAt = first > addMonths(before.coveredThrough, 1) ? first : null;
      note(before.workerId, {
        kind: 'paid',
        id: reference,
        on,
        months: payment.bought.length,
        startsAgainAt,
      });
      return;
    }
    case 'reverse': {
      const reference = paid[what.which % Math.max(1, paid.length)];
      const payment = reference && (await memory.payments.get('bank', reference));
      if (!payment) return;
      if (payment.status !== 'recorded') return;
      await reversePayment(
        { channel: 'bank', reference },
        { by: 'finance', reason: 'wrong' },
        memory,
        settings,
      );
      const after = memory.state.workers.get(payment.workerId ?? '');
      if (after)
        ledger.set(
          after.workerId,
          without(ledger.get(after.workerId) ?? [], reference, after.coveredThrough),
        );
      return;
    }
    case 'correct':
      if (stored(what.who))
        await correctWorker(
          idOf(what.who),
          what.correction,
          { ...by, requestId },
          memory,
          settings,
        );
      return;
    case 'end': {
      const before = stored(what.who);
      if (!before || before.ended) return;
      await correctWorker(
        before.workerId,
        { ended: { on: today(before), reason: 'employed' } },
        { ...by, requestId },
        memory,
        settings,
      );
      note(before.workerId, { kind: 'left', on: today(before) });
      return;
    }
    case 'back': {
      const before = stored(what.who);
      if (!before?.ended) return;
      await correctWorker(before.workerId, { ended: null }, { ...by, requestId }, memory, settings);
      note(before.workerId, {
        kind: 'came',
        on: today(before),
        owes: addMonths(before.coveredThrough, 1),
      });
      return;
    }
    case 'stop':
      if (stored(what.who)) await stopTexts(idOf(what.who), null, { ...by, requestId }, memory);
      return;
    case 'erase': {
      const before = stored(what.who);
      if (!before) return;
      await eraseWorker(before.workerId, memory);
      if (isReminded(before)) note(before.workerId, { kind: 'left', on: today(before) });
      return;
    }
    case 'receipts':
      return receipts(memory, what.arrive);
  }
}

const monthsFrom = (before: Month, after: Month): number => {
  let months = 0;
  while (addMonths(before, months) < after) months += 1;
  return months;
};

/** Days go by, and the reminders of the last of them go out. */
async function days(memory: InMemoryPorts, count: number): Promise<void> {
  const date = addDays(localDate('Asia/Jakarta', memory.state.now), count);
  for (const zone of [...zones].reverse()) {
    memory.state.now = instantAt(zone, date, '09:00');
    await planRun({ zone, time: '09:00', scheduledAt: memory.state.now }, memory, settings);
    await workOff(memory);
  }
}

async function receipts(memory: InMemoryPorts, arrive: boolean): Promise<void> {
  const waiting = [...memory.state.reminders.values()].filter(({ status }) => status === 'sent');
  const told = waiting.map(({ messageId, workerId, at }) => ({
    ...{
      messageId: messageId ?? '',
      phone: memory.state.workers.get(workerId)?.phone ?? '',
      permanent: !arrive,
      parts: 2,
      priceUsd: 0.32,
    },
    ...{
      status: arrive ? 'delivered' : 'undelivered',
      reason: arrive ? null : 'Invalid phone number',
      sentAt: at,
      at: memory.state.now,
    },
  }));
  await recordDeliveries(told as Parameters<typeof recordDeliveries>[0], memory);
}

const rowsOf = ({ state }: InMemoryPorts): readonly CountedRow[] => [
  ...[...state.workers.values()].map((worker) => ({ kind: 'worker', worker }) as const),
  ...[...state.cycles.values()].map((cycle) => ({ kind: 'cycle', cycle }) as const),
  ...[...state.reminders.values()].map((reminder) => ({ kind: 'reminder', reminder }) as const),
];

/** What rows that an erasure swept away had added: it stays. */
const leftBehind = (changes: readonly RowChange[]): readonly CountedRow[] =>
  changes.flatMap(({ before, removed }) =>
    removed && before && before.kind !== 'worker' ? [before] : [],
  );

const sorted = (lines: readonly string[]): readonly string[] => [...lines].sort();

const countersOf = (items: Parameters<typeof linesOf>[0]) => sorted(linesOf(items));
const linesOf = (
  items: readonly Readonly<{ place: object; counts: Readonly<Record<string, number>> }>[],
): readonly string[] =>
  items.flatMap(({ place, counts }) =>
    Object.entries(counts).map(
      ([name, by]) => `${JSON.stringify(Object.entries(place).flat())} ${name} ${by}`,
    ),
  );

const months = Array.from({ length: 40 }, (_, index) => addMonths('2025-06', index));

/** All counters as the API reads them. */
async function counted({ counts }: InMemoryPorts): Promise<readonly string[]> {
  const cohorts = await Promise.all(
    months.flatMap((month) => dimensions.map((dimension) => counts.cohort(month, dimension))),
  );
  return countersOf([...cohorts.flat(), ...(await counts.members())]);
}

/** `begun 2026-11 2026-10-03 renewed`, `paid 2026-11 2026-11-12`: one line a cycle, without arms. */
async function cyclesCounted({ counts }: InMemoryPorts): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const month of months) {
    for (const { place, counts: numbers } of await counts.cohort(month, 'total')) {
      for (const [name, by] of Object.entries(numbers)) {
        const [what, day, , , origin] = name.split('.');
        if (
          place.of !== 'cohort' ||
          !['begun', 'paid', 'left'].includes(what ?? '') ||
          !name.endsWith('.n')
        )
          continue;
        const line = `${what} ${month} ${place.period}-${day}${what === 'begun' ? ` ${origin}` : ''}`;
        lines.push(...Array.from({ length: by }, () => line));
      }
    }
  }
  return sorted(lines);
}

const cyclesIn = (ledger: Year['ledger']): readonly string[] =>
  sorted(
    [...ledger.values()].flatMap((entries) =>
      accountOf(entries).cycles.flatMap(({ month, since, origin, end }: Accounted) => [
        `begun ${month} ${since} ${origin}`,
        ...(end ? [`${end.what} ${month} ${end.on}`] : []),
      ]),
    ),
  );

/** Of five payments the second is reversed, then the first: the others keep their order. */
const twoReversals: Step[] = [
  ...[1, 3, 2, 1, 2].map((months) => ({ does: 'pay', who: 0, months, late: 0 }) as const),
  { does: 'reverse', which: 1 },
  { does: 'reverse', which: 0 },
  { does: 'end', who: 0 },
  { does: 'pay', who: 0, months: 1, late: 0 },
];

describe('after any sequence of rosters, reminders, receipts, payments, reversals, corrections and erasures', () => {
  it('the counters are what the rows say, and what happened, however the counting was broken off', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 30 }),
        fc.infiniteStream(fc.nat(9)),
        async (steps, dice) => {
          const year = aYear();
          await take(year, { does: 'roster', who: 0, ahead: 0 }, 1_000);
          for (const [index, each] of steps.entries()) {
            later(year.memory, 1);
            await take(year, each, index);
            if ((dice.next().value ?? 0) < 4) await tallyBadly(year, dice);
          }
          await tallyBadly(year, dice);
          await tally({ shard: 'shard', changes: year.changes }, year.memory);
          const rows = [...rowsOf(year.memory), ...leftBehind(year.changes)];
          expect(await counted(year.memory)).toEqual(
            countersOf(counterSums(rows.flatMap(countsOf)).items()),
          );
          expect(await cyclesCounted(year.memory)).toEqual(cyclesIn(year.ledger));
          await addsUp(year.memory);
        },
      ),
      {
        numRuns: 1_000,
        examples: [[twoReversals, fc.stream([8, 0, 3, 7, 9, 0, 1, 2, 7, 2].values())]],
      },
    );
  });
});

/** What finance reads: outcomes add up to those due, in each dimension, and members from month to month to those who are members now. */
async function addsUp(memory: InMemoryPorts): Promise<void> {
  const today = localDate('Asia/Jakarta', memory.state.now);
  const span = { from: '2026-01', to: addMonths(monthOf(today), 3), asOf: today };
  const whole = await renewals({ ...span, by: null }, memory, settings);
  for (const by of ['province', 'sector', 'language'] as const) {
    const { items } = await renewals({ ...span, by }, memory, settings);
    for (const cohort of whole.items) {
      const parts = items.filter(({ month }) => month === cohort.month);
      for (const of of [
        ...outcomes,
        'due',
        'left',
        'startedLate',
        'amountDue',
        'amountReceived',
      ] as const)
        expect([cohort.month, by, of, parts.reduce((sum, part) => sum + part[of], 0)]).toEqual([
          cohort.month,
          by,
          of,
          cohort[of],
        ]);
    }
  }
  for (const cohort of whole.items)
    expect(outcomes.reduce((sum, of) => sum + cohort[of], 0)).toBe(cohort.due);
  const { items } = await members({ ...span, to: monthOf(today) }, memory, settings);
  for (const [index, { opening, joined, rejoined, lapsed, left, closing }] of items.entries()) {
    expect(opening + joined + rejoined - lapsed - left).toBe(closing);
    expect(items[index + 1]?.opening ?? closing).toBe(closing);
  }
  const now = [...memory.state.workers.values()].filter(
    (worker) => isReminded(worker) && lapseDate(monthOwed(worker), 3) > today,
  );
  expect(items.at(-1)?.closing).toBe(now.length);
}

const outcomes = ['onTime', 'inArrears', 'recovered', 'lapsed', 'open'] as const;

/** A stretch of the stream that begins anywhere before what is not counted, and dies, or meets another, somewhere in it. */
async function tallyBadly({ memory, changes }: Year, dice: Iterator<number>): Promise<void> {
  const roll = (below: number): number => Math.floor(((dice.next().value ?? 0) / 10) * below);
  const counted = Number((await memory.counts.position('shard')) ?? 0);
  const stretch = changes.slice(roll(counted + 1), counted + roll(changes.length - counted + 1));
  const ports = { counts: { ...memory.counts, most: { places: 6, names: 40 } } };
  let calls = 0;
  const dies = roll(8);
  const dying = new Proxy(ports.counts, {
    get: (counts, name) => {
      const port = counts[name as keyof typeof counts];
      if (typeof port !== 'function') return port;
      return async (...given: never[]) => {
        calls += 1;
        if (calls === dies) throw new Error('killed before');
        const answer = await (port as (...given: never[]) => Promise<unknown>)(...given);
        if (calls === dies - 4) throw new Error('killed after');
        return answer;
      };
    },
  });
  await Promise.allSettled([
    tally({ shard: 'shard', changes: stretch }, { counts: dying }),
    ...(roll(2) === 1 ? [tally({ shard: 'shard', changes: stretch }, ports)] : []),
  ]);
}

it('zones are told apart', () =>
  expect(provinces.map(zoneOf)).toEqual([
    'Asia/Jakarta',
    'Asia/Jakarta',
    'Asia/Makassar',
    'Asia/Jayapura',
  ]));

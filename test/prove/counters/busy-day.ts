import { addDays, addMonths, addSeconds, type Month } from '#domain/calendar/dates';
import { provinces } from '#domain/calendar/provinces';
import { recordedPayment } from '#domain/payments/recorded-payment';
import { closeCycle } from '#domain/people/cycles/next-cycle';
import type { Worker } from '#domain/people/worker';
import type { Reminder } from '#domain/sending/reminder';
import type { RowChange } from '#flows/renewals/count-store';
import { between, diceOf, oneOf } from '#local/simulation/chance';
import { aWorker } from '../../builders.ts';
import { aPayment as aRecorded, aReminder } from '../../contract/builders.ts';

/**
 * What is written in a second of the busiest day, a Monday on which November is due: 1,200 texts
 * and payments, and the receipts of those texts and of twice as many that left before.
 */
const aSecond = { texts: 1_200, payments: 1_200, receipts: 3_600 } as const;

const today = '2026-11-16';
const month: Month = '2026-11';
const at = `${today}T03:00:00.000Z`;

type Change = Omit<RowChange, 'position'>;

/** This share of so many seconds: what one shard of the stream brings. Drawn from the seed. */
export function busyBatch(seed: number, { share, seconds }: { share: number; seconds: number }) {
  const dice = diceOf(seed);
  const of = (n: number) => Array.from({ length: Math.round(n * seconds * share) });
  // What one transaction writes under one key comes through the stream together.
  const written: readonly (readonly Change[])[] = [
    ...of(aSecond.texts).map(() => aText(dice)),
    ...of(aSecond.payments).map(() => aPayment(dice)),
    ...of(aSecond.receipts).map(() => [aReceipt(dice)]),
  ];
  return written
    .map((changes) => ({ changes, order: dice() }))
    .sort((one, other) => one.order - other.order)
    .flatMap(({ changes }) => changes)
    .map((change, index): RowChange => ({ ...change, position: String(index + 1) }));
}

type Dice = () => number;

/** A few provinces have most of the people. */
const provinceOf = (dice: Dice): string =>
  provinces[Math.floor(dice() ** 2 * provinces.length)] ?? 'Aceh';

const person = (dice: Dice) => ({
  province: provinceOf(dice),
  sector: oneOf(dice(), { other: 80, transport: 20 }),
  language: oneOf(dice(), { id: 80, jv: 12, su: 7, en: 1 }),
  memberSince: oneOf(dice(), { '2026-10': 10, '2026-03': 20, '2021-06': 70 }),
});

const textOf = (dice: Dice, day: string): Reminder =>
  aReminder({
    ...person(dice),
    step: oneOf(dice(), { eve: 70, after: 30 }),
    status: 'claimed',
    at: `${day}T03:00:00.000Z`,
    cycleSince: oneOf(dice(), { '2026-10-10': 95, '2026-11-17': 5 }),
  });

function aText(dice: Dice): readonly Change[] {
  const claimed = textOf(dice, today);
  const sent: Reminder = { ...claimed, status: 'sent' };
  return [change(null, claimed), change(claimed, sent)];
}

/** Three of ten are of texts that left the day before. */
function aReceipt(dice: Dice): Change {
  const day = dice() < 0.3 ? addDays(today, -1) : today;
  const sent: Reminder = { ...textOf(dice, day), status: 'sent' };
  return change(sent, {
    ...sent,
    status: oneOf(dice(), { delivered: 90, undelivered: 10 }),
    at: addSeconds(sent.at, 60),
  });
}

const change = (before: Reminder | null, after: Reminder): Change => ({
  before: before && { kind: 'reminder', reminder: before },
  after: { kind: 'reminder', reminder: after },
  removed: false,
});

/** Most owe this month and pay one; some are in arrears, some pay up to a year. */
function aPayment(dice: Dice): readonly Change[] {
  const owed = addMonths(month, -Number(oneOf(dice(), { 0: 85, 1: 8, 2: 4, 3: 3 })));
  const bought = Number(oneOf(dice(), { 1: 80, 2: 5, 3: 8, 6: 4, 12: 3 }));
  const before = payer(dice, addMonths(owed, -1), between(dice(), 1, 28));
  const on = dice() < 0.9 ? today : addDays(today, -1);
  const months = Array.from({ length: bought }, (_, index) => addMonths(owed, index));
  const [cycle] = closeCycle(before, { on, by: 'payment', months, payment: 'pay_1' });
  if (!cycle) throw new Error('The payer is in no cohort');
  const through = months.at(-1) ?? owed;
  const after: Worker = {
    ...before,
    coveredThrough: through,
    cycle: { ...before.cycle, month: addMonths(through, 1), since: on, origin: 'renewed' },
  };
  return [
    {
      before: { kind: 'worker', worker: before },
      after: { kind: 'worker', worker: after },
      removed: false,
    },
    { before: null, after: { kind: 'cycle', cycle }, removed: false },
    { before: null, after: { kind: 'payment', payment: listed(dice, on) }, removed: false },
  ];
}

/** Twenty channels; a few bring most of the money. */
function listed(dice: Dice, on: string) {
  const channel = `channel-${Math.floor(dice() ** 3 * 20)}`;
  const status = dice() < 0.97 ? 'recorded' : 'unmatched';
  return recordedPayment(
    aRecorded({ channel, status, paidAt: `${on}T03:00:00.000Z`, recordedAt: at }),
  );
}

function payer(dice: Dice, coveredThrough: Month, day: number): Worker {
  const worker = aWorker({ ...person(dice), coveredThrough });
  const since = `${coveredThrough}-${String(day).padStart(2, '0')}`;
  const phone = dice() < 0.9 ? worker.phone : null;
  const cycle = {
    ...{ ...worker.cycle, began: at, since, heldOut: phone !== null && dice() < 0.1 },
    past: oneOf(dice(), { RRRRHRRRRRR: 80, 'RRRR17h..++R16R': 15, '': 5 }),
  };
  return { ...worker, phone, cycle: { ...cycle, textable: phone !== null } };
}

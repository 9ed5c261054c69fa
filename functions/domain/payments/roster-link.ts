import { type Instant, localDate, type Month, monthOf } from '#domain/calendar/dates';
import type { PaymentNotice } from '#domain/payments/payment';
import { type ToldByRoster, type Worker, zoneOfWorker } from '#domain/people/worker';

/** `months`: what this is the money of · `rest`: what no payment has come for even so. */
type Link = Readonly<{ at: Instant; months: readonly Month[]; rest: readonly ToldByRoster[] }>;

/**
 * A roster and a channel tell of the same payment, and only one of them has its reference. Money
 * paid before a roster said that months were paid is theirs where it is the price of the first of
 * them, or of several from the first on. Null where it is not: then it buys.
 */
export function linkOf(worker: Worker, notice: PaymentNotice): Link | null {
  for (const told of toldSince(worker, notice)) {
    const count = countFor(told, notice.amount);
    if (count === 0) continue;
    const rest = worker.toldByRoster.map((each) =>
      each === told ? { ...each, months: each.months.slice(count) } : each,
    );
    return { at: told.at, months: told.months.slice(0, count).map(({ month }) => month), rest };
  }
  return null;
}

/**
 * A roster may have told of it, though not with this sum, or has had its money from another
 * payment; or the first roster did, which renewed nothing: it says how far a person had paid by
 * then.
 */
export function mayBeTold(worker: Worker, notice: PaymentNotice): boolean {
  const { firstNamed, coveredThrough } = worker;
  const paidIn = monthOf(localDate(zoneOfWorker(worker), notice.paidAt));
  const isBeforeFirst = firstNamed !== null && notice.paidAt < firstNamed;
  return (isBeforeFirst && coveredThrough >= paidIn) || toldSince(worker, notice).length > 0;
}

/** The rosters that renewed and can have told of money paid then. */
const toldSince = (worker: Worker, { paidAt }: PaymentNotice): readonly ToldByRoster[] =>
  worker.toldByRoster.filter(({ at }) => paidAt <= at);

/** How many months, from the first on, cost exactly this; 0 where none do. */
function countFor({ months }: ToldByRoster, amount: number): number {
  let sum = 0;
  const prices = months.map(({ price }) => {
    sum += price;
    return sum;
  });
  return prices.indexOf(amount) + 1;
}

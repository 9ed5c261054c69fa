import type { PaymentRecord } from '#domain/payments/payment';
import { aheadOf, member, priceOf } from '../cast.ts';
import { each, monthsBetween, type Promised, paidFor, reversedFrom, twice } from './promise.ts';

export const ofMoney: readonly Promised[] = [
  {
    promise: 'the budget is kept',
    broken: ({ money: { committed, spent }, budget, texts }) => [
      ...(budget !== null && committed > budget ? [`Rp${committed} of ${budget}`] : []),
      ...(committed === spent ? [] : [`Rp${committed - spent} stay reserved for nobody`]),
      // As priced before the carrier bills it.
      ...(spent >= texts.length * 2_640 ? [] : [`Rp${spent} for ${texts.length} texts`]),
    ],
  },
  {
    promise: 'months paid for are months covered',
    broken: ({ persons, told }) =>
      each(persons, ({ number, worker, payments }) => {
        if (!worker || reversedFrom(number, told)) return [];
        const paid = payments.filter(isRecorded).flatMap(paidFor);
        const covered = monthsBetween(member(number).coveredThrough, worker.coveredThrough);
        const byRoster = told.some(({ what, who }) => what === 'ahead' && who === number);
        return [
          ...twice(paid),
          ...paid.filter((month) => !covered.includes(month)),
          ...covered
            .filter((month) => !paid.includes(month))
            .filter((month) => !byRoster || month > aheadOf(number)),
        ].map((month) => `${month}, paid for ${paid}, covered through ${worker.coveredThrough}`);
      }),
  },
  {
    promise: 'money in is the price of the months and credit',
    broken: ({ persons, told }) =>
      each(persons, ({ number, worker, payments }) => {
        if (reversedFrom(number, told)) return [];
        const recorded = payments.filter(isRecorded);
        const money = recorded.reduce((sum, { amount }) => sum + amount, 0);
        const months = recorded.flatMap(paidFor);
        const price = months.reduce((sum, month) => sum + priceOf(number, month), 0);
        return !worker || money === price + worker.credit
          ? []
          : [`Rp${money} for ${months} at ${price} and ${worker.credit} credit`];
      }),
  },
  {
    promise: 'a reversal takes its money, and what is left is the price of the months and credit',
    broken: ({ persons, told }) =>
      each(persons, ({ number, worker, payments }) => {
        if (!worker || !reversedFrom(number, told)) return [];
        const money = payments.filter(isRecorded).reduce((sum, { amount }) => sum + amount, 0);
        const since = member(number).coveredThrough;
        const had = sumOfPrices(number, since, worker.coveredThrough) + worker.credit;
        // A roster told of months of which no payment needs to have come.
        const isAhead = told.some(({ what, who }) => what === 'ahead' && who === number);
        const more = isAhead ? sumOfPrices(number, since, aheadOf(number)) : 0;
        const wasOverdrawn = payments.some(({ flags }) => flags.includes('overdrawn'));
        return money <= had && (wasOverdrawn || had <= money + more)
          ? []
          : [`Rp${money} for Rp${had}, through ${worker.coveredThrough}`];
      }),
  },
  {
    promise: 'who was given their money back has it in no payment',
    broken: ({ told, payments }) =>
      told
        .filter(({ what }) => what === 'reversed')
        .filter(({ reference }) =>
          payments.some((each) => each.reference === reference && each.status !== 'reversed'),
        )
        .map(({ reference }) => String(reference)),
  },
  {
    promise: 'each payment that was acknowledged is kept, once, as it was told',
    broken: ({ told, payments }) =>
      told
        .filter(({ what }) => what === 'paid' || what === 'kept')
        .flatMap(({ reference, amount }) => {
          const kept = payments.filter((payment) => payment.reference === reference);
          return kept.length === 1 && kept[0]?.amount === amount
            ? []
            : [`${reference}: ${kept.map((payment) => payment.amount)} of ${amount}`];
        }),
  },
  {
    promise: 'no payment waits for a worker who is known',
    broken: ({ persons }) =>
      each(persons, ({ payments }) =>
        payments.filter(({ status }) => status === 'unmatched').map(({ reference }) => reference),
      ),
  },
];

const sumOfPrices = (number: number, after: string, through: string): number =>
  monthsBetween(after, through).reduce((sum, month) => sum + priceOf(number, month), 0);

const isRecorded = ({ status }: PaymentRecord): boolean => status === 'recorded';

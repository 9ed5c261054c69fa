import type { PaymentRecord } from '#domain/payments/payment';
import { aheadOf, member, priceOf } from '../cast.ts';
import { each, monthsBetween, type Promised, paidFor, twice } from './promise.ts';

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
        if (!worker) return [];
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
    broken: ({ persons }) =>
      each(persons, ({ number, worker, payments }) => {
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
    promise: 'each payment that was acknowledged is kept, once, as it was told',
    broken: ({ told, payments }) =>
      told
        .filter(({ what }) => what === 'paid')
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

const isRecorded = ({ status }: PaymentRecord): boolean => status === 'recorded';

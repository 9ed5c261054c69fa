import { figure, type Rows, type Subject } from '../frame/subject.ts';
import { paymentStorm } from '../payment-rate/payment-storm.ts';

const seconds = 5;
const rates = [1_200];

/** Ten minutes of it take an hour: `npx node bench/payment-rate.ts`. */
export const payments: Subject = {
  title: 'Payments and receipts a second',
  how:
    `${seconds} seconds of payments and as many delivery receipts, through the real stores, ` +
    'flows and SDK over a table in memory that refuses more than 1,000 write units a second a ' +
    'partition key, in made-up time (so another machine gets the same figures). One answer in a ' +
    'hundred gets lost and its notice comes again.',
  columns: [
    ...['a second', 'payments', 'asked to come again', 'lost', 'twice', 'recorded after, s'],
    ...['counted after, s', 'fullest key, units a second'],
  ],
  parts: Object.fromEntries(rates.map((rate) => [String(rate), () => measured(rate)])),
};

async function measured(paymentsASecond: number): Promise<Rows> {
  const storm = await paymentStorm({ paymentsASecond, seconds, unitsASecond: 1_000 });
  const [key = '', units = 0] = storm.fullest[0] ?? [];
  const counts = [paymentsASecond, storm.people, storm.askedToComeAgain, storm.lost, storm.twice];
  const after = [storm.recordedAfter, storm.countedAfter];
  return [
    [
      ...counts.map((count) => figure(count, 0)),
      ...after.map((value) => figure(value, 1)),
      `${key}: ${figure(units, 0)}`,
    ],
  ];
}

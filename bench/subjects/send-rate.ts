import { figure, type Rows, type Subject } from '../frame/subject.ts';
import { usualTails } from '../send-rate/latency.ts';
import { rateOf } from '../send-rate/measured.ts';
import { type Load, simulate } from '../send-rate/simulation.ts';

const loads: readonly (Pick<Load, 'rate' | 'texts' | 'transaction'> & Partial<Load>)[] = [
  { rate: 10, texts: 1_200, transaction: 20 },
  { rate: 20, texts: 1_600, transaction: 20 },
  { rate: 100, texts: 4_000, transaction: 20 },
  { rate: 300, texts: 9_000, transaction: 20 },
  { rate: 1_200, texts: 24_000, transaction: 20 },
  { rate: 1_200, texts: 24_000, transaction: 5 },
  { rate: 1_200, texts: 24_000, transaction: 20, senders: 20 },
  { rate: 1_200, texts: 24_000, transaction: 20, senders: 128 },
  { rate: 1_200, texts: 18_000, transaction: 20, limitInTexts: 12_000 },
];

/** What the way to send reaches, and whether it keeps to its rate and to the month's budget. */
export const sendRate: Subject = {
  title: 'The rate that is reached',
  how:
    'The whole of sendReminders over the ports in memory, in virtual time, with as many ' +
    'senders as the rate has, or fewer, or more (bench/send-rate/). A transaction takes what ' +
    'is said, a single row half of it, a text 60 ms; each a fifth more or less, one call in a ' +
    'hundred four times and one in a thousand twelve times as long. One worker in ten is held ' +
    'out. All senders begin at once. Texts are counted as they are sent; the share is of ' +
    'whole seconds from the second on until nine tenths have left. Reads are DynamoDB’s ' +
    'units, with those of each turn. Other latencies and seeds: ' +
    'node bench/send-rate.ts --help.',
  columns: [
    ...['parts a second', 'ms', 'senders', 'reached', 'most in a second of the clock'],
    ...['in any second', 'reads a text', 'conflicts', 'given up', 'slices broken off'],
    'spent of the limit, in texts',
  ],
  parts: Object.fromEntries(
    loads.map((load, index) => [`load-${index}`, () => measured({ ...fixed, ...load })]),
  ),
};

const fixed = { sms: 60, tails: usualTails, seed: 1 } as const;

async function measured(load: Load): Promise<Rows> {
  const { left, senders, reads, conflicts, brokeOff, money } = await simulate(load);
  const { share, aligned, sliding } = rateOf(left, load.rate);
  const { limitInTexts } = load;
  return [
    [
      ...[load.rate, load.transaction, senders].map((each) => figure(each, 0)),
      limitInTexts ? '' : `${figure(100 * share, 1)} %`,
      ...[aligned, sliding].map((each) => figure(each, 0)),
      figure(reads / left.length),
      ...[conflicts.met, conflicts.givenUp, brokeOff].map((each) => figure(each, 0)),
      limitInTexts
        ? `${figure((limitInTexts * money.spent) / (money.limit ?? 1), 0)} of ${figure(limitInTexts, 0)}`
        : '',
    ],
  ];
}

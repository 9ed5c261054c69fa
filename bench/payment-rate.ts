import { parseArgs } from 'node:util';
import { inOnePiece, paymentStorm } from './payment-rate/payment-storm.ts';

/**
 * 1,200 payments a second, and as many delivery receipts, against a table that refuses more than
 * 1,000 write units a second a partition key: real stores, flows and SDK over a table in memory, in
 * made-up time. `npx node bench/payment-rate.ts --seconds 15`, or `--one-piece` to see the list of
 * the day's payments in one partition. Ctrl-C ends the coming; what has come by then is judged.
 *
 * Ten minutes hold 9 KB a payment, and take half the time without the SDK in between:
 * `npx node --max-old-space-size=14000 bench/payment-rate.ts --seconds 600 --past-sdk`.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '15' },
    rate: { type: 'string', default: '1200' },
    limit: { type: 'string', default: '1000' },
    'texts-each': { type: 'string', default: '1' },
    undelivered: { type: 'string', default: '10' },
    'one-piece': { type: 'boolean', default: false },
    'past-sdk': { type: 'boolean', default: false },
  },
});

const began = performance.now();
const ended = new AbortController();
process.once('SIGINT', () => ended.abort());
const { fullest, ...result } = await paymentStorm({
  paymentsASecond: Number(values.rate),
  seconds: Number(values.seconds),
  textsEach: Number(values['texts-each']),
  undelivered: Number(values.undelivered),
  unitsASecond: Number(values.limit),
  isPastSdk: values['past-sdk'],
  ended: ended.signal,
  heard: (so) => console.error(JSON.stringify(so)),
  ...(values['one-piece'] ? { nameOf: inOnePiece } : {}),
});
console.table(result);
console.table(Object.fromEntries(fullest.slice(0, 12)));
console.log(`in ${Math.round((performance.now() - began) / 1_000)} s of this machine`);

import { describe, expect, it } from 'vitest';
import { partitionLimiter } from '../../bench/payment-rate/partition-limiter.ts';
import { inOnePiece, paymentStorm } from '../../bench/payment-rate/payment-storm.ts';

/** The full rate against the full limit, for two seconds instead of ten minutes. */
const storm = { paymentsASecond: 1_200, seconds: 2, unitsASecond: 1_000 };
const people = storm.paymentsASecond * storm.seconds;
/** As five minutes are to ten. */
const inTime = storm.seconds / 2;

describe('1,200 payments a second, and as many delivery receipts', () => {
  it('are each recorded once and counted, where a partition takes 1,000 units a second', async () => {
    const { recordedAfter, fullest, ...result } = await paymentStorm(storm);
    expect(result).toMatchObject({
      ...{ people, lost: 0, twice: 0, failures: 0, receiptsLost: 0, uncounted: 0 },
      ...{ paidCounted: people, receiptsCounted: people },
    });
    expect(recordedAfter).toBeLessThan(inTime);
    expect(Math.max(...fullest.map(([, units]) => units))).toBeLessThan(500);
  });

  it('and three times as many receipts of which none arrived are each before a person', async () => {
    const none = { ...storm, seconds: 1, textsEach: 3, undelivered: 100 };
    const { fullest, ...result } = await paymentStorm(none);
    const texts = none.paymentsASecond * none.textsEach;
    expect(result).toMatchObject({ lost: 0, twice: 0, failures: 0, receiptsLost: 0 });
    expect(result).toMatchObject({ askedToComeAgain: 0, receiptsCounted: texts });
    expect(new Map(fullest).get('ATTENTION')).toBeLessThan(700);
  });

  it('are not recorded in time with the list of the day in one piece, but nothing is lost', async () => {
    const { recordedAfter, ...result } = await paymentStorm({ ...storm, nameOf: inOnePiece });
    expect(recordedAfter).toBeGreaterThan(inTime);
    expect(result).toMatchObject({ people, lost: 0, twice: 0, failures: 0, receiptsLost: 0 });
    expect(result.askedToComeAgain).toBeGreaterThan(0);
  });
});

it('the limiter refuses a write whole, and saves nothing up for the next second', () => {
  let now = 1_000;
  const { admit, fullest } = partitionLimiter({ unitsASecond: 10, now: () => now });
  const both = [
    { partition: 'A#1', units: 6 },
    { partition: 'B#1', units: 1 },
  ];
  expect([admit(both), admit(both)]).toEqual([true, false]);
  expect(admit([{ partition: 'B#1', units: 9 }])).toBe(true);
  now = 2_500;
  expect(admit([{ partition: 'A#1', units: 11 }])).toBe(false);
  expect(admit([{ partition: 'A#1', units: 10 }])).toBe(true);
  expect(fullest()).toEqual([
    ['A', 10],
    ['B', 10],
  ]);
});

import { describe, expect, it } from 'vitest';
import type { Money, ReceiptsOfChannel } from '#domain/renewals/receipts';
import { isNothing, receiptLines } from '#web/src/closings/lines';

const money = (payments: number, rupiah: number): Money => ({ payments, rupiah });
const none = money(0, 0);
const received = (channel: string, sum: Money): ReceiptsOfChannel => ({
  ...{ channel, ...sum, recorded: sum, unmatched: none, reversed: none },
});
const [bank, kantor] = [money(3, 25_200), money(1, 8_400)];
const closed = { receipts: [received('bank', bank), received('kantor', kantor)] };

describe('the receipts of a closed month', () => {
  it('are what was closed and what came since, also of a channel that is new', () => {
    const [reversed, late] = [money(-1, -8_400), money(1, 8_400)];
    const sums = { bank: money(2, 16_800), kantor, pos: late };
    const now = { receipts: Object.entries(sums).map(([of, sum]) => received(of, sum)) };
    const events = [
      { channel: 'bank', receipts: reversed },
      { channel: 'pos', receipts: late },
    ];
    const nothing = { unexplained: none };
    expect(receiptLines({ closed, now, events })).toEqual([
      { channel: 'bank', closed: bank, since: reversed, now: sums.bank, ...nothing },
      { channel: 'kantor', closed: kantor, since: none, now: kantor, ...nothing },
      { channel: 'pos', closed: none, since: late, now: late, ...nothing },
      { channel: '', closed: money(4, 33_600), since: none, now: money(4, 33_600), ...nothing },
    ]);
  });

  it('say of which channel how much no event explains, though together it may be nothing', () => {
    const events = [
      { channel: 'bank', receipts: money(-1, -8_400) },
      { channel: 'kantor', receipts: money(1, 8_400) },
    ];
    const lines = receiptLines({ closed, now: closed, events });
    expect(lines.map(({ unexplained }) => unexplained)).toEqual([
      money(1, 8_400),
      money(-1, -8_400),
      none,
    ]);
    expect(lines.map(({ unexplained }) => isNothing(unexplained))).toEqual([false, false, true]);
  });
});

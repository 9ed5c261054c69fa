import type { Asked } from './asked.ts';
import { measured } from './measured.ts';
import { type Day, sum } from './month.ts';
import { heldOutShare } from './owed-texts.ts';

/** Events of a month, and the most of them in a second. */
export type Load = Readonly<Record<keyof typeof measured.units, Readonly<Rate>>>;
type Rate = { month: number; second: number };

/** `textsPerSecond`: at which the month was played. A worker without a text has a row too. */
export function loadOf(asked: Asked, days: readonly Day[], textsPerSecond: number): Load {
  const { workers, reminded, paidInPeakHour } = asked;
  const texts = { month: sum(days.map(({ sent }) => sent)), second: textsPerSecond };
  const skipped = times(texts, heldOutShare(asked) / reminded);
  const payments = { month: workers, second: (workers * paidInPeakHour) / 3_600 };
  return {
    texts,
    skipped,
    receipts: texts,
    payments,
    textsCounted: { month: texts.month + skipped.month, second: texts.second + skipped.second },
    receiptsCounted: texts,
    paymentsCounted: payments,
  };
}

const times = ({ month, second }: Rate, share: number): Rate => ({
  month: month * share,
  second: second * share,
});

export const writesIn = (load: Load, span: keyof Rate): number => unitsIn(load, span, 'writes');
export const readsIn = (load: Load, span: keyof Rate): number => unitsIn(load, span, 'reads');

const unitsIn = (load: Load, span: keyof Rate, of: 'writes' | 'reads'): number =>
  sum(
    Object.entries(measured.units).map(
      ([event, units]) => load[event as keyof Load][span] * units[of].value,
    ),
  );

import type { ClosingEvent, MonthFigures } from '#domain/renewals/closing';
import type { Money } from '#domain/renewals/receipts';

/** Of a channel; of all of them where it is ''. */
export type ReceiptLine = Readonly<{
  channel: string;
  closed: Money;
  since: Money;
  now: Money;
  /** Now, less what was closed and what came since: nothing, once all of it is counted. */
  unexplained: Money;
}>;

type Shown = Readonly<{
  closed: Pick<MonthFigures, 'receipts'>;
  now: Pick<MonthFigures, 'receipts'>;
  events: readonly Pick<ClosingEvent, 'channel' | 'receipts'>[];
}>;

/** A line for each channel that was or is in the month, and the last one for all together. */
export function receiptLines({ closed, now, events }: Shown): readonly ReceiptLine[] {
  const all = [...closed.receipts, ...now.receipts, ...events];
  const channels = [...new Set(all.map(({ channel }) => channel))].sort();
  const line = (channel: string, isIn: (of: { channel: string }) => boolean): ReceiptLine => {
    const [was, is] = [sumOf(closed.receipts.filter(isIn)), sumOf(now.receipts.filter(isIn))];
    const since = sumOf(events.filter(isIn).map(({ receipts }) => receipts));
    const unexplained = {
      payments: is.payments - was.payments - since.payments,
      rupiah: is.rupiah - was.rupiah - since.rupiah,
    };
    return { channel, closed: was, since, now: is, unexplained };
  };
  return [
    ...channels.map((channel) => line(channel, (of) => of.channel === channel)),
    line('', () => true),
  ];
}

export const sumOf = (all: readonly Money[]): Money => ({
  payments: all.reduce((sum, { payments }) => sum + payments, 0),
  rupiah: all.reduce((sum, { rupiah }) => sum + rupiah, 0),
});

export const isNothing = ({ payments, rupiah }: Money): boolean => payments === 0 && rupiah === 0;

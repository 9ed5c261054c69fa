import { type CalendarDate, type Month, monthOf, monthRange } from '#domain/calendar/dates';
import { bookDay } from '#domain/payments/recorded-payment';
import type { Closing } from '#domain/renewals/closing';
import { finalDay } from '#domain/renewals/cohorts/cohort';
import type { ReceiptsOfChannel } from '#domain/renewals/receipts';
import type { Settings } from '#domain/settings';
import type { ClosingPorts } from '#flows/closings/close-month';
import { currentRules } from '#flows/plan/current-plan';

type ListedClosing = Omit<Closing, 'figures'> &
  Readonly<{ receipts: readonly ReceiptsOfChannel[] }>;

/** Can be closed from `finalOn` on. */
export type OpenMonth = Readonly<{ month: Month; finalOn: CalendarDate }>;

export type ListedClosings = Readonly<{
  items: readonly ListedClosing[];
  /** From the month of the first roster to the current one, the earliest first. */
  open: readonly OpenMonth[];
}>;

export async function listClosings(
  { closings, counts, plans, clock }: ClosingPorts,
  settings: Settings,
): Promise<ListedClosings> {
  const [closed, firstImport, { lapseMonths }] = await Promise.all([
    closings.list(),
    counts.firstImport(),
    currentRules(plans, settings),
  ]);
  const isClosed = new Set(closed.map(({ month }) => month));
  const today = monthOf(bookDay(clock.now()));
  const months = firstImport === null ? [] : monthRange(monthOf(firstImport), today);
  return {
    items: closed.map(({ figures, ...closing }) => ({ ...closing, receipts: figures.receipts })),
    open: months
      .filter((month) => !isClosed.has(month))
      .map((month) => ({ month, finalOn: finalDay(month, lapseMonths) })),
  };
}

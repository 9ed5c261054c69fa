import { addDays, instantAt, type Month } from '#domain/calendar/dates';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import {
  type Closing,
  type ClosingEvent,
  eventOf,
  type MonthFigures,
  type Restated,
  restated,
} from '#domain/renewals/closing';
import { closingCsv } from '#domain/renewals/files/closing-csv';
import type { Settings } from '#domain/settings';
import { type ClosingPorts, figuresOf } from '#flows/closings/close-month';
import type { PaymentStore } from '#flows/payments/payment-store';
import { refuseMoreThanAFile } from '#flows/payments/show-payments';

type ShowPorts = Pick<ClosingPorts, 'closings' | 'counts' | 'plans'> &
  Readonly<{ payments: Pick<PaymentStore, 'bookedLate'> }>;

export type ShownClosing = Readonly<{
  closing: Omit<Closing, 'figures'>;
  closed: MonthFigures;
  now: MonthFigures;
  figures: readonly Restated[];
  /** The latest first. */
  events: readonly ClosingEvent[];
  next: string | null;
}>;

export async function showClosing(
  month: Month,
  cursor: string | null,
  ports: ShowPorts,
  settings: Settings,
): Promise<ShownClosing> {
  const { figures: closed, ...closing } = await closingOf(month, ports);
  const [now, { events, next }] = await Promise.all([
    figuresOf({ ...closing, through: null }, ports, settings),
    eventsOf(closing, cursor, ports),
  ]);
  return { closing, closed, now, figures: restated(closed, now), events, next };
}

/** Every figure as it was closed and as it is now, and every event since. */
export async function closingFile(
  month: Month,
  ports: ShowPorts,
  settings: Settings,
): Promise<string> {
  const { figures: closed, ...closing } = await closingOf(month, ports);
  const now = await figuresOf({ ...closing, through: null }, ports, settings);
  const all: ClosingEvent[] = [];
  for (let cursor: string | null = null; ; ) {
    const { events, next } = await eventsOf(closing, cursor, ports);
    all.push(...events);
    refuseMoreThanAFile(all.length);
    if (next === null) return closingCsv(restated(closed, now), all);
    cursor = next;
  }
}

/** 50 a page: what is booked of a month that is over is some hundred payments. */
async function eventsOf(
  closing: ShownClosing['closing'],
  cursor: string | null,
  { payments }: Pick<ShowPorts, 'payments'>,
): Promise<Pick<ShownClosing, 'events' | 'next'>> {
  const since = instantAt('Asia/Jakarta', addDays(closing.through, 1), '00:00');
  const { items, next } = await payments.bookedLate(closing.month, since, cursor);
  return { events: items.flatMap((booking) => eventOf(booking, closing) ?? []), next };
}

async function closingOf(month: Month, { closings }: Pick<ShowPorts, 'closings'>) {
  const closing = await closings.get(month);
  if (closing) return closing;
  throw refused('not-found', problem('not-closed', { month }));
}

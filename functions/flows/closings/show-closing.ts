import { addDays, instantAt, type Month } from '#domain/calendar/dates';
import { csvText } from '#domain/csv/text';
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
import type { Settings } from '#domain/settings';
import { type ClosingPorts, figuresOf } from '#flows/closings/close-month';
import type { PaymentStore } from '#flows/payments/payment-store';

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
  const since = instantAt('Asia/Jakarta', addDays(closing.through, 1), '00:00');
  const [now, page] = await Promise.all([
    figuresOf({ ...closing, through: null }, ports, settings),
    ports.payments.bookedLate(month, since, cursor),
  ]);
  const events = page.items.flatMap(
    (booking) => eventOf(booking, { ...closing, figures: closed }) ?? [],
  );
  const figures = restated(closed, now);
  return { closing, closed, now, figures, events, next: page.next };
}

/** Every number as it was closed and as it is now. */
export async function closingFile(
  month: Month,
  ports: ShowPorts,
  settings: Settings,
): Promise<string> {
  const { figures: closed, ...closing } = await closingOf(month, ports);
  const now = await figuresOf({ ...closing, through: null }, ports, settings);
  return csvText([
    ['Angka', 'Saat ditutup', 'Sekarang', 'Selisih'],
    ...restated(closed, now).map((each) => [each.figure, each.closed, each.now, each.difference]),
  ]);
}

async function closingOf(month: Month, { closings }: Pick<ShowPorts, 'closings'>) {
  const closing = await closings.get(month);
  if (closing) return closing;
  throw refused('not-found', problem('not-closed', { month }));
}

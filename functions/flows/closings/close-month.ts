import { addSeconds, type Instant, type Month, monthOf } from '#domain/calendar/dates';
import { closedThrough } from '#domain/payments/late-booking';
import { bookDay } from '#domain/payments/recorded-payment';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import type { Closing, MonthFigures } from '#domain/renewals/closing';
import { finalDay } from '#domain/renewals/cohorts/cohort';
import { receiptsByChannel } from '#domain/renewals/receipts';
import type { Settings } from '#domain/settings';
import type { ClosingStore } from '#flows/closings/closing-store';
import { currentRules } from '#flows/plan/current-plan';
import type { Clock } from '#flows/ports';
import type { CountStore } from '#flows/renewals/count-store';
import { members, type RenewalPorts, renewals } from '#flows/renewals/show-renewals';

export type ClosingPorts = Readonly<{
  closings: ClosingStore;
  counts: Pick<CountStore, 'cohorts' | 'firstImport' | 'paidIn' | 'isHeld'>;
  plans: RenewalPorts['plans'];
  clock: Pick<Clock, 'now'>;
}>;

type Who = Readonly<{ by: string; byName: string }>;

/** Freezes the figures of a month. Again it changes nothing, and answers what was frozen. */
export async function closeMonth(
  month: Month,
  who: Who,
  ports: ClosingPorts,
  settings: Settings,
): Promise<Closing> {
  const known = await ports.closings.get(month);
  if (known) return known;
  const closedAt = ports.clock.now();
  const finalOn = await refuseUnlessFinal(month, closedAt, ports, settings);
  // A counter may lag behind its payment: of today it tells not all, and early not of yesterday.
  const through = closedThrough(addSeconds(closedAt, -secondsCounted));
  const figures = await figuresOf({ month, finalOn, through }, ports, settings);
  const closing = { month, finalOn, through, closedAt, ...who, figures };
  if (await ports.closings.close(closing)) return closing;
  return (await ports.closings.get(month)) ?? closing;
}

/** Four times what an alarm lets the counting be behind. */
const secondsCounted = 3_600;

async function refuseUnlessFinal(
  month: Month,
  now: Instant,
  { counts, plans }: ClosingPorts,
  settings: Settings,
) {
  const finalOn = finalDay(month, (await currentRules(plans, settings)).lapseMonths);
  if (bookDay(now) < finalOn)
    throw refused('conflict', { path: 'month', ...problem('not-final', { month, finalOn }) });
  const firstImport = await counts.firstImport();
  if (firstImport === null || month < monthOf(firstImport))
    throw refused('conflict', { path: 'month', ...problem('nothing-to-close', { month }) });
  if (await counts.isHeld()) throw refused('conflict', problem('counting-held'));
  return finalOn;
}

/** From the counters alone; `through` leaves out the receipts that were booked later. */
export async function figuresOf(
  { month, finalOn, through }: Pick<Closing, 'month' | 'finalOn'> & { through: string | null },
  ports: Pick<ClosingPorts, 'counts' | 'plans'>,
  settings: Settings,
): Promise<MonthFigures> {
  const span = { from: month, to: month, asOf: finalOn };
  const [cohort, moves, paid] = await Promise.all([
    renewals({ ...span, by: null }, ports, settings),
    members(span, ports, settings),
    ports.counts.paidIn(month),
  ]);
  const [renewed] = cohort.items;
  const [moved] = moves.items;
  if (!renewed || !moved) throw new Error(`There are no figures of ${month}`);
  const known = paid.filter(
    ({ place }) => through === null || (place.of === 'receipts' && place.day <= through),
  );
  return { renewals: renewed, members: moved, receipts: receiptsByChannel(known) };
}

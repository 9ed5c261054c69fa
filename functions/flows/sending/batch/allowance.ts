import { monthOf } from '#domain/calendar/dates';
import type { Plan } from '#domain/plan/plan';
import { allowanceFor, costOf, paidFrom, skippedForBudget } from '#domain/sending/budget';
import type { PlannedText } from '#domain/sending/texting/planned-text';
import { bookingOf, type Progress, type SendContext } from '#flows/sending/batch/send-context';
import type { Booking } from '#flows/sending/slice-store';

/** `waiting`: workers for whose texts others still hold money · `booking`: with the checkpoint. */
type Afforded = Readonly<{
  plannedTexts: readonly PlannedText[];
  waiting: readonly string[];
  booking?: Booking;
}>;

type Asked = Readonly<{ plannedTexts: readonly PlannedText[]; plan: Plan }>;

/**
 * The slice pays from its allowance, and fills it up when it is too small or was reserved under
 * another limit. Without a limit it reserves as well: one that is set in the middle of a run then
 * finds in the month's row all that may have been spent. A text is skipped only once nobody holds
 * money that might come back: what the month has then is spent, or stays unspent for want of a
 * whole text.
 */
export async function afford(
  { ports, settings }: Pick<SendContext, 'ports' | 'settings'>,
  { slice, limit: reservedUnder }: Pick<Progress, 'slice' | 'limit'>,
  { plannedTexts, plan: { monthlyBudgetRupiah: limit } }: Asked,
): Promise<Afforded> {
  const wanted = costOf(plannedTexts, settings);
  const isCovered = limit === reservedUnder && wanted <= slice.reserved - slice.spent;
  if (wanted === 0 || isCovered) return { plannedTexts, waiting: [] };
  const booked = (cost: number, room: number): Booking => ({
    ...bookingOf(slice),
    ...{ reserve: allowanceFor(cost, room), limit },
  });
  if (limit === null)
    return { plannedTexts, waiting: [], booking: booked(wanted, Number.POSITIVE_INFINITY) };
  const { committed, spent } = await ports.slices.budget(monthOf(slice.date));
  const others = committed - slice.reserved;
  const room = limit - others - slice.spent;
  const { paid, unpaid } = paidFrom(room, plannedTexts, settings);
  const cost = costOf(paid, settings);
  const mayComeBack = others > spent;
  return {
    plannedTexts: mayComeBack ? paid : plannedTexts.map(skippedUnless(paid)),
    waiting: mayComeBack ? unpaid.map(({ row }) => row.workerId) : [],
    ...(cost > 0 ? { booking: booked(cost, room) } : {}),
  };
}

const skippedUnless =
  (paid: readonly PlannedText[]) =>
  (planned: PlannedText): PlannedText =>
    paid.includes(planned) ? planned : skippedForBudget(planned);

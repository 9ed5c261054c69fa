import { addMonths } from '#domain/calendar/dates';
import type { Behind } from '#domain/plan/behind/behind';
import type { SegmentCounts } from '#domain/preview/texted';

/** How many of the members owe this month in this zone. */
export const owing = (
  { zone, month }: Pick<Behind, 'zone' | 'month'>,
  members: SegmentCounts,
): number =>
  members
    .filter(({ like }) => like.zone === zone && addMonths(like.coveredThrough, 1) === month)
    .reduce((sum, { workers }) => sum + workers, 0);

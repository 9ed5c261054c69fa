import { type CalendarDate, localDate } from '#domain/calendar/dates';
import type { Behind } from '#domain/plan/behind/behind';
import { owing } from '#domain/plan/owing';
import type { SegmentCounts } from '#domain/preview/texted';

/** `date`: the step's by now · `workers`: at most · `textedOn`: null where it is too late. */
export type BehindView = Pick<Behind, 'step' | 'month' | 'zone' | 'date'> &
  Readonly<{ workers: number; textedOn: CalendarDate | null }>;

/** `members` are counted whether they have a row already or not. */
export const behindViews = (
  behind: readonly Behind[],
  members: SegmentCounts,
): readonly BehindView[] =>
  behind
    .map((each) => viewOf(each, members))
    .filter(({ workers }) => workers > 0)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

const viewOf = (
  { step, month, zone, date, owed, firesAt }: Behind,
  members: SegmentCounts,
): BehindView => ({
  ...{ step, month, zone, date },
  workers: owing({ zone, month }, members),
  textedOn: owed === 'text' ? localDate(zone, firesAt) : null,
});

import type { CalendarDate, Month } from '#domain/calendar/dates';
import type { Segment } from '#domain/renewals/counting/segment';

/** The whole of a cohort is the sum over its sectors. */
export const dimensions = ['province', 'sector', 'language', 'tenure'] as const;

export type Dimension = (typeof dimensions)[number];

/** Of a cohort: a value, day and group. Of members: a segment. Of receipts: a channel and day. */
export type CounterPlace =
  | Readonly<{
      of: 'cohort';
      month: Month;
      dimension: Dimension;
      value: string;
      day: CalendarDate;
      group: string;
    }>
  | Readonly<{ of: 'members'; like: Segment }>
  | Readonly<{
      of: 'receipts';
      by: 'recorded' | 'paid';
      month: Month;
      day: CalendarDate;
      channel: string;
    }>;

export type CounterItem = Readonly<{
  place: CounterPlace;
  counts: Readonly<Record<string, number>>;
}>;

/** `name` is one that counter-name.ts makes; whole numbers. */
export type Count = Readonly<{ place: CounterPlace; name: string; by: number }>;

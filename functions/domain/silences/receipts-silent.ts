import { type Instant, secondsBetween } from '#domain/calendar/dates';

/** Texts that left since the last delivery receipt, the first of them in a turn begun `since`. */
export type AwaitedReceipts = Readonly<{ since: Instant; texts: number }>;

/** The log names a text within minutes: several without a record for six hours are no accident. */
export const receiptsAreSilent = (awaited: AwaitedReceipts | null, now: Instant): boolean =>
  awaited !== null && awaited.texts >= 5 && secondsBetween(awaited.since, now) >= 6 * 3_600;

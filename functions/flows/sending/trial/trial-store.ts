import type { CalendarDate } from '#domain/calendar/dates';
import type { Trial, TrialKey } from '#domain/sending/trial';

/** Its tickets move with the slices that hold them. */
export type TrialStore = {
  get(key: TrialKey): Promise<Trial | undefined>;
  list(date: CalendarDate): Promise<readonly Trial[]>;
  /** False where there is no such trial, or somebody has said so before. */
  release(key: TrialKey, word: NonNullable<Trial['released']>): Promise<boolean>;
};

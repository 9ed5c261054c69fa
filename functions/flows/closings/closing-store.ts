import type { Month } from '#domain/calendar/dates';
import type { Closing } from '#domain/renewals/closing';

export type ClosingStore = {
  /** Once a month: false, and nothing changed, where it is closed. Nothing changes it later. */
  close(closing: Closing): Promise<boolean>;
  get(month: Month): Promise<Closing | undefined>;
  /** The latest month first. */
  list(): Promise<readonly Closing[]>;
};

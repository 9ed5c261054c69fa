import type { Instant, Month } from '#domain/calendar/dates';
import type { SampleSent } from '#domain/sending/sample-sent';

/** Rupiah of a month's budget; `limit` null: as much as it takes. */
export type SampleCost = Readonly<{ month: Month; rupiah: number; limit: number | null }>;

export type SampleStore = {
  /** Puts the sample and spends its cost; false, and neither, where the month has no more. */
  claim(sample: SampleSent, cost: SampleCost): Promise<boolean>;
  /** Of a sample that left. */
  record(sample: SampleSent, messageId: string): Promise<void>;
  /** No text left: the sample is taken away, and its money comes back. Once. */
  withdraw(sample: SampleSent, cost: Omit<SampleCost, 'limit'>): Promise<void>;
  /** Of about this time. */
  near(at: Instant): Promise<readonly SampleSent[]>;
};

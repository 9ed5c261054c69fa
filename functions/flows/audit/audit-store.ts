import type { CalendarDate, Instant } from '#domain/calendar/dates';
import type { Page } from '#flows/ports';

export type AuditLog = {
  /** Written before anything is done or shown, so that nothing is without it. Safe to repeat. */
  begin(entry: AuditEntry): Promise<void>;
  end(entry: AuditEntry): Promise<void>;
  /** Those of a day in Jakarta, the latest first. */
  list(date: CalendarDate, cursor: string | null): Promise<Page<AuditEntry>>;
};

/**
 * `on`: ids of what the call is about · `fields`: names of known fields that were sent, never
 * values; `more`: how many others · `trail`: what the call says.
 */
export type AuditEntry = Readonly<{
  id: string;
  at: Instant;
  by: string;
  name: string;
  roles: readonly string[];
  call: string;
  on: Readonly<Record<string, string>>;
  fields: readonly string[];
  more: number;
  /** `begun` where the end was not written: it may have been done. */
  outcome: 'begun' | 'done' | 'refused' | 'failed';
  trail: Readonly<Record<string, unknown>> | null;
}>;

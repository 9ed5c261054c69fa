import type { CalendarDate, Instant } from '#domain/calendar/dates';
import { textMark } from '#domain/messages/text-mark';
import type { Worker } from '#domain/people/worker';
import type { Reminder } from '#domain/sending/reminder';
import type { Settings } from '#domain/settings';

export type Person = Pick<Worker, 'workerId' | 'province' | 'sector' | 'language'> & {
  memberSince?: Worker['memberSince'];
  group?: Worker['group'];
  cycle: Pick<Worker['cycle'], 'heldOut'> & Readonly<{ since?: CalendarDate | undefined }>;
};

export type Became = Pick<Reminder, 'status' | 'reason' | 'parts' | 'textMark'>;

export const claimOf = (text: string, parts: number): Became => ({
  ...{ status: 'claimed', reason: null, parts },
  textMark: textMark(text),
});

type Signed = Pick<Reminder, 'month' | 'step' | 'runId' | 'planVersion'> &
  Readonly<{ settings: Settings; holder: string; now: Instant }>;

/** Signed by its writer, with the person's facts of that moment. */
export const reminderRow = (
  person: Person,
  outcome: Became,
  { month, step, runId, planVersion, settings, holder, now }: Signed,
): Reminder => ({
  workerId: person.workerId,
  month,
  step,
  runId,
  at: now,
  claimId: holder,
  claimedAt: now,
  messageId: null,
  priceUsd: outcome.parts * settings.priceUsdPerPart,
  planVersion,
  arm: person.cycle.heldOut ? 'held-out' : 'reminded',
  cycleSince: person.cycle.since,
  province: person.province,
  sector: person.sector,
  language: person.language,
  memberSince: person.memberSince,
  group: person.group,
  ...outcome,
});

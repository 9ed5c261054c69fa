import { addSeconds, type Instant } from '#domain/calendar/dates';
import { isConfirmation } from '#domain/sending/reminder';
import type { Slice } from '#domain/sending/slice';

export type Turn = Pick<Slice, 'state' | 'holder' | 'leaseUntil' | 'scheduledAt' | 'queuedAt'>;

/** Its message lies on the queue: one more each quarter of an hour would lengthen it for all. */
export function waitsForItsTurn(slice: Turn, now: Instant): boolean {
  const { state, holder, scheduledAt, queuedAt = scheduledAt } = slice;
  if (state !== 'open' || holder !== null || queuedAt === null) return false;
  return addSeconds(queuedAt, turnSeconds) > now;
}

/** More than a round of all slices of a full day takes: see the alarm on the queue's oldest. */
const turnSeconds = 30 * 60;

export const isLeftLying = ({ state, leaseUntil }: Turn, now: Instant): boolean =>
  state !== 'closed' && (leaseUntil === null || leaseUntil <= now);

/** Not those that are put aside: halted, paused, or of a zone in which it is night. */
export const isLeaving = (slice: Turn, now: Instant): boolean =>
  slice.state === 'open' && (!isLeftLying(slice, now) || waitsForItsTurn(slice, now));

/** When one of these last waited for its turn; before everything where none ever did. */
export const remindersLeftUntil = (slices: readonly Slice[]): Instant =>
  slices
    .filter((slice) => !isConfirmation(slice))
    .map(({ scheduledAt, queuedAt }) => queuedAt ?? scheduledAt)
    .toSorted()
    .at(-1) ?? '';

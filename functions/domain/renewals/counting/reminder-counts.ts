import { type CalendarDate, localDate } from '#domain/calendar/dates';
import { parseProvince, zoneOf } from '#domain/calendar/provinces';
import { counted, type Measures } from '#domain/renewals/counting/counted';
import type { Count } from '#domain/renewals/counting/counter';
import { lateness } from '#domain/renewals/counting/counter-name';
import { type Reminder, wasSent } from '#domain/sending/reminder';

export function countsOfReminder(reminder: Reminder): readonly Count[] {
  const { month, step, planVersion, status, reason, arm, parts, priceUsd } = reminder;
  if (status === 'claimed') return [];
  const day = dayOfReminder(reminder);
  const skipped = status === 'skipped' ? (reason ?? '') : undefined;
  const cost: Measures = wasSent(status) ? { parts, microUsd: Math.round(priceUsd * 1e6) } : {};
  const measures = { n: 1, ...cost };
  const at = { month, payer: reminder };
  const said = { arm, step, planVersion: String(planVersion), status, reason: skipped };
  return [
    ...counted({ ...at, day }, { ...said, what: 'text' }, measures),
    ...elsewhere(reminder, day).flatMap(({ of, late, on }) =>
      counted({ ...at, day: on }, { ...said, late, what: `${of}-text` }, measures),
    ),
  ];
}

/** Once more, so that a report can take it out: of a late cycle, or of one ended by leaving. */
function elsewhere({ month, cycleSince, leftOn }: Reminder, day: CalendarDate) {
  const late = cycleSince === undefined ? 'early' : lateness({ month, since: cycleSince });
  return [
    ...(late === 'early' ? [] : [{ of: 'late', late, on: day } as const]),
    // A worker may have left on an earlier day than the one on which we learnt of it.
    ...(leftOn ? [{ of: 'left', late, on: leftOn > day ? leftOn : day } as const] : []),
  ];
}

/** Jakarta's day where the worker's row could not be read. */
export const dayOfReminder = ({
  province,
  claimedAt,
  at,
}: Pick<Reminder, 'province' | 'claimedAt' | 'at'>): CalendarDate =>
  localDate(parseProvince(province) ? zoneOf(province) : 'Asia/Jakarta', claimedAt ?? at);

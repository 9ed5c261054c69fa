import * as z from 'zod';
import type { Write } from '#aws/database';
import type { Row } from '#aws/reading';
import { date, month, reader } from '#aws/rows';
import { languages, sectors } from '#domain/people/worker';
import { needsAttention, type Reminder, reminderStatuses } from '#domain/sending/reminder';
import { type Key, keys } from '#table';

const reminderSchema = z.object({
  workerId: z.string(),
  month,
  step: z.string(),
  status: z.enum(reminderStatuses),
  reason: z.string().nullable(),
  runId: z.string(),
  at: z.string(),
  claimId: z.string(),
  claimedAt: z.string().optional(),
  messageId: z.string().nullable(),
  parts: z.number().int(),
  textMark: z.string().optional(),
  priceUsd: z.number(),
  planVersion: z.number().int(),
  arm: z.enum(['reminded', 'held-out']),
  cycleSince: date.optional(),
  leftOn: date.optional(),
  province: z.string(),
  sector: z.enum(sectors),
  language: z.enum(languages),
  memberSince: month.nullable().optional(),
  group: z.string().nullable().optional(),
}) satisfies z.ZodType<Reminder>;

export const readReminder = reader<Reminder>(reminderSchema);

/** Its key follows from the reminder, so it is found again when that moves on. */
export function attentionOf(row: Reminder): readonly (Row & Key)[] {
  if (!needsAttention(row)) return [];
  const { workerId, month, step, planVersion, status, reason, runId, at, province } = row;
  const group = row.group ?? null;
  const key = keys.attention(status, at, [workerId, month, step].join('#'));
  const said = { workerId, month, step, planVersion, status, reason, runId, province, group };
  return [{ ...key, kind: status, at, ...said }];
}

export const raised = (row: Reminder): Write[] =>
  attentionOf(row).map((item) => ({ put: { ...item, expiresAt: expiry(row) } }));

/** One transaction may not touch a row twice: the old item goes, unless the same is written. */
export function moved(before: Reminder, after: Reminder): Write[] {
  const [stays] = attentionOf(after);
  const gone = attentionOf(before).filter(({ pk, sk }) => pk !== stays?.pk || sk !== stays.sk);
  return [...gone.map(({ pk, sk }) => ({ remove: { pk, sk } })), ...raised(after)];
}

/** 13 months of at most 31 days, in epoch seconds: last year's same month can still be compared. */
export const expiry = ({ at }: Pick<Reminder, 'at'>): number =>
  Math.floor(Date.parse(at) / 1_000) + 13 * 31 * 24 * 3_600;

import { secondsBetween } from '#domain/calendar/dates';
import type { PlannedText } from '#domain/sending/planned-text';
import { missedOnPurpose, type Outcome, type Reminder } from '#domain/sending/reminder';
import { addCounts, countOf } from '#domain/sending/slice';
import type { SendPorts } from '#flows/sending/send-context';
import type { Metrics, Sent } from '#flows/sending/sms-port';

/**
 * `read-again`: the row or the worker has changed · `try-later`: refused for now. No row is ours.
 */
export type Handled =
  | Readonly<{ status: 'written'; row: Reminder }>
  | Readonly<{ status: 'read-again' | 'try-later' }>;

type Sender = Readonly<{ ports: Pick<SendPorts, 'reminders' | 'sms' | 'clock'>; holder: string }>;

/**
 * Claim, then send, then record. A crash at any line doubles nothing: a claim without a record
 * becomes `unknown`, never a second text.
 */
export async function handle(
  { ports, holder }: Sender,
  { row, rev, text }: PlannedText,
  readAt: string,
): Promise<Handled> {
  const { reminders, sms, clock } = ports;
  if ((await reminders.write(row, rev)) !== 'written') return { status: 'read-again' };
  if (!text) return { status: 'written', row };
  const sent = isOld(readAt, clock.now()) ? tooLate : await sms.send(text);
  if (sent.status === 'try-later') {
    await reminders.release(row, holder);
    return { status: sent === tooLate ? 'read-again' : 'try-later' };
  }
  const outcome = outcomeOf(sent, clock.now());
  // False: the worker was erased meanwhile. The text has left all the same, and counts.
  await reminders.record(row, holder, outcome);
  return { status: 'written', row: { ...row, ...outcome } };
}

/** A payment may have come in since: a text follows its read within 5 s, or not at all. */
const isOld = (readAt: string, now: string): boolean => secondsBetween(readAt, now) > 5;

const tooLate: Sent = { status: 'try-later', reason: 'the read is too old' };

function outcomeOf(sent: Exclude<Sent, { status: 'try-later' }>, at: string): Outcome {
  if (sent.status === 'sent')
    return { status: 'sent', reason: null, messageId: sent.messageId, at };
  return {
    status: sent.status === 'unknown' ? 'unknown' : 'failed',
    reason: sent.reason,
    messageId: null,
    at,
  };
}

export type Attempt = Handled | Readonly<{ status: 'broke-off'; error: unknown }>;

export const rowsOf = (attempts: readonly Attempt[]): readonly Reminder[] =>
  attempts.flatMap((each) => (each.status === 'written' ? [each.row] : []));

/** For the alarms: what was missed on purpose rings none. True where one is to try later. */
export function countHandled(attempts: readonly Attempt[], metrics: Metrics): boolean {
  const counts = rowsOf(attempts)
    .filter((row) => !missedOnPurpose(row))
    .map(countOf)
    .reduce(addCounts, {});
  for (const name of ['sent', 'failed', 'unknown', 'missed'] as const)
    metrics.count(name, counts[name] ?? 0);
  const skipped = Object.values(counts.skipped ?? {});
  metrics.count(
    'skipped',
    skipped.reduce((sum, each) => sum + each, 0),
  );
  const heldBack = attempts.filter(({ status }) => status === 'try-later').length;
  metrics.count('held-back', heldBack);
  return heldBack > 0;
}

import { secondsBetween } from '#domain/calendar/dates';
import type { Confirmation } from '#domain/sending/confirmation';
import { bookMoney, reserveMoney } from '#flows/sending/confirming/confirmation-money';
import { decideConfirmations } from '#flows/sending/confirming/decide-confirmations';
import type { Decided, Round, Under } from '#flows/sending/confirming/round';
import { type Attempt, countHandled, handleAll } from '#flows/sending/send-one';

/** `read-again`: this second's parts are used up · `texts`: how many were sent. */
export type Confirmed = Readonly<{ status: 'done' | 'read-again' | 'try-later'; texts: number }>;

/** Dropped last are those who were told or need not be: a crash before finds them told. */
export async function confirmBatch(
  round: Round,
  pending: readonly Confirmation[],
  under: Under,
): Promise<Confirmed> {
  const { clock, confirmations } = round.ports;
  const readAt = clock.now();
  const decided = await decideConfirmations(round, pending, { ...under, now: readAt });
  const writing = decided.flatMap(({ confirmation, decision }) =>
    decision.kind === 'write' ? [{ confirmation, planned: decision.planned }] : [],
  );
  const planned = writing.map((each) => each.planned);
  const plannedTexts = await reserveMoney(round, planned, under);
  const reading = { readAt, mayLeave: () => true };
  const running = await handleAll(round, plannedTexts, reading);
  const attempts = await Promise.all(running.map(attempted));
  const texts = await bookMoney(round, { plannedTexts, attempts }, under);
  const told = writing.filter((_, index) => attempts[index]?.status === 'written');
  const needless = decided.filter(({ decision }) => decision.kind === 'drop');
  const done = [...told, ...needless, ...(await resolveAbandoned(round, decided))];
  await Promise.all(done.map(({ confirmation }) => confirmations.drop(confirmation)));
  return { status: statusAfter(round, attempts), texts };
}

/** One that breaks off neither leaves the others running nor hides what became of them. */
const attempted = (running: Promise<Attempt>): Promise<Attempt> =>
  running.catch((error: unknown) => ({ status: 'broke-off', error }));

/** A round ends within 90 s: a claim older than this that was never recorded is nobody's. */
const claimSeconds = 120;

/** A lost holder's claim may have led to a text: `unknown`. Its money stays committed. */
async function resolveAbandoned(
  { ports: { reminders, clock, metrics } }: Round,
  decided: readonly Decided[],
): Promise<readonly Decided[]> {
  const resolved: Decided[] = [];
  for (const each of decided) {
    if (each.decision.kind !== 'claimed') continue;
    const { reminder } = each.decision;
    if (secondsBetween(reminder.claimedAt ?? reminder.at, clock.now()) < claimSeconds) continue;
    if (!(await reminders.presumeUnknown(reminder, reminder.claimId, clock.now()))) continue;
    metrics.count('unknown', 1);
    resolved.push(each);
  }
  return resolved;
}

function statusAfter(
  { ports: { metrics } }: Round,
  attempts: readonly Attempt[],
): Confirmed['status'] {
  const isHeldBack = countHandled(attempts, metrics);
  const broken = attempts.find((each) => each.status === 'broke-off');
  if (broken) throw broken.error;
  if (isHeldBack) return 'try-later';
  return attempts.some(({ status }) => status === 'no-place') ? 'read-again' : 'done';
}

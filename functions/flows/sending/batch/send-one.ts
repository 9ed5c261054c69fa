import { type Instant, secondsBetween } from '#domain/calendar/dates';
import { askingLead, toleranceMilliseconds } from '#domain/sending/places';
import { missedOnPurpose, type Outcome, type Reminder } from '#domain/sending/reminder';
import { addCounts, countOf } from '#domain/sending/slice';
import type { PlannedText } from '#domain/sending/texting/planned-text';
import type { Settings } from '#domain/settings';
import { atPlace, nextSecond, placesFor, untilBefore } from '#flows/sending/batch/places';
import type { SendPorts } from '#flows/sending/batch/send-context';
import type { Metrics, Sent } from '#flows/sending/sms-port';

/** Without `written` no row is ours. `read-again`: the worker has changed, or it took too long. */
export type Handled =
  | Readonly<{ status: 'written'; row: Reminder }>
  | Readonly<{ status: 'no-place' | 'read-again' | 'exists' | 'try-later' }>;

type Sender = Readonly<{
  ports: Pick<SendPorts, 'reminders' | 'sms' | 'clock' | 'rateLimit'>;
  settings: Pick<Settings, 'smsPartsPerSecond' | 'claimLeadMilliseconds'>;
  holder: string;
}>;

/** `mayLeave`: at that moment, by the plan's hours. */
type Reading = Readonly<{ readAt: Instant; mayLeave: (at: Instant, row: Reminder) => boolean }>;

/** A place each; a text without one is to be read again, once a second begins that has some. */
export async function handleAll(
  sender: Sender,
  plannedTexts: readonly PlannedText[],
  reading: Reading,
): Promise<readonly Promise<Handled>[]> {
  const texts = plannedTexts.filter(({ text }) => text);
  const places = await placesFor(
    texts.map(({ row }) => row.parts),
    sender,
  );
  if (texts.length > 0 && places.length === 0) await nextSecond(sender);
  const inTurn = oneAfterAnother();
  return plannedTexts.map((planned) =>
    handle(sender, planned, { ...reading, place: places[texts.indexOf(planned)], inTurn }),
  );
}

type Placed = Reading & Readonly<{ place: Instant | undefined; inTurn: InTurn }>;

/**
 * Claim, then send, then record. A crash at any line doubles nothing: a claim without a record
 * becomes `unknown`, never a second text. A claim is made shortly before the text's moment, so that
 * a crash leaves few of them.
 */
async function handle(sender: Sender, planned: PlannedText, placed: Placed): Promise<Handled> {
  const { ports, settings, holder } = sender;
  const { reminders, sms, clock } = ports;
  const { row, rev, text } = planned;
  if (text) {
    if (placed.place === undefined || isTooLate(placed, row)) return { status: 'no-place' };
    await untilBefore(settings.claimLeadMilliseconds, placed.place, clock);
  }
  const written = await reminders.write(row, rev);
  if (written !== 'written') return { status: written === 'exists' ? 'exists' : 'read-again' };
  if (!text) return { status: 'written', row };
  const sent = (await inPlace(sender, row, placed)) ? await sms.send(text) : tooLate;
  if (sent.status === 'try-later') {
    await reminders.release(row, holder);
    return { status: sent === tooLate ? 'read-again' : 'try-later' };
  }
  const outcome = outcomeOf(sent, clock.now());
  // False: the worker was erased meanwhile. The text has left all the same, and counts.
  await reminders.record(row, holder, outcome);
  return { status: 'written', row: { ...row, ...outcome } };
}

/**
 * A claim that took longer than its place could wait takes another, at once and one after another:
 * what is slow already gets slower still where all ask again together.
 */
async function inPlace(sender: Sender, row: Reminder, placed: Placed): Promise<boolean> {
  const { place, inTurn } = placed;
  if (place !== undefined && (await atPlace(sender, place))) return true;
  return inTurn(async () => {
    for (;;) {
      const [next] = await placesFor(
        [row.parts],
        sender,
        askingLead(sender.settings.claimLeadMilliseconds),
      );
      if (next === undefined || isTooLate({ ...placed, place: next }, row)) return false;
      if (await atPlace(sender, next)) return true;
    }
  });
}

type InTurn = <T>(act: () => Promise<T>) => Promise<T>;

function oneAfterAnother(): InTurn {
  let before: Promise<unknown> = Promise.resolve();
  return (act) => {
    const mine = before.then(act);
    before = mine.catch(() => undefined);
    return mine;
  };
}

/** A text may be a tenth of a second later than its place. */
const latestSeconds = 5 - toleranceMilliseconds / 1_000;

/**
 * A payment may have come in since: a text follows its read within 5 s, or not at all. Nor may a
 * place lie in quiet hours, though the wait for it began before them.
 */
const isTooLate = ({ readAt, place, mayLeave }: Omit<Placed, 'inTurn'>, row: Reminder): boolean =>
  place === undefined || secondsBetween(readAt, place) > latestSeconds || !mayLeave(place, row);

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

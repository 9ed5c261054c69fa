import { hasPhone, isDead, member, offsetOf } from '../cast.ts';
import { stepDays } from '../days.ts';
import type { Person } from '../look.ts';
import { each, type Promised, paidFor, said, seconds, twice } from './promise.ts';

export const ofTexts: readonly Promised[] = [
  {
    promise: 'a row leads to at most one text',
    broken: ({ texts }) => twice(texts.map(({ number, step }) => `${step} to ${number}`)),
  },
  {
    promise: 'a row says what became of its text',
    broken: ({ persons, texts }) =>
      each(persons, ({ number, rows }) =>
        rows
          .filter(({ step, status, messageId }) => {
            const own = texts.filter((text) => text.number === number && text.step === step);
            if (messageId !== null)
              return own.length !== 1 || own[0]?.messageId !== messageId || !wasSent.has(status);
            return own.length > (status === 'unknown' ? 1 : 0);
          })
          .map(({ step, status, messageId }) => `${step} ${status} ${messageId}`),
      ),
  },
  {
    promise: 'each text has its row',
    broken: ({ persons, texts, strange }) => [
      ...strange.map(({ text }) => text),
      ...texts
        .filter(({ number, step }) => {
          const person = persons[number - 1];
          return person?.worker && !person.rows.some((row) => row.step === step);
        })
        .map(said),
    ],
  },
  {
    promise: 'no text is sent once a payment for its month was acknowledged',
    broken: ({ persons, texts, told }) =>
      texts
        .filter(({ number, step, at }) =>
          (persons[number - 1]?.payments ?? []).some(
            ({ reference, ...payment }) =>
              paidFor(payment).includes(monthOf(step)) &&
              told.some(
                (each) => each.reference === reference && seconds(each.at, at) > fromLookToText,
              ),
          ),
        )
        .map(said),
  },
  {
    promise: 'no text leaves at night or on a Sunday',
    broken: ({ texts }) =>
      texts
        .filter(({ number, at }) => {
          const local = inZone(at, offsetOf(number));
          return local.hour < 8 || local.hour >= 20 || local.weekday === 0;
        })
        .map(said),
  },
  {
    promise: 'no text leaves after a stop, an erasure or an ending',
    broken: ({ texts, told }) =>
      told
        .filter(({ what }) => what === 'stopped' || what === 'erased' || what === 'ended')
        .flatMap((stop) => {
          const until = told.find(
            ({ what, who, at }) => what === 'texts again' && who === stop.who && at > stop.from,
          );
          const end = stop.what === 'stopped' ? (until?.from ?? '9999') : '9999';
          return texts
            .filter(
              ({ number, at }) =>
                number === stop.who && seconds(stop.at, at) > fromLookToText && at < end,
            )
            .map((text) => `${stop.what} at ${stop.at}: ${said(text)}`);
        }),
  },
  {
    promise: 'no text leaves while the plan is paused, from a minute on',
    broken: ({ texts, told }) =>
      told
        .filter(({ what }) => what === 'paused')
        .flatMap((pause) => {
          const end =
            told.find(({ what, at }) => what === 'resumed' && at > pause.from)?.from ?? '9';
          return texts
            .filter(({ at }) => seconds(pause.at, at) > 60 && at < end)
            .map((text) => `paused at ${pause.at}: ${said(text)}`);
        }),
  },
  {
    promise: 'who is held out gets the last call alone',
    broken: ({ rows, texts }) =>
      rows
        .filter(({ arm, step, number }) => {
          const toHeldOut = stepDays.find((day) => day.step === step)?.toHeldOut;
          const has = texts.some((text) => text.number === number && text.step === step);
          return arm === 'held-out' && !toHeldOut && has;
        })
        .map(({ number, step, status }) => `${number} ${step} ${status}`),
  },
  {
    promise: 'a number that failed twice for good is not texted again',
    broken: ({ persons, texts }) =>
      each(
        persons.filter(({ number }) => isDead(number) && hasPhone(number)),
        ({ number, rows, changes, worker }) => {
          // A roster of before brings the old number back: it counts as another one.
          if (changes.some(({ fields }) => fields.includes('phone'))) return [];
          const second = secondFailure(rows);
          if (!second || worker?.phone !== member(number).phone) return [];
          return texts
            .filter((text) => text.number === number && seconds(second, text.at) > 60)
            .map(said);
        },
      ),
  },
];

/** A text is sent within 5 s of its look, or not at all; SNS has 3 s to take it. */
const fromLookToText = 8;

const wasSent: ReadonlySet<string> = new Set(['sent', 'delivered', 'undelivered']);

const monthOf = (step: string): string => stepDays.find((day) => day.step === step)?.month ?? '';

function inZone(at: string, offset: string) {
  const local = new Date(Date.parse(at) + Number(offset.slice(0, 3)) * 3_600_000);
  return { hour: local.getUTCHours(), weekday: local.getUTCDay() };
}

/**
 * When the number had failed for good twice in a row. A stage that starts again lets a text arrive
 * there, until it is told of the dead numbers anew.
 */
function secondFailure(rows: Person['rows']): string | undefined {
  let failures = 0;
  for (const { status, reason, at } of rows.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    if (status === 'delivered') failures = 0;
    if (status === 'undelivered' && reason === 'Invalid phone number') failures += 1;
    if (failures === 2) return at;
  }
  return undefined;
}

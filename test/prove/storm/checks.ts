import type { PaymentRecord } from '#domain/payments/payment';
import {
  aheadOf,
  castSize,
  hasPhone,
  isDead,
  isGovernmentPaid,
  member,
  offsetOf,
  priceOf,
} from './cast.ts';
import { begins, type StepDay, stepDays } from './days.ts';
import type { Person, Seen, Text } from './look.ts';

/** What must hold after a storm; `broken` says where it does not. */
export type Promised = Readonly<{ promise: string; broken(seen: Seen): readonly string[] }>;

export const promises: readonly Promised[] = [
  {
    promise: 'a worker who was owed a row has one',
    broken: ({ persons, told }) =>
      each(persons, (person) =>
        stepDays
          .filter((day) => owed(person, day, told) === 'yes' && !rowOf(person, day))
          .map(({ step, month }) => `${step} ${month}`),
      ),
  },
  {
    promise: 'nobody has a row that they were not owed',
    broken: ({ persons, told }) =>
      each(persons, (person) =>
        person.rows
          .filter((row) => {
            const day = stepDays.find(
              ({ step, month }) => step === row.step && month === row.month,
            );
            return !day || owed(person, day, told) === 'no';
          })
          .map(({ step, month, status, at }) => `${step} ${month} ${status} ${at}`),
      ),
  },
  {
    promise: 'nobody has two rows for one step and month',
    broken: ({ persons }) =>
      each(persons, ({ rows }) => twice(rows.map(({ step, month }) => `${step} ${month}`))),
  },
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
              return own.length !== 1 || own[0]?.messageId !== messageId || !left.has(status);
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
        ({ number, rows, worker }) => {
          const second = rows
            .filter(({ status }) => status === 'undelivered')
            .map(({ at }) => at)
            .sort()[1];
          if (!second || worker?.phone !== member(number).phone) return [];
          return texts
            .filter((text) => text.number === number && seconds(second, text.at) > 60)
            .map(said);
        },
      ),
  },
  {
    promise: 'the budget is kept',
    broken: ({ money: { committed, spent }, budget, texts }) => [
      ...(budget !== null && committed > budget ? [`Rp${committed} of ${budget}`] : []),
      ...(committed === spent ? [] : [`Rp${committed - spent} stay reserved for nobody`]),
      // As priced before the carrier bills it.
      ...(spent >= texts.length * 2_640 ? [] : [`Rp${spent} for ${texts.length} texts`]),
    ],
  },
  {
    promise: 'months paid for are months covered',
    broken: ({ persons, told }) =>
      each(persons, ({ number, worker, payments }) => {
        if (!worker) return [];
        const paid = payments.filter(isRecorded).flatMap(paidFor);
        const covered = monthsBetween(member(number).coveredThrough, worker.coveredThrough);
        const byRoster = told.some(({ what, who }) => what === 'ahead' && who === number);
        return [
          ...twice(paid),
          ...paid.filter((month) => !covered.includes(month)),
          ...covered
            .filter((month) => !paid.includes(month))
            .filter((month) => !byRoster || month > aheadOf(number)),
        ].map((month) => `${month}, paid for ${paid}, covered through ${worker.coveredThrough}`);
      }),
  },
  {
    promise: 'money in is the price of the months and credit',
    broken: ({ persons }) =>
      each(persons, ({ number, worker, payments }) => {
        const recorded = payments.filter(isRecorded);
        const money = recorded.reduce((sum, { amount }) => sum + amount, 0);
        const months = recorded.flatMap(paidFor);
        const price = months.reduce((sum, month) => sum + priceOf(number, month), 0);
        return !worker || money === price + worker.credit
          ? []
          : [`Rp${money} for ${months} at ${price} and ${worker.credit} credit`];
      }),
  },
  {
    promise: 'each payment that was acknowledged is kept, once, as it was told',
    broken: ({ told, payments }) =>
      told
        .filter(({ what }) => what === 'paid')
        .flatMap(({ reference, amount }) => {
          const kept = payments.filter((payment) => payment.reference === reference);
          return kept.length === 1 && kept[0]?.amount === amount
            ? []
            : [`${reference}: ${kept.map((payment) => payment.amount)} of ${amount}`];
        }),
  },
  {
    promise: 'no payment waits for a worker who is known',
    broken: ({ persons }) =>
      each(persons, ({ payments }) =>
        payments.filter(({ status }) => status === 'unmatched').map(({ reference }) => reference),
      ),
  },
  {
    promise: 'nothing stays claimed',
    broken: ({ rows }) =>
      rows
        .filter(({ status }) => status === 'claimed')
        .map(({ number, step }) => `${number} ${step}`),
  },
  {
    promise: 'nobody is missed but who was due while the stage was down',
    broken: ({ rows }) =>
      rows
        .filter(({ status }) => status === 'missed')
        .filter(({ step, number }) => step !== 'after' || offsetOf(number) !== '+07:00')
        .map(({ number, step, reason }) => `${number} ${step} ${reason}`),
  },
  {
    promise: 'every slice is finished',
    broken: ({ runs }) => runs.filter(({ closed }) => !closed).map(({ runId }) => runId),
  },
  {
    promise: 'a run counts its rows',
    broken: ({ runs, rows, persons }) => {
      const gone = persons.filter(({ worker, number }) => !worker && number <= castSize).length;
      return runs.flatMap(({ runId, counts: { skipped = {}, ...counts } }) => {
        const own = rows.filter((row) => row.runId === runId).length;
        const counted = [...Object.values(skipped), ...Object.values(counts)].reduce(
          (a, b) => a + b,
          0,
        );
        return counted - own >= 0 && counted - own <= gone
          ? []
          : [`${runId}: ${counted} of ${own}`];
      });
    },
  },
  {
    promise: 'attention names the rows that need it, and no others',
    broken: ({ rows, attention }) =>
      (['unknown', 'failed', 'missed', 'undelivered'] as const).flatMap((status) => {
        const listed = attention.filter(({ kind }) => kind === status).length;
        const own = rows.filter((row) => row.status === status).length;
        return listed === own ? [] : [`${listed} ${status} listed, ${own} rows`];
      }),
  },
  {
    promise: 'counters are sums over rows',
    broken: ({ recount }) => (recount.includes('None was wrong') ? [] : [recount]),
  },
  {
    promise: 'who was erased does not come back',
    broken: ({ told, persons }) =>
      told
        .filter(({ what, who }) => what === 'erased' && persons[who - 1]?.worker)
        .map(({ who }) => String(who)),
  },
  {
    promise: 'no log names anybody',
    broken: ({ logs }) => [...new Set(logs.match(/\+?62870\d{8}|\b99\d{14}\b|Siti \w+|Tini \w+/g))],
  },
  { promise: 'the API keeps its word', broken: ({ faults }) => faults },
];

/** A text is sent within 5 s of its look, or not at all; SNS has 3 s to take it. */
const fromLookToText = 8;
const left: ReadonlySet<string> = new Set(['sent', 'delivered', 'undelivered']);

const each = (
  persons: readonly Person[],
  broken: (person: Person) => readonly string[],
): readonly string[] =>
  persons.flatMap((person) => broken(person).map((found) => `${person.number}: ${found}`));

const twice = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
];

const said = ({ number, step, at }: Text): string => `${step} to ${number} at ${at}`;
const isRecorded = ({ status }: PaymentRecord): boolean => status === 'recorded';
/** Bought with it, or linked to it: a roster had told of them before. */
const paidFor = ({
  bought,
  linked,
}: Pick<PaymentRecord, 'bought' | 'linked'>): readonly string[] => [
  ...bought,
  ...(linked?.months ?? []),
];
const seconds = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1_000;
const monthOf = (step: string): string => stepDays.find((day) => day.step === step)?.month ?? '';
const rowOf = ({ rows }: Person, { step, month }: StepDay) =>
  rows.find((row) => row.step === step && row.month === month);

function inZone(at: string, offset: string) {
  const local = new Date(Date.parse(at) + Number(offset.slice(0, 3)) * 3_600_000);
  return { hour: local.getUTCHours(), weekday: local.getUTCDay() };
}

function monthsBetween(after: string, through: string): readonly string[] {
  const months: string[] = [];
  for (let [year = 0, month = 0] = after.split('-').map(Number); ; ) {
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > through) return months;
    months.push(name);
  }
}

/** Between which two moments something happened. */
type Span = Readonly<{ from: string; to: string }>;

/**
 * Owed: the cycle began before the scheduled time, and the worker still owed the month when the
 * closing pass came. `maybe`: it changed on the way, or a roster or an ending had part in it.
 */
function owed(person: Person, day: StepDay, told: Seen['told']): 'yes' | 'no' | 'maybe' {
  const { number } = person;
  if (isGovernmentPaid(number)) return 'no';
  const own = told.filter(({ who }) => who === number);
  if (number > castSize || own.some(({ what }) => what === 'ahead')) return 'maybe';
  const began = beganOwing(person, day.month, told);
  if (!began) return 'no';
  const covered = coveredAt(person, day.month, told);
  const at = (time: string) => new Date(`${day.date}T${time}${offsetOf(number)}`).toISOString();
  if (began.from >= at(day.to) || (covered && covered.to < at(day.from))) return 'no';
  if (own.some(({ what }) => what === 'erased' || what === 'ended')) return 'maybe';
  // The day after, at the end of its last window, and an hour for the pass.
  const closed = new Date(Date.parse(at('21:00')) + 86_400_000).toISOString();
  return began.to < at(day.from) && (!covered || covered.from > closed) ? 'yes' : 'maybe';
}

function beganOwing(person: Person, month: string, told: Seen['told']): Span | null {
  const before = monthsBetween('2026-01', month).at(-2) ?? '';
  if (member(person.number).coveredThrough === before)
    return { from: begins, to: '2026-11-10T02:00:00Z' };
  return spanOf(
    person.payments.find(({ bought }) => bought.at(-1) === before),
    told,
  );
}

const coveredAt = (person: Person, month: string, told: Seen['told']): Span | null =>
  spanOf(
    person.payments.find(({ bought }) => bought.includes(month)),
    told,
  );

function spanOf(payment: Person['payments'][number] | undefined, told: Seen['told']): Span | null {
  if (!payment) return null;
  const answered = told
    .filter(({ reference }) => reference === payment.reference)
    .map(({ at }) => at)
    .sort()[0];
  return { from: payment.recordedAt, to: answered ?? payment.recordedAt };
}

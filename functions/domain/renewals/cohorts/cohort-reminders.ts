import type { CalendarDate } from '#domain/calendar/dates';
import { byDay, type PlannedOf } from '#domain/plan/planned';
import type { CohortCounts, Texts } from '#domain/renewals/cohorts/cohort-counts';
import { sumOf } from '#domain/renewals/cohorts/cohort-cycles';
import { ratio } from '#domain/renewals/cohorts/cohort-outcomes';
import { inPoints } from '#domain/renewals/uplift';

/** `sent`: all texts that left, delivered or not; `skipped` by reason. */
type ReminderCounts = Readonly<
  Record<'sent' | 'delivered' | 'undelivered' | 'failed' | 'unknown' | 'missed', number>
> &
  Readonly<{ skipped: Readonly<Record<string, number>> }>;

function remindersOf(texts: readonly Texts[]): ReminderCounts {
  const became = (...statuses: readonly Texts['status'][]) =>
    sumOf(
      texts.filter(({ status }) => statuses.includes(status)),
      'n',
    );
  return {
    sent: became('sent', 'delivered', 'undelivered'),
    delivered: became('delivered'),
    undelivered: became('undelivered'),
    failed: became('failed'),
    unknown: became('unknown'),
    missed: became('missed'),
    skipped: skippedBy(texts),
  };
}

function skippedBy(texts: readonly Texts[]): Readonly<Record<string, number>> {
  const skipped = texts.filter(({ status }) => status === 'skipped');
  const byReason = Map.groupBy(skipped, ({ reason }) => reason ?? '');
  return Object.fromEntries(
    [...byReason].map(([reason, of]) => [reason, sumOf(of, 'n')]).filter(([, n]) => n !== 0),
  );
}

export const spendOf = (texts: readonly Texts[], rupiahPerUsd: number): number =>
  Math.round((sumOf(texts, 'microUsd') * rupiahPerUsd) / 1_000_000);

/** `elsewhere`: about cycles that began after the due date, or whose worker has left. */
export function textsOf(
  cohort: CohortCounts,
  dueOn: CalendarDate,
): Readonly<{ own: readonly Texts[]; elsewhere: readonly Texts[] }> {
  const elsewhere = [
    ...cohort['late-text'].filter((text) => text.beganOn > dueOn),
    ...cohort['left-text'].filter((text) => text.beganOn <= dueOn),
  ];
  const less = elsewhere.map((each) => ({
    ...each,
    n: -each.n,
    parts: -each.parts,
    microUsd: -each.microUsd,
  }));
  return { own: [...cohort.text, ...less], elsewhere };
}

export const sentOf = (texts: readonly Texts[], rupiahPerUsd: number) => ({
  reminders: remindersOf(texts),
  parts: sumOf(texts, 'parts'),
  spendRupiah: spendOf(texts, rupiahPerUsd),
});

type Asked = Readonly<{
  plannedOf: PlannedOf;
  rupiahPerUsd: number;
  /** What the month of the reminded costs. */
  amountDue: number;
}>;

/**
 * A step that was moved has a line for each day it had when its texts were sent. `breakEven`: the
 * points that this step alone has to bring. But for rounding, all lines add up to the cohort's.
 */
export function byStep(texts: readonly Texts[], { plannedOf, rupiahPerUsd, amountDue }: Asked) {
  const sent = texts.map((text) => ({ text, step: text.step, planned: plannedOf(text) }));
  const lines = Map.groupBy(sent, ({ step, planned }) => JSON.stringify([step, planned]));
  return [...lines.values()]
    .flatMap((of) => {
      const [{ step, planned } = { step: '', planned: null }] = of;
      const own = of.map(({ text }) => text);
      const spending = sentOf(own, rupiahPerUsd);
      const breakEven = breakEvenPoints(spending.spendRupiah, amountDue);
      return sumOf(own, 'n') > 0 ? [{ step, planned, ...spending, breakEven }] : [];
    })
    .sort((a, b) => byDay(a.planned, b.planned) || (a.step < b.step ? -1 : 1));
}

const breakEvenPoints = (spend: number, amountDue: number): number | null => {
  const share = ratio(spend, amountDue);
  return share === null ? null : inPoints(share);
};

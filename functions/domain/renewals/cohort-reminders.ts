import type { CalendarDate } from '#domain/calendar/dates';
import type { CohortCounts, Cost, Texts } from '#domain/renewals/cohort-counts';
import { sumOf } from '#domain/renewals/cohort-cycles';

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

export const spendOf = (costs: readonly Cost[], rupiahPerUsd: number): number =>
  Math.round((sumOf(costs, 'microUsd') * rupiahPerUsd) / 1_000_000);

export type Sent = Readonly<{ text: readonly Texts[]; cost: readonly Cost[] }>;

/**
 * `own`: about the cycles of the cohort · `elsewhere`: about those that began after the due date, and
 * those whose worker has left. Together they are all texts about the month.
 */
export function textsOf(
  cohort: CohortCounts,
  dueOn: CalendarDate,
): Readonly<{ own: Sent; elsewhere: Sent }> {
  const isLate = ({ beganOn }: Readonly<{ beganOn: CalendarDate }>) => beganOn > dueOn;
  const inTime = ({ beganOn }: Readonly<{ beganOn: CalendarDate }>) => beganOn <= dueOn;
  const text = [...cohort['late-text'].filter(isLate), ...cohort['left-text'].filter(inTime)];
  const cost = [...cohort['late-cost'].filter(isLate), ...cohort['left-cost'].filter(inTime)];
  const lessText = text.map((each) => ({ ...each, n: -each.n }));
  const lessCost = cost.map((each) => ({
    ...each,
    parts: -each.parts,
    microUsd: -each.microUsd,
  }));
  return {
    own: { text: [...cohort.text, ...lessText], cost: [...cohort.cost, ...lessCost] },
    elsewhere: { text, cost },
  };
}

export const sentOf = ({ text, cost }: Sent, rupiahPerUsd: number) => ({
  reminders: remindersOf(text),
  parts: sumOf(cost, 'parts'),
  spendRupiah: spendOf(cost, rupiahPerUsd),
});

export function byStep({ text, cost }: Sent, rupiahPerUsd: number) {
  const isOf = (step: string) => (one: Readonly<{ step: string }>) => one.step === step;
  return [...new Set(text.map(({ step }) => step))]
    .sort()
    .filter((step) => sumOf(text.filter(isOf(step)), 'n') > 0)
    .map((step) => ({
      step,
      ...sentOf({ text: text.filter(isOf(step)), cost: cost.filter(isOf(step)) }, rupiahPerUsd),
    }));
}

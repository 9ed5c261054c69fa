import type { CohortCounts, Cost, Texts } from '#domain/renewals/cohort-counts';
import { sumOf } from '#domain/renewals/cohort-cycles';

/** `sent`: all texts that left, delivered or not; `skipped` by reason. */
type ReminderCounts = Readonly<
  Record<'sent' | 'delivered' | 'undelivered' | 'failed' | 'unknown' | 'missed', number>
> &
  Readonly<{ skipped: Readonly<Record<string, number>> }>;

export function remindersOf(texts: readonly Texts[]): ReminderCounts {
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
  const byReason = Map.groupBy(
    texts.filter(({ n, status }) => status === 'skipped' && n > 0),
    ({ reason }) => reason ?? '',
  );
  return Object.fromEntries([...byReason].map(([reason, of]) => [reason, sumOf(of, 'n')]));
}

export const spendOf = (costs: readonly Cost[], rupiahPerUsd: number): number =>
  Math.round((sumOf(costs, 'microUsd') * rupiahPerUsd) / 1_000_000);

export function byStep({ text, cost }: Pick<CohortCounts, 'text' | 'cost'>, rupiahPerUsd: number) {
  const steps = [...new Set(text.filter(({ n }) => n > 0).map(({ step }) => step))].sort();
  return steps.map((step) => {
    const costs = cost.filter((one) => one.step === step);
    const reminders = remindersOf(text.filter((one) => one.step === step));
    return {
      step,
      reminders,
      parts: sumOf(costs, 'parts'),
      spendRupiah: spendOf(costs, rupiahPerUsd),
    };
  });
}

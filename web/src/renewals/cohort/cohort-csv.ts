import type { ExplainedCycle } from '#domain/renewals/explained-cycle';
import type { SkipReason } from '#domain/sending/reminder';
import { factRows } from '../../shared/csv/saved-csv.ts';
import { stepNameIn } from '../../shared/words/step-words.ts';
import { textReasonIn } from '../../shared/words/text-reasons.ts';
import { wordsTexts } from '../../shared/words/words.ts';
import { renewalsTexts } from '../texts.ts';
import { cohortTexts } from './texts.ts';

const heads = {
  workerId: 'ID peserta',
  since: 'Mulai',
  outcome: 'Hasil',
  startedLate: 'Mulai terlambat',
  endedOn: 'Diakhiri pada',
  by: 'Diakhiri oleh',
  received: 'Iuran diterima (Rp)',
  amount: 'Iuran bulan itu (Rp)',
  months: 'Bulan yang dibayar',
  arm: 'Kelompok',
  texts: 'SMS',
} as const satisfies Readonly<Partial<Record<keyof ExplainedCycle, string>>>;

/** What ended a cycle, besides the payments that have ids. */
const endedBy: Readonly<Record<string, string>> = {
  roster: 'daftar peserta',
  credit: 'saldo',
  left: 'keluar',
};

const { status: statuses, skipped } = wordsTexts.id;
const outcomes = { ...renewalsTexts.id.outcomes, ...renewalsTexts.id.cycle };
const stepName = stepNameIn('id');

/** A row per cycle, with each text and what became of it. */
export const csvRows = (cycles: readonly ExplainedCycle[]) =>
  factRows(
    heads,
    cycles.map(({ outcome, by, arm, texts, ...cycle }) => ({
      ...cycle,
      outcome: outcomes[outcome],
      by: endedBy[by ?? ''] ?? by,
      arm: cohortTexts.id.arms[arm],
      texts: texts.map(textSaid).join(', '),
    })),
  );

function textSaid(text: ExplainedCycle['texts'][number]): string {
  const said = `${stepName(text)}: ${statuses[text.status]}`;
  return text.reason === null ? said : `${said} (${reasonSaid(text.reason)})`;
}

const reasonSaid = (reason: string): string =>
  skipped[reason as SkipReason] ?? textReasonIn('id', reason) ?? reason;

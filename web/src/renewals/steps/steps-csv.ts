import { factRows } from '../../shared/csv/saved-csv.ts';
import { stepNameIn } from '../../shared/words/step-words.ts';
import { wordsTexts } from '../../shared/words/words.ts';
import { type Line, skipped } from './line.ts';
import { stepsTexts } from './texts.ts';

const { status: statuses } = wordsTexts.id;
const heads = {
  step: stepsTexts.id.step,
  sent: statuses.sent,
  delivered: statuses.delivered,
  undelivered: statuses.undelivered,
  failed: statuses.failed,
  unknown: statuses.unknown,
  missed: statuses.missed,
  skipped: statuses.skipped,
  parts: 'Bagian SMS',
  spendRupiah: 'Biaya SMS (Rp)',
};

export const stepRows = (steps: readonly Line[]) =>
  factRows(
    heads,
    steps.map(({ sent, reminders, parts, spendRupiah }) => ({
      ...{ step: sent ? stepNameIn('id')(sent) : stepsTexts.id.elsewhere },
      ...{ ...reminders, skipped: skipped(reminders) },
      ...{ parts, spendRupiah },
    })),
  );

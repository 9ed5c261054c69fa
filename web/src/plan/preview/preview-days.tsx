import type { Step } from '#domain/plan/plan';
import type { Preview } from '#flows/preview/preview-plan';
import { SaveCsv } from '../../shared/csv/save-csv.tsx';
import { factRows } from '../../shared/csv/saved-csv.ts';
import { useTexts } from '../../shared/language.tsx';
import { Listing } from '../../shared/loading/listing.tsx';
import { Empty } from '../../shared/loading/loaded.tsx';
import { stepDescriptionIn } from '../../shared/words/step-words.ts';
import type { Editing } from '../editing/edited-plan.tsx';
import { useColumns } from './day-columns.tsx';
import { previewTexts } from './texts.ts';

export type Day = Preview['days'][number];

/** The table behind the calendar. */
export function PreviewDays({
  preview,
  editing,
}: Readonly<{ preview: Preview; editing: Editing }>) {
  const texts = useTexts(previewTexts);
  const columns = useColumns(editing);
  return (
    <Listing
      title={texts.table}
      columns={columns}
      items={preview.days}
      idOf={({ date, step, month }) => `${date} ${step} ${month}`}
      empty={<Empty title={texts.none} />}
      actions={
        <SaveCsv
          name="preview.csv"
          rows={() => csvOf(preview.days, editing.plan.steps)}
          text="CSV"
          about={texts.table}
        />
      }
    />
  );
}

const heads = {
  date: 'Tanggal',
  step: 'Tahap',
  month: 'Iuran bulan',
  expectedReminders: 'Perkiraan SMS',
  mostReminders: 'SMS paling banyak',
  reminders: 'SMS bila tidak ada lagi yang membayar',
  parts: 'Bagian SMS bila tidak ada lagi yang membayar',
  expectedCostRupiah: 'Perkiraan biaya (Rp)',
  mostCostRupiah: 'Biaya paling banyak (Rp)',
  costRupiah: 'Biaya bila tidak ada lagi yang membayar (Rp)',
} as const satisfies Readonly<Record<keyof Day, string>>;

const csvOf = (days: readonly Day[], steps: readonly Step[]) =>
  factRows(
    heads,
    days.map((day) => {
      const step = steps.find(({ id }) => id === day.step);
      return { ...day, step: step ? stepDescriptionIn('id')(step) : day.step };
    }),
  );

import type { Preview } from '#flows/preview/preview-plan';
import { SaveCsv } from '../../shared/csv/save-csv.tsx';
import { useTexts } from '../../shared/language.tsx';
import { Listing } from '../../shared/loading/listing.tsx';
import { Empty } from '../../shared/loading/loaded.tsx';
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
          rows={() => csvOf(preview.days)}
          text="CSV"
          about={texts.table}
        />
      }
    />
  );
}

const csvOf = (days: readonly Day[]) => {
  const fields = [
    'date',
    'step',
    'month',
    'reminders',
    'expectedReminders',
    'mostReminders',
    'parts',
    'costRupiah',
    'expectedCostRupiah',
    'mostCostRupiah',
  ] as const satisfies readonly (keyof Day)[];
  return [fields, ...days.map((day) => fields.map((field) => day[field]))];
};

import type { Preview } from '#flows/preview/preview-plan';
import { SaveCsv } from '../../shared/csv/save-csv.tsx';
import { useTexts } from '../../shared/language.tsx';
import { Listing } from '../../shared/loading/listing.tsx';
import { Empty } from '../../shared/loading/loaded.tsx';
import type { Editing } from '../editing/edited-plan.tsx';
import { useColumns } from './day-columns.tsx';
import { dayRows } from './days-csv.ts';
import { previewTexts } from './texts.ts';

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
          rows={() => dayRows(preview.days, editing.plan.steps)}
          text="CSV"
          about={texts.table}
        />
      }
    />
  );
}

import Box from '@cloudscape-design/components/box';
import type { Preview } from '#flows/preview/preview-plan';
import { SaveCsv } from '../../shared/csv/save-csv.tsx';
import { useFormats } from '../../shared/format.ts';
import { useTexts } from '../../shared/language.tsx';
import { type Column, Listing } from '../../shared/loading/listing.tsx';
import { Empty } from '../../shared/loading/loaded.tsx';
import { useIsNarrow } from '../../shared/narrow.ts';
import { useStepDescription } from '../../shared/step-name.ts';
import type { Editing } from '../editing/edited-plan.tsx';
import { previewTexts } from './texts.ts';

type Day = Preview['days'][number];

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
    'parts',
    'expectedCostRupiah',
    'costRupiah',
  ] as const satisfies readonly (keyof Day)[];
  return [fields, ...days.map((day) => fields.map((field) => day[field]))];
};

function useColumns({ plan }: Editing): readonly Column<Day>[] {
  const texts = useTexts(previewTexts);
  const { weekday, shortDate, shortMonth, number, rupiah } = useFormats();
  const isNarrow = useIsNarrow();
  const describe = useStepDescription();
  const nameOf = (id: string): string => {
    const step = plan.steps.find((each) => each.id === id);
    return step ? describe(step) : id;
  };
  return [
    // A phone shows no calendar, so its rows name the weekday; a table has no room for it.
    {
      id: 'date',
      header: texts.date,
      cell: ({ date }) => (isNarrow ? weekday(date) : shortDate(date)),
    },
    { id: 'step', header: texts.step, cell: ({ step }) => nameOf(step) },
    { id: 'month', header: texts.monthOwed, cell: (day) => shortMonth(day.month) },
    {
      id: 'expected',
      header: texts.expected,
      cell: ({ expectedReminders, expectedCostRupiah }) => (
        <Counted count={number(expectedReminders)} of={rupiah(expectedCostRupiah)} />
      ),
    },
    {
      id: 'most',
      header: texts.most,
      cell: ({ reminders, parts, costRupiah }) => (
        <Counted
          count={number(reminders)}
          of={texts.partsAndCost(number(parts), rupiah(costRupiah))}
        />
      ),
    },
  ];
}

const Counted = ({ count, of }: Readonly<{ count: string; of: string }>) => (
  <>
    {count}
    <Box color="text-body-secondary">{of}</Box>
  </>
);

import { useTexts } from '../../shared/language.tsx';
import type { Column } from '../../shared/loading/listing.tsx';
import { useIsNarrow } from '../../shared/narrow.ts';
import { Note } from '../../shared/page/note.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useStepDescription } from '../../shared/words/step-name.ts';
import type { Editing } from '../editing/edited-plan.tsx';
import type { Day } from './days-csv.ts';
import { previewTexts } from './texts.ts';

export function useColumns({ plan }: Editing): readonly Column<Day>[] {
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
      cell: ({ mostReminders, mostCostRupiah }) => (
        <Counted count={number(mostReminders)} of={rupiah(mostCostRupiah)} />
      ),
    },
  ];
}

const Counted = ({ count, of }: Readonly<{ count: string; of: string }>) => (
  <>
    {count}
    <Note>{of}</Note>
  </>
);

import Button from '@cloudscape-design/components/button';
import type { Preview } from '#flows/preview-plan';
import { saveFile } from '../api.ts';
import { useFormats } from '../format.ts';
import { useTexts } from '../language.tsx';
import { type Column, Listing } from '../shared/listing.tsx';
import { Empty } from '../shared/loaded.tsx';
import { useStepDescription } from '../shared/step-name.ts';
import { planTexts } from '../texts/plan.ts';
import type { Editing } from './plan-editing.tsx';

type Day = Preview['days'][number];

/** The table behind the calendar. */
export function PreviewDays({ preview, editing }: Readonly<{ preview: Preview; editing: Editing }>) {
  const texts = useTexts(planTexts).preview;
  const columns = useColumns(editing);
  return (
    <Listing
      title={texts.table}
      columns={columns}
      items={preview.days}
      idOf={({ date, step, month }) => `${date} ${step} ${month}`}
      query={{ isPending: false, error: null, refetch: () => undefined }}
      empty={<Empty title={texts.none} />}
      actions={
        <Button iconName="download" onClick={() => saveFile('preview.csv', csvOf(preview.days))}>
          CSV
        </Button>
      }
    />
  );
}

/** With semicolons and a mark of its encoding, as Excel reads it where the comma is in numbers. */
const csvOf = (days: readonly Day[]): Blob => {
  const fields = [
    'date',
    'step',
    'month',
    'reminders',
    'expectedReminders',
    'parts',
    'costRupiah',
  ] as const satisfies readonly (keyof Day)[];
  const lines = days.map((day) => fields.map((field) => day[field]).join(';'));
  return new Blob([`\uFEFF${[fields.join(';'), ...lines].join('\r\n')}\r\n`], { type: 'text/csv' });
};

function useColumns({ plan }: Editing): readonly Column<Day>[] {
  const texts = useTexts(planTexts).preview;
  const { weekday, month, number, rupiah } = useFormats();
  const describe = useStepDescription();
  const nameOf = (id: string): string => {
    const step = plan.steps.find((each) => each.id === id);
    return step ? describe(step) : id;
  };
  return [
    { id: 'date', header: texts.date, cell: ({ date }) => weekday(date) },
    { id: 'step', header: texts.step, cell: ({ step }) => nameOf(step) },
    { id: 'month', header: texts.monthOwed, cell: (day) => month(day.month) },
    { id: 'expected', header: texts.expected, cell: ({ expectedReminders }) => number(expectedReminders) },
    { id: 'reminders', header: texts.most, cell: ({ reminders }) => number(reminders) },
    { id: 'parts', header: texts.parts, cell: ({ parts }) => number(parts) },
    { id: 'cost', header: texts.cost, cell: ({ costRupiah }) => rupiah(costRupiah) },
  ];
}

import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Preview } from '#flows/preview-plan';
import { saveFile } from '../api.ts';
import { useFormats } from '../format.ts';
import { useTexts } from '../language.tsx';
import { useToday } from '../me.tsx';
import { Failed } from '../shared/failed.tsx';
import { Figure } from '../shared/figure.tsx';
import { type Column, Listing } from '../shared/listing.tsx';
import { Empty } from '../shared/loaded.tsx';
import { Loading } from '../shared/loading.tsx';
import { useIsNarrow } from '../shared/narrow.ts';
import { useStepDescription } from '../shared/step-name.ts';
import { planTexts } from '../texts/plan.ts';
import { PreviewCalendar } from './plan-calendar.tsx';
import type { Editing } from './plan-editing.tsx';
import { addDays } from './plan-preview-call.ts';

type Day = Preview['days'][number];

/** What the draft would do in the coming days, if it were saved now. */
export function PlanPreview({ editing }: Readonly<{ editing: Editing }>) {
  const texts = useTexts(planTexts).preview;
  const { previewed, look, lookAt } = editing;
  const { preview, error, refetch, faults, isCurrent } = previewed;
  const isFaulty = Object.keys(faults).length > 0;
  return (
    <>
      <Container
        header={
          <Header
            variant="h2"
            description={texts.means}
            actions={
              <SegmentedControl
                selectedId={String(look.days)}
                label={texts.daysAhead}
                options={[30, 60, 90].map((days) => ({ id: String(days), text: texts.days(days) }))}
                onChange={({ detail }) => lookAt({ ...look, days: Number(detail.selectedId) })}
              />
            }
          >
            {texts.title}
          </Header>
        }
      >
        <SpaceBetween size="l">
          <div role="status">
            {isFaulty ? (
              <StatusIndicator type="warning">{texts.faulty}</StatusIndicator>
            ) : (
              <StatusIndicator type={isCurrent ? 'success' : 'loading'}>{isCurrent ? texts.upToDate : texts.counting}</StatusIndicator>
            )}
          </div>
          {error && <Failed error={error} retry={() => void refetch()} />}
          {preview ? <Shown preview={preview} editing={editing} /> : !error && !isFaulty && <Loading />}
        </SpaceBetween>
      </Container>
      {preview && preview.days.length > 0 && <Days preview={preview} editing={editing} />}
    </>
  );
}

function Shown({ preview, editing }: Readonly<{ preview: Preview; editing: Editing }>) {
  const texts = useTexts(planTexts).preview;
  const { number, rupiah } = useFormats();
  const isNarrow = useIsNarrow();
  const { total } = preview;
  return (
    <SpaceBetween size="l">
      <KeyValuePairs
        columns={3}
        items={[
          { label: texts.expected, value: <Figure value={number(total.expectedReminders)} note={texts.atMost(number(total.reminders))} /> },
          { label: texts.parts, value: <Figure value={number(total.parts)} note={texts.partsMeans} /> },
          { label: texts.cost, value: <Figure value={rupiah(total.costRupiah)} note={texts.costMeans} /> },
        ]}
      />
      <Budget preview={preview} />
      {preview.days.length === 0 ? <Empty title={texts.none} /> : !isNarrow && <Calendar preview={preview} editing={editing} />}
    </SpaceBetween>
  );
}

/** What each month's texts cost beside what it may cost. */
function Budget({ preview: { budget } }: Readonly<{ preview: Preview }>) {
  const texts = useTexts(planTexts).preview;
  const { month, rupiah } = useFormats();
  return (
    <ul className="budgets">
      {budget.map((of) => (
        <li key={of.month}>
          <StatusIndicator type={statusOf(of)}>
            {texts.month(month(of.month), rupiah(of.expectedCostRupiah), rupiah(of.costRupiah))}{' '}
            {of.budgetRupiah === null ? texts.noBudget : texts.budget(rupiah(of.budgetRupiah))}
          </StatusIndicator>
        </li>
      ))}
    </ul>
  );
}

function statusOf({ costRupiah, expectedCostRupiah, budgetRupiah }: Preview['budget'][number]): 'info' | 'success' | 'warning' | 'error' {
  if (budgetRupiah === null) return 'info';
  return expectedCostRupiah > budgetRupiah ? 'error' : costRupiah > budgetRupiah ? 'warning' : 'success';
}

function Calendar({ preview, editing: { plan, look } }: Readonly<{ preview: Preview; editing: Editing }>) {
  const from = useToday();
  return <PreviewCalendar from={from} to={addDays(from, look.days - 1)} days={preview.days} steps={plan.steps} />;
}

function Days({ preview, editing }: Readonly<{ preview: Preview; editing: Editing }>) {
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

import Box from '@cloudscape-design/components/box';
import type { Renewals } from '#domain/renewals/cohort';
import type { SkipReason } from '#domain/sending/reminder';
import { factRows } from '../../shared/csv/saved-csv.ts';
import { useFormats } from '../../shared/format.ts';
import { useTexts } from '../../shared/language.tsx';
import type { Column } from '../../shared/loading/listing.tsx';
import { Empty } from '../../shared/loading/loaded.tsx';
import { wordsTexts } from '../../shared/words.ts';
import { StackedRows } from '../charts/lazy.tsx';
import type { Asked } from '../shared/asked.ts';
import { Figures } from '../shared/figures.tsx';
import { OneCohort } from '../shared/one-cohort.tsx';
import { usePlanOrder, useReminderName } from '../shared/reminder-name.ts';
import { stepsTexts } from './texts.ts';

export const StepsView = ({ asked }: Readonly<{ asked: Asked }>) => (
  <OneCohort asked={asked} title={useTexts(stepsTexts).title}>
    {(cohort) => <Steps cohort={cohort} />}
  </OneCohort>
);

type Line = Readonly<{ id: string } & Pick<Renewals, 'reminders' | 'parts' | 'spendRupiah'>>;

function Steps({ cohort }: Readonly<{ cohort: Renewals }>) {
  const texts = useTexts(stepsTexts);
  const parts = useParts();
  const { month, number } = useFormats();
  const stepName = useReminderName();
  const title = texts.title(month(cohort.month));
  const inPlanOrder = usePlanOrder();
  const steps: readonly Line[] = inPlanOrder(cohort.steps).map(({ step, ...rest }) => ({
    id: step,
    ...rest,
  }));
  const columns = useColumns();
  if (steps.length === 0) return <Empty title={texts.none(month(cohort.month))} />;
  return (
    <Figures
      title={title}
      description={texts.description}
      terms={['sent']}
      csv={{ name: `steps-${cohort.month}.csv`, rows: () => rowsOf(steps) }}
      columns={columns}
      items={[...steps, { ...cohort, id: '' }]}
      idOf={({ id }) => id}
    >
      <StackedRows
        title={title}
        rows={steps.map(({ id, reminders }) => ({
          name: stepName(id),
          parts: parts(reminders).map((part) => ({ ...part, said: number(part.value) })),
        }))}
      />
    </Figures>
  );
}

type Reminders = Renewals['reminders'];
const awaiting = ({ sent, delivered, undelivered }: Reminders): number =>
  sent - delivered - undelivered;
const problems = ({ failed, unknown, missed }: Reminders): number => failed + unknown + missed;
const skipped = ({ skipped: byReason }: Reminders): number =>
  Object.values(byReason).reduce((sum, count) => sum + count, 0);

/** All reminders of a step, cut by what became of them. */
function useParts() {
  const texts = useTexts(stepsTexts);
  const status = useTexts(wordsTexts).status;
  return (reminders: Reminders) => [
    { title: status.delivered, color: 'good' as const, value: reminders.delivered },
    { title: texts.awaiting, color: 'late' as const, value: awaiting(reminders) },
    { title: status.undelivered, color: 'bad' as const, value: reminders.undelivered },
    { title: texts.problems, color: 'odd' as const, value: problems(reminders) },
    { title: texts.skipped, color: 'open' as const, value: skipped(reminders) },
  ];
}

function useColumns(): readonly Column<Line>[] {
  const texts = useTexts(stepsTexts);
  const { status } = useTexts(wordsTexts);
  const { number, rupiah } = useFormats();
  const stepName = useReminderName();
  return [
    {
      id: 'step',
      header: texts.step,
      cell: ({ id }) => (id === '' ? <b>{texts.together}</b> : stepName(id)),
    },
    { id: 'sent', header: texts.sent, cell: ({ reminders }) => number(reminders.sent) },
    {
      id: 'delivered',
      header: status.delivered,
      cell: ({ reminders }) => (
        <>
          {number(reminders.delivered)}
          <Box color="text-body-secondary">
            {status.undelivered}: {number(reminders.undelivered)}
          </Box>
        </>
      ),
    },
    {
      id: 'skipped',
      header: texts.skipped,
      cell: ({ reminders }) => <Skipped reminders={reminders} />,
    },
    {
      id: 'problems',
      header: texts.problems,
      cell: ({ reminders }) =>
        [reminders.failed, reminders.unknown, reminders.missed].map(number).join(' · '),
    },
    {
      id: 'spend',
      header: texts.spend,
      cell: ({ spendRupiah, parts }) => (
        <>
          {rupiah(spendRupiah)}
          <Box color="text-body-secondary">{texts.parts(number(parts))}</Box>
        </>
      ),
    },
  ];
}

function Skipped({ reminders }: Readonly<{ reminders: Reminders }>) {
  const texts = useTexts(stepsTexts);
  const reasons = useTexts(wordsTexts).skipped;
  const { number } = useFormats();
  return (
    <>
      {number(skipped(reminders))}
      {Object.entries(reminders.skipped)
        .sort(([, one], [, other]) => other - one)
        .map(([reason, count]) => (
          <Box key={reason} color="text-body-secondary">
            {texts.reason(reasons[reason as SkipReason] ?? reason, number(count))}
          </Box>
        ))}
    </>
  );
}

const facts = [
  'step',
  'sent',
  'delivered',
  'undelivered',
  'failed',
  'unknown',
  'missed',
  'skipped',
  'parts',
  'spendRupiah',
] as const;

const rowsOf = (steps: readonly Line[]) =>
  factRows(
    facts,
    steps.map(({ id, reminders, ...cost }) => ({
      ...{ step: id, ...reminders, skipped: skipped(reminders) },
      ...cost,
    })),
  );

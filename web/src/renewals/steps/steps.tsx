import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Renewals } from '#domain/renewals/cohort';
import type { SkipReason } from '#domain/sending/reminder';
import { SaveCsv } from '../../shared/csv/save-csv.tsx';
import { useFormats } from '../../shared/format.ts';
import { useTexts } from '../../shared/language.tsx';
import { type Column, Listing } from '../../shared/loading/listing.tsx';
import { Empty, Loaded } from '../../shared/loading/loaded.tsx';
import { wordsTexts } from '../../shared/words.ts';
import { StackedRows } from '../charts/lazy.tsx';
import type { Asked } from '../shared/asked.ts';
import { CohortChoice } from '../shared/choice.tsx';
import { Drawn } from '../shared/drawn.tsx';
import { alreadyRead, useCohort } from '../shared/reading.ts';
import { usePlanOrder, useReminderName } from '../shared/reminder-name.ts';
import { renewalsTexts } from '../texts.ts';

export function StepsView({ asked }: Readonly<{ asked: Asked }>) {
  const { title } = useTexts(renewalsTexts).steps;
  const { month } = useFormats();
  const cohort = useCohort(asked);
  return (
    <SpaceBetween size="l">
      <CohortChoice asked={asked} />
      <Loaded query={cohort} of={title(month(asked.month))}>
        {({ items: [chosen] }) => chosen && <Steps cohort={chosen} />}
      </Loaded>
    </SpaceBetween>
  );
}

type Line = Readonly<{ id: string } & Pick<Renewals, 'reminders' | 'parts' | 'spendRupiah'>>;

function Steps({ cohort }: Readonly<{ cohort: Renewals }>) {
  const texts = useTexts(renewalsTexts);
  const parts = useParts();
  const { month, number } = useFormats();
  const stepName = useReminderName();
  const title = texts.steps.title(month(cohort.month));
  const inPlanOrder = usePlanOrder();
  const steps: readonly Line[] = inPlanOrder(cohort.steps).map(({ step, ...rest }) => ({
    id: step,
    ...rest,
  }));
  const lines: readonly Line[] = [
    ...steps,
    { id: '', reminders: cohort.reminders, parts: cohort.parts, spendRupiah: cohort.spendRupiah },
  ];
  const columns = useColumns();
  if (steps.length === 0) return <Empty title={texts.steps.none(month(cohort.month))} />;
  return (
    <SpaceBetween size="l">
      <Drawn title={title} description={texts.steps.description} terms={['sent']}>
        <StackedRows
          title={title}
          rows={steps.map(({ id, reminders }) => ({
            name: stepName(id),
            parts: parts(reminders).map((part) => ({ ...part, said: number(part.value) })),
          }))}
        />
      </Drawn>
      <Listing
        title={texts.table}
        actions={
          <SaveCsv
            name={`steps-${cohort.month}.csv`}
            rows={() => rowsOf(steps)}
            text={texts.csv}
            about={title}
          />
        }
        columns={columns}
        items={lines}
        idOf={({ id }) => id}
        query={alreadyRead}
        empty={null}
      />
    </SpaceBetween>
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
  const texts = useTexts(renewalsTexts).steps;
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
  const texts = useTexts(renewalsTexts).steps;
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
  const texts = useTexts(renewalsTexts).steps;
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

const rowsOf = (steps: readonly Line[]) => [
  [
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
  ],
  ...steps.map(({ id, reminders, parts, spendRupiah }) => {
    const { sent, delivered, undelivered, failed, unknown, missed } = reminders;
    return [
      id,
      sent,
      delivered,
      undelivered,
      failed,
      unknown,
      missed,
      skipped(reminders),
      parts,
      spendRupiah,
    ];
  }),
];

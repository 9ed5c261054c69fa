import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { useTexts } from '../../shared/language.tsx';
import { Empty } from '../../shared/loading/loaded.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useStepName } from '../../shared/words/step-name.ts';
import { wordsTexts } from '../../shared/words/words.ts';
import { StackedRows } from '../charts/lazy.tsx';
import type { Asked } from '../shared/asked.ts';
import { Figures } from '../shared/figures.tsx';
import { OneCohort } from '../shared/one-cohort.tsx';
import { useStepColumns } from './columns.tsx';
import { elsewhereId, skipped } from './line.ts';
import { stepRows } from './steps-csv.ts';
import { stepsTexts } from './texts.ts';

export const StepsView = ({ asked }: Readonly<{ asked: Asked }>) => (
  <OneCohort asked={asked} title={useTexts(stepsTexts).title}>
    {(cohort) => <Steps cohort={cohort} />}
  </OneCohort>
);

function Steps({ cohort }: Readonly<{ cohort: Renewals }>) {
  const texts = useTexts(stepsTexts);
  const parts = useParts();
  const { month, number } = useFormats();
  const stepName = useStepName();
  const title = texts.title(month(cohort.month));
  const steps = cohort.steps.map(({ step, planned, ...of }) => ({
    ...of,
    id: [step, planned?.anchor, planned?.offsetDays].join(' '),
    sent: { step, planned },
  }));
  const columns = useStepColumns();
  const { reminders } = cohort.elsewhere;
  const others =
    reminders.sent + skipped(reminders) > 0
      ? [{ ...cohort.elsewhere, id: elsewhereId, sent: null }]
      : [];
  if (steps.length + others.length === 0) return <Empty title={texts.none(month(cohort.month))} />;
  return (
    <Figures
      title={title}
      description={texts.description}
      terms={['sent']}
      csv={{
        name: `steps-${cohort.month}.csv`,
        rows: () => stepRows([...steps, ...others]),
      }}
      columns={columns}
      items={[...steps, { ...cohort, id: '', sent: null }, ...others]}
      idOf={({ id }) => id}
    >
      <StackedRows
        title={title}
        rows={steps.map(({ sent, reminders }) => ({
          name: stepName(sent),
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
/** All reminders of a step, by what became of them. */
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

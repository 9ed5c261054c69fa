import { Badge, SpaceBetween } from '@cloudscape-design/components';
import type { SkipReason } from '#domain/sending/reminder';
import type { ListedCycle } from '#flows/renewals/explain-cohort';
import { useMonths } from '../../shared/days/months.ts';
import { useTexts } from '../../shared/language.tsx';
import type { Column } from '../../shared/loading/listing.tsx';
import { NamedWorker } from '../../shared/named-worker.tsx';
import { useIs } from '../../shared/narrow.ts';
import { Note, Noted } from '../../shared/page/note.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useStepName } from '../../shared/words/step-name.ts';
import { wordsTexts } from '../../shared/words/words.ts';
import { renewalsTexts } from '../texts.ts';
import { cohortTexts } from './texts.ts';

export function useRowColumns(): readonly Column<ListedCycle>[] {
  const texts = useTexts(cohortTexts);
  const isFolded = useIs('tooNarrowForColumns');
  const arm = ({ arm: of }: ListedCycle) => texts.arms[of];
  return [
    { id: 'worker', header: texts.worker, width: 160, cell: (row) => <Worker row={row} /> },
    {
      id: 'outcome',
      header: texts.outcome,
      width: 140,
      cell: (row) => (
        <Noted note={isFolded && arm(row)}>
          <Outcome row={row} />
        </Noted>
      ),
    },
    { id: 'paid', header: texts.paid, width: 190, cell: (row) => <Paid row={row} /> },
    ...(isFolded ? [] : [{ id: 'arm', header: texts.arm, width: 120, cell: arm }]),
    { id: 'texts', header: texts.texts, width: 600, cell: (row) => <Texts row={row} /> },
  ];
}

type Of = Readonly<{ row: ListedCycle }>;

function Worker({ row: { workerId, worker, since } }: Of) {
  const texts = useTexts(cohortTexts);
  const { shortDate } = useFormats();
  return (
    <>
      <NamedWorker id={workerId} worker={worker} />
      <Note>
        <span className="unbroken">{texts.since(shortDate(since))}</span>
      </Note>
    </>
  );
}

function Outcome({ row: { outcome, startedLate, endedOn, by } }: Of) {
  const texts = useTexts(cohortTexts);
  const { outcomes, cycle } = useTexts(renewalsTexts);
  const { shortDate } = useFormats();
  const names = { ...outcomes, ...cycle };
  return (
    <SpaceBetween size="xxs">
      {names[outcome]}
      {endedOn && (
        <Note>
          <span className="unbroken">{shortDate(endedOn)}</span>
          {by === 'roster' && ` ${texts.byRoster}`}
          {by === 'credit' && ` ${texts.byCredit}`}
        </Note>
      )}
      {startedLate && <Badge color="grey">{cycle.startedLate}</Badge>}
    </SpaceBetween>
  );
}

function Paid({ row: { received, amount, months } }: Of) {
  const texts = useTexts(cohortTexts);
  const { rupiah } = useFormats();
  const monthsNamed = useMonths();
  return (
    <>
      {texts.of2(rupiah(received), rupiah(amount))}
      {months.length > 1 && <Note>{texts.months(monthsNamed(months))}</Note>}
    </>
  );
}

function Texts({ row: { texts } }: Of) {
  const { noTexts } = useTexts(cohortTexts);
  const { status: statuses, skipped } = useTexts(wordsTexts);
  const stepName = useStepName();
  if (texts.length === 0) return noTexts;
  return texts.map((text) => (
    <div key={text.step}>
      {stepName(text)}: {statuses[text.status]}
      {text.status === 'skipped' &&
        text.reason &&
        ` (${skipped[text.reason as SkipReason] ?? text.reason})`}
    </div>
  ));
}

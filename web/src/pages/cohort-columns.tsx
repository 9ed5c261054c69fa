import Badge from '@cloudscape-design/components/badge';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ExplainedCycle } from '#flows/explain-cohort';
import { useFormats } from '../format.ts';
import { useTexts } from '../language.tsx';
import type { Column } from '../shared/listing.tsx';
import { PageLink } from '../shared/page-link.tsx';
import { renewalsTexts } from '../texts/renewals.ts';
import { wordsTexts } from '../texts/words.ts';
import { useReminderName } from './renewals-step-name.ts';

export function useRowColumns(): readonly Column<ExplainedCycle>[] {
  const { cohort: texts, outcomes, cycle } = useTexts(renewalsTexts);
  const { shortDate, shortMonth, rupiah } = useFormats();
  const names = { ...outcomes, ...cycle };
  return [
    {
      id: 'worker',
      header: texts.worker,
      cell: ({ workerId }) => (
        <PageLink page="worker" values={{ id: workerId }}>
          {workerId}
        </PageLink>
      ),
    },
    {
      id: 'outcome',
      header: texts.outcome,
      cell: ({ outcome, startedLate }) => (
        <SpaceBetween size="xxs">
          {names[outcome]}
          {startedLate && <Badge color="grey">{cycle.startedLate}</Badge>}
        </SpaceBetween>
      ),
    },
    { id: 'since', header: texts.since, cell: ({ since }) => shortDate(since) },
    { id: 'ended', header: texts.ended, cell: ({ endedOn, by }) => (endedOn ? `${shortDate(endedOn)} · ${byNamed(by, texts.by)}` : '–') },
    { id: 'paid', header: texts.paid, cell: ({ received, amount }) => texts.of2(rupiah(received), rupiah(amount)) },
    { id: 'months', header: texts.months, cell: ({ months }) => months.map(shortMonth).join(', ') || '–' },
    { id: 'arm', header: texts.arm, cell: ({ arm }) => texts.arms[arm] },
    { id: 'texts', header: texts.texts, cell: (item) => <Texts of={item} /> },
  ];
}

/** A payment is named by its id, anything else by what it was. */
const byNamed = (by: string | null, names: Readonly<Record<'roster' | 'left' | 'payment', string>>): string =>
  by === 'roster' || by === 'left' ? names[by] : names.payment;

function Texts({ of: { texts } }: Readonly<{ of: ExplainedCycle }>) {
  const { noTexts } = useTexts(renewalsTexts).cohort;
  const status = useTexts(wordsTexts).status;
  const stepName = useReminderName();
  if (texts.length === 0) return noTexts;
  return texts.map((text) => (
    <div key={text.step}>
      {stepName(text.step)}: {status[text.status]}
    </div>
  ));
}

import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { useTexts } from '../../shared/language.tsx';
import { Listing } from '../../shared/loading/listing.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useStepName } from '../../shared/words/step-name.ts';
import { lastFinal } from './last-final.ts';
import { summaryTexts } from './texts.ts';

type Line = Pick<Renewals, 'reminders' | 'spendRupiah'> &
  Readonly<{ id: string; name: string; breakEven: number | null }>;

/** What each step of the last final month cost, and what it had to bring for that. */
export function ByStep({ cohorts }: Readonly<{ cohorts: readonly Renewals[] }>) {
  const texts = useTexts(summaryTexts).steps;
  const { decimal, month, number, rupiah } = useFormats();
  const nameOf = useStepName();
  const told = lastFinal(cohorts);
  if (!told || told.last.steps.length === 0) return null;
  const { last } = told;
  const lines: readonly Line[] = [
    ...last.steps.map((step, at) => ({ ...step, id: String(at), name: nameOf(step) })),
    { ...last, id: '', name: texts.together, breakEven: last.breakEven.oneMonth },
  ];
  return (
    <Listing
      title={texts.title(month(last.month))}
      columns={[
        {
          id: 'step',
          header: texts.step,
          cell: ({ id, name }: Line) => (id === '' ? <b>{name}</b> : name),
        },
        { id: 'sent', header: texts.sent, cell: ({ reminders }) => number(reminders.sent) },
        { id: 'spend', header: texts.spend, cell: ({ spendRupiah }) => rupiah(spendRupiah) },
        {
          id: 'breakEven',
          header: texts.breakEven,
          cell: ({ breakEven }) => (breakEven === null ? '–' : texts.points(decimal(breakEven))),
        },
      ]}
      items={lines}
      idOf={({ id }) => id}
    />
  );
}

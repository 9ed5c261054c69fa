import { Link, Toggle } from '@cloudscape-design/components';
import type { Step } from '#domain/plan/plan';
import { useTexts } from '../../shared/language.tsx';
import type { Column } from '../../shared/loading/listing.tsx';
import { Note } from '../../shared/page/note.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useStepDescription } from '../../shared/words/step-name.ts';
import { withStep } from '../editing/draft.ts';
import type { Editing } from '../editing/edited-plan.tsx';
import { useStepWorth } from '../measured/step-worth.ts';
import { stepsTexts } from './texts.ts';

type Chosen = Readonly<{ selected: string | null; select: (id: string) => void }>;

export function useColumns(
  { previewed, look, edit }: Editing,
  { selected, select }: Chosen,
): readonly Column<Step>[] {
  const texts = useTexts(stepsTexts);
  const { clock, number } = useFormats();
  const describe = useStepDescription();
  const expected = (id: string): number | null =>
    previewed.preview?.days.reduce(
      (sum, day) => sum + (day.step === id ? day.expectedReminders : 0),
      0,
    ) ?? null;
  return [
    {
      id: 'when',
      header: texts.when,
      cell: (step) => (
        <Link
          onFollow={() => select(step.id)}
          ariaLabel={texts.open(describe(step))}
          fontSize="body-m"
        >
          {step.id === selected ? (
            <span aria-current="true">▸ {describe(step)}</span>
          ) : (
            describe(step)
          )}
        </Link>
      ),
    },
    { id: 'at', header: texts.at, cell: ({ at }) => clock(at) },
    {
      id: 'enabled',
      header: texts.enabled,
      cell: (step) => (
        <Toggle
          checked={step.enabled}
          ariaLabel={texts.switch(describe(step))}
          onChange={({ detail }) =>
            edit(withStep(step.id, (each) => ({ ...each, enabled: detail.checked })))
          }
        />
      ),
    },
    {
      id: 'toHeldOut',
      header: texts.to,
      cell: ({ toHeldOut }) => (toHeldOut ? texts.toAll : texts.notHeldOut),
    },
    {
      id: 'expected',
      header: texts.expected(number(look.days)),
      cell: ({ id }) => number(expected(id)),
    },
    { id: 'breakEven', header: texts.breakEven, cell: (step) => <BreakEven of={step} /> },
  ];
}

/** Of the last final month: what the step cost then, and what it had to bring for that. */
function BreakEven({ of }: Readonly<{ of: Step }>) {
  const texts = useTexts(stepsTexts);
  const { decimal, rupiah, shortMonth } = useFormats();
  const worth = useStepWorth()(of);
  if (!worth) return '–';
  return (
    <>
      {texts.points(decimal(worth.breakEven))}
      <Note>{texts.cost(rupiah(worth.spendRupiah), shortMonth(worth.month))}</Note>
    </>
  );
}

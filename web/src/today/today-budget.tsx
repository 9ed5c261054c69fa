import { Alert, ProgressBar, SpaceBetween } from '@cloudscape-design/components';
import type { BudgetView, RunsAnswer } from '#flows/sending/show-runs';
import { useTexts } from '../shared/language.tsx';
import { Loaded } from '../shared/loading/loaded.tsx';
import { useToday } from '../shared/me.tsx';
import { Figure } from '../shared/page/figure.tsx';
import { useRead } from '../shared/reading.ts';
import { useFormats } from '../shared/words/format.ts';
import { budgetTexts } from './budget-texts.ts';
import { Card } from './card.tsx';
import { usedPercent } from './used-percent.ts';

/** What this month's texts have cost, against the limit that stops them. */
export function BudgetToday() {
  const texts = useTexts(budgetTexts);
  const { month } = useFormats();
  const runs = useRead<RunsAnswer>('/api/runs');
  const thisMonth = useToday().slice(0, 7);
  const title = texts.title(month(runs.data?.budget.month ?? thisMonth));
  return (
    <Card page="settings" title={title} fitHeight>
      <Loaded query={runs} of={title}>
        {({ budget }) => <Used of={budget} title={title} />}
      </Loaded>
    </Card>
  );
}

function Used({ of, title }: Readonly<{ of: BudgetView; title: string }>) {
  const texts = useTexts(budgetTexts);
  const { shortRupiah, wholePercent } = useFormats();
  const { spent, committed, budget, mark } = of;
  const used = budget === null ? 0 : usedPercent(spent, budget);
  return (
    <SpaceBetween size="s">
      <Figure
        value={shortRupiah(spent)}
        note={
          budget === null ? texts.noLimit : texts.of(wholePercent(used / 100), shortRupiah(budget))
        }
      />
      {/* A bar ends at 100 %, and would say that beside more. */}
      {budget !== null && used <= 100 && (
        <ProgressBar value={used} ariaLabel={title} variant="standalone" />
      )}
      {committed > spent && <div>{texts.committed(shortRupiah(committed - spent))}</div>}
      {mark && (
        <Alert type={mark === 100 ? 'error' : 'warning'} header={texts.marks[mark].title}>
          {texts.marks[mark].text}
        </Alert>
      )}
    </SpaceBetween>
  );
}

import { Alert, SpaceBetween } from '@cloudscape-design/components';
import type { Expiring } from '#domain/calendar/expiring';
import type { Plan } from '#domain/plan/plan';
import type { BudgetView, RunsAnswer } from '#flows/sending/show-runs';
import { WhyNobodyIsTexted } from '../plan/pause/pause.tsx';
import { HaltedAlert } from '../runs/halted.tsx';
import { useTexts } from '../shared/language.tsx';
import { Failed } from '../shared/loading/failed.tsx';
import { useToday } from '../shared/me.tsx';
import { useRead } from '../shared/reading.ts';
import { useFormats } from '../shared/words/format.ts';
import { budgetTexts } from './budget-texts.ts';
import { expiringTexts } from './expiring-texts.ts';
import { todayTexts } from './texts.ts';

/** Why nobody, or almost nobody, is or will be texted; and legal tables that run out. */
export function TodayAlerts() {
  const texts = useTexts(todayTexts);
  const planRead = useRead<Plan>('/api/plan');
  const runsRead = useRead<RunsAnswer>('/api/runs');
  const [plan, runs] = [planRead.data, runsRead.data];
  const failed = [planRead, runsRead].filter(({ error }) => error);
  const isQuiet =
    plan &&
    runs &&
    !plan.paused &&
    !plan.onlyTo &&
    !runs.budget.mark &&
    runs.halted.length + runs.expiring.length === 0;
  if (isQuiet || (failed.length === 0 && !plan && !runs)) return null;
  return (
    <SpaceBetween size="s">
      {failed[0]?.error && (
        <Failed
          error={failed[0].error}
          of={texts.alerts}
          retry={() => void Promise.all(failed.map(({ refetch }) => refetch()))}
        />
      )}
      {runs?.halted.map((halted) => (
        <HaltedAlert key={`${halted.date} ${halted.step} ${halted.planVersion}`} halted={halted} />
      ))}
      <WhyNobodyIsTexted />
      {runs?.budget.mark && <BudgetAlert budget={runs.budget} />}
      {runs?.expiring.map((table) => (
        <ExpiringAlert key={`${table.what} ${table.of}`} table={table} />
      ))}
    </SpaceBetween>
  );
}

function BudgetAlert({ budget: { mark, spent, budget } }: Readonly<{ budget: BudgetView }>) {
  const texts = useTexts(budgetTexts);
  const { rupiah } = useFormats();
  const { title, text } = mark === 100 ? texts.used : texts.nearly;
  return (
    <Alert type={mark === 100 ? 'error' : 'warning'} header={title}>
      {text(rupiah(spent), rupiah(budget ?? 0))}
    </Alert>
  );
}

function ExpiringAlert({ table: { what, of, lastDay } }: Readonly<{ table: Expiring }>) {
  const texts = useTexts(expiringTexts);
  const { date } = useFormats();
  const said = what === 'discount' ? texts.discount(of) : texts.holidays(of);
  const isOver = lastDay < useToday();
  return (
    <Alert type="info" header={isOver ? said.over(date(lastDay)) : said.until(date(lastDay))}>
      {said.text}
    </Alert>
  );
}

import { SpaceBetween } from '@cloudscape-design/components';
import type { Plan } from '#domain/plan/plan';
import type { RunsAnswer } from '#flows/sending/show-runs';
import { WhyNobodyIsTexted } from '../plan/pause/pause.tsx';
import { HaltedAlert } from '../runs/halted.tsx';
import { useTexts } from '../shared/language.tsx';
import { Failed } from '../shared/loading/failed.tsx';
import { useRead } from '../shared/reading.ts';
import { todayTexts } from './texts.ts';

/** Why nobody, or almost nobody, is texted. */
export function TodayAlerts() {
  const texts = useTexts(todayTexts);
  const planRead = useRead<Plan>('/api/plan');
  const runsRead = useRead<RunsAnswer>('/api/runs');
  const [plan, runs] = [planRead.data, runsRead.data];
  const failed = [planRead, runsRead].filter(({ error }) => error);
  const isQuiet = plan && runs && !plan.paused && !plan.onlyTo && runs.halted.length === 0;
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
    </SpaceBetween>
  );
}

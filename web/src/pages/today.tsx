import Alert from '@cloudscape-design/components/alert';
import Grid from '@cloudscape-design/components/grid';
import type { Plan } from '#domain/plan';
import { useFormats } from '../format.ts';
import { useTexts } from '../language.tsx';
import { useToday } from '../me.tsx';
import { useRead } from '../reading.ts';
import { Page } from '../shared/page.tsx';
import { todayTexts } from '../texts/today.ts';
import { AttentionToday } from './today-attention.tsx';
import { DueToday, GlanceAtMonth } from './today-cohorts.tsx';
import { SentToday } from './today-runs.tsx';

/** What an admin looks at in the morning. */
export function TodayPage() {
  const texts = useTexts(todayTexts);
  const formats = useFormats();
  const half = { default: 12, m: 6 };
  return (
    <Page title={texts.title} description={formats.weekday(useToday())}>
      <PlanAlerts />
      <Grid gridDefinition={[{ colspan: half }, { colspan: half }]}>
        <DueToday />
        <GlanceAtMonth />
      </Grid>
      <SentToday />
      <AttentionToday />
    </Page>
  );
}

/** Why nobody, or hardly anybody, is texted. */
function PlanAlerts() {
  const texts = useTexts(todayTexts);
  const { data: plan } = useRead<Plan>('/api/plan');
  if (!plan) return null;
  const trial = plan.onlyTo && texts.trial(plan.onlyTo.length);
  return (
    <>
      {plan.paused && (
        <Alert type="warning" header={texts.paused.title}>
          {texts.paused.text}
        </Alert>
      )}
      {trial && (
        <Alert type="info" header={trial.title}>
          {trial.text}
        </Alert>
      )}
    </>
  );
}

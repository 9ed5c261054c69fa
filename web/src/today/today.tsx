import { Grid } from '@cloudscape-design/components';
import { useTexts } from '../shared/language.tsx';
import { useToday } from '../shared/me.tsx';
import { Page } from '../shared/page/page.tsx';
import { useFormats } from '../shared/words/format.ts';
import { todayTexts } from './texts.ts';
import { TodayAlerts } from './today-alerts.tsx';
import { AttentionToday } from './today-attention.tsx';
import { DueToday } from './today-cohorts.tsx';
import { GlanceAtMonth } from './today-glance.tsx';
import { SentToday } from './today-runs.tsx';

/** What an admin looks at in the morning. */
export function TodayPage() {
  const texts = useTexts(todayTexts);
  const formats = useFormats();
  const half = { default: 12, m: 6 };
  return (
    <Page title={texts.title} description={formats.weekday(useToday())}>
      <TodayAlerts />
      <Grid gridDefinition={[{ colspan: half }, { colspan: half }]}>
        <DueToday />
        <GlanceAtMonth />
      </Grid>
      <SentToday />
      <AttentionToday />
    </Page>
  );
}

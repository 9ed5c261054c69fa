import { Grid } from '@cloudscape-design/components';
import { PauseButton } from '../plan/pause/pause.tsx';
import { useTexts } from '../shared/language.tsx';
import { useToday } from '../shared/me.tsx';
import { Page } from '../shared/page/page.tsx';
import { useFormats } from '../shared/words/format.ts';
import { ContributionsToday } from './contributions/contributions.tsx';
import { NextTexts } from './next/next.tsx';
import { todayTexts } from './texts.ts';
import { TodayAlerts } from './today-alerts.tsx';
import { AttentionToday } from './today-attention.tsx';
import { BudgetToday } from './today-budget.tsx';
import { NoticesToday } from './today-notices.tsx';
import { SentToday } from './today-runs.tsx';

/** What an admin looks at in the morning: what is wrong, what leaves, what left, what came in. */
export function TodayPage() {
  const texts = useTexts(todayTexts);
  const formats = useFormats();
  const [wide, narrow] = [
    { default: 12, m: 8 },
    { default: 12, m: 4 },
  ];
  return (
    <Page title={texts.title} description={formats.weekday(useToday())} actions={<PauseButton />}>
      <TodayAlerts />
      <Grid gridDefinition={[{ colspan: wide }, { colspan: narrow }]}>
        <NextTexts />
        <BudgetToday />
      </Grid>
      <AttentionToday />
      <SentToday />
      <ContributionsToday />
      <NoticesToday />
    </Page>
  );
}

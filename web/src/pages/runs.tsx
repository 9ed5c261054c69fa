import type { RunsAnswer } from '#flows/show-runs';
import { useFormats } from '../format.ts';
import { useTexts } from '../language.tsx';
import { useRead } from '../reading.ts';
import { DayChoice, useDay } from '../shared/day-choice.tsx';
import { Listing } from '../shared/listing.tsx';
import { Empty } from '../shared/loaded.tsx';
import { Page } from '../shared/page.tsx';
import { runsTexts } from '../texts/runs.ts';
import { BudgetUsed } from './runs-budget.tsx';
import { useRunColumns } from './runs-columns.tsx';

/** Each firing of a day with what came of it. */
export function RunsPage() {
  const texts = useTexts(runsTexts);
  const formats = useFormats();
  const day = useDay();
  const runs = useRead<RunsAnswer>(`/api/runs?date=${day.day}`);
  return (
    <Page title={texts.title} description={texts.description} actions={<DayChoice {...day} />}>
      <Listing
        title={texts.on(formats.date(day.day))}
        columns={useRunColumns()}
        items={runs.data?.items ?? []}
        idOf={({ runId }) => runId}
        query={runs}
        empty={<Empty title={texts.none}>{texts.noneText}</Empty>}
      />
      {runs.data && <BudgetUsed budget={runs.data.budget} />}
    </Page>
  );
}

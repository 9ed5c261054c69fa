import type { RunsAnswer } from '#flows/sending/show-runs';
import { DayChoice, useDay } from '../shared/days/day-choice.tsx';
import { useTexts } from '../shared/language.tsx';
import { Listing } from '../shared/loading/listing.tsx';
import { Empty } from '../shared/loading/loaded.tsx';
import { Page } from '../shared/page/page.tsx';
import { useRead } from '../shared/reading.ts';
import { useFormats } from '../shared/words/format.ts';
import { HaltedAlert } from './halted.tsx';
import { BudgetUsed } from './runs-budget.tsx';
import { useRunColumns } from './runs-columns.tsx';
import { runsTexts } from './texts.ts';

/** Each run of a day with its outcome. */
export function RunsPage() {
  const texts = useTexts(runsTexts);
  const formats = useFormats();
  const day = useDay();
  const runs = useRead<RunsAnswer>(`/api/runs?date=${day.day}`);
  return (
    <Page title={texts.title} description={texts.description} actions={<DayChoice {...day} />}>
      {runs.data?.halted.map((halted) => (
        <HaltedAlert key={`${halted.date} ${halted.step} ${halted.planVersion}`} halted={halted} />
      ))}
      <Listing
        title={texts.on(formats.date(day.day))}
        columns={useRunColumns()}
        items={runs.data?.items ?? []}
        idOf={({ runId }) => runId}
        query={runs}
        empty={<Empty title={texts.none}>{texts.noneText}</Empty>}
      />
      {runs.data?.budget.month === day.day.slice(0, 7) && <BudgetUsed budget={runs.data.budget} />}
    </Page>
  );
}

import { Box } from '@cloudscape-design/components';
import type { RunsAnswer, RunView } from '#flows/sending/show-runs';
import { Skipped } from '../runs/outcomes.tsx';
import { useTexts } from '../shared/language.tsx';
import { type Column, Listing } from '../shared/loading/listing.tsx';
import { Empty } from '../shared/loading/loaded.tsx';
import { useIs } from '../shared/narrow.ts';
import { PageLink } from '../shared/page/page-link.tsx';
import { useRead } from '../shared/reading.ts';
import { Status } from '../shared/status.tsx';
import { useFormats } from '../shared/words/format.ts';
import { useRunTime, useStepName } from '../shared/words/step-name.ts';
import { runsTexts } from './runs-texts.ts';
import { sentToday } from './sent.ts';

/** Each of today's runs with its outcome. */
export function SentToday() {
  const texts = useTexts(runsTexts);
  const runs = useRead<RunsAnswer>('/api/runs');
  return (
    <Listing
      title={texts.title}
      heading={
        <PageLink page="runs" isHeading>
          {texts.title}
        </PageLink>
      }
      columns={useColumns()}
      items={runs.data?.items ?? []}
      idOf={({ runId }) => runId}
      query={runs}
      empty={<Empty title={texts.none} />}
      footer={runs.data && <Sum runs={runs.data.items} />}
    />
  );
}

function useColumns(): readonly Column<RunView>[] {
  const texts = useTexts(runsTexts);
  const { number, month } = useFormats();
  const stepName = useStepName();
  const isTablet = useIs('tooNarrowForColumns');
  return [
    {
      id: 'time',
      header: texts.time,
      width: 120,
      cell: useRunTime(),
    },
    {
      id: 'step',
      header: texts.step,
      width: isTablet ? 260 : 360,
      cell: (run) => `${stepName(run)} · ${month(run.month)}`,
    },
    {
      id: 'sent',
      header: texts.sent,
      width: 90,
      cell: ({ counts }) => number(counts.sent ?? 0),
    },
    {
      id: 'skipped',
      header: texts.skipped,
      width: 290,
      cell: (run) => <Skipped run={run} />,
    },
    {
      id: 'problems',
      header: texts.problems,
      width: 90,
      cell: ({ counts: { failed = 0, unknown = 0, missed = 0 } }) =>
        number(failed + unknown + missed),
    },
    {
      id: 'status',
      header: texts.status,
      width: 120,
      cell: ({ finished, withheld }) =>
        withheld > 0 ? (
          <Status type="warning">{texts.withheld(number(withheld))}</Status>
        ) : (
          <Status type={finished ? 'success' : 'in-progress'}>
            {finished ? texts.finished : texts.running}
          </Status>
        ),
    },
  ];
}

/** Of all that left: confirmations stand in the table, and are no reminders. */
function Sum({ runs }: Readonly<{ runs: readonly RunView[] }>) {
  const texts = useTexts(runsTexts);
  const { number } = useFormats();
  const { all, reminders, confirmations } = sentToday(runs);
  if (all === 0) return null;
  return <Box>{texts.sum(number(all), number(reminders), number(confirmations))}</Box>;
}

import type { RunsAnswer, RunView } from '#flows/show-runs';
import { useFormats, zoneNames } from '../format.ts';
import { useTexts } from '../language.tsx';
import { useRead } from '../reading.ts';
import { type Column, Listing } from '../shared/listing.tsx';
import { Empty } from '../shared/loaded.tsx';
import { PageLink } from '../shared/page-link.tsx';
import { Status } from '../shared/status.tsx';
import { useStepName } from '../shared/step-name.ts';
import { todayTexts } from '../texts/today.ts';

/** Each firing of today with what came of it. */
export function SentToday() {
  const texts = useTexts(todayTexts).sent;
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
    />
  );
}

function useColumns(): readonly Column<RunView>[] {
  const texts = useTexts(todayTexts).sent;
  const { number, month, clock } = useFormats();
  const stepName = useStepName();
  return [
    { id: 'time', header: texts.time, cell: ({ time, zone }) => `${clock(time)} ${zoneNames[zone]}` },
    { id: 'step', header: texts.step, cell: (run) => `${stepName(run.step)} · ${month(run.month)}` },
    { id: 'sent', header: texts.sent, cell: ({ counts }) => number(counts.sent ?? 0) },
    { id: 'skipped', header: texts.skipped, cell: ({ counts }) => number(sum(Object.values(counts.skipped ?? {}))) },
    {
      id: 'problems',
      header: texts.problems,
      cell: ({ counts: { failed = 0, unknown = 0, missed = 0 } }) => number(failed + unknown + missed),
    },
    {
      id: 'status',
      header: texts.status,
      cell: ({ finished }) => <Status type={finished ? 'success' : 'in-progress'}>{finished ? texts.finished : texts.running}</Status>,
    },
  ];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

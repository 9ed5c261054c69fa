import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { abbreviationOf } from '#domain/calendar/zones';
import type { SkipReason } from '#domain/sending/reminder';
import type { RunView } from '#flows/sending/show-runs';
import { useFormats } from '../shared/format.ts';
import { useTexts } from '../shared/language.tsx';
import { Problem } from '../shared/loading/failed.tsx';
import type { Column } from '../shared/loading/listing.tsx';
import { useNotify } from '../shared/notices.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import { useSend } from '../shared/reading.ts';
import { Status } from '../shared/status.tsx';
import { useStepName } from '../shared/step-name.ts';
import { wordsTexts } from '../shared/words.ts';
import { runsTexts } from './texts.ts';

export function useRunColumns(): readonly Column<RunView>[] {
  const texts = useTexts(runsTexts);
  return [
    { id: 'time', header: texts.time, width: 110, cell: (run) => <Time run={run} /> },
    { id: 'step', header: texts.step, width: 220, cell: (run) => <Step run={run} /> },
    { id: 'outcomes', header: texts.outcomes, width: 180, cell: (run) => <Outcomes run={run} /> },
    { id: 'skipped', header: texts.skipped, width: 190, cell: (run) => <Skipped run={run} /> },
    { id: 'state', header: texts.state, cell: (run) => <State run={run} /> },
  ];
}

type Of = Readonly<{ run: RunView }>;

function Time({ run: { time, zone } }: Of) {
  const { clock } = useFormats();
  return <span className="unbroken">{`${clock(time)} ${abbreviationOf(zone)}`}</span>;
}

function Step({ run: { step, month, planVersion } }: Of) {
  const texts = useTexts(runsTexts);
  const formats = useFormats();
  const stepName = useStepName();
  return (
    <>
      {stepName(step)}
      <Box color="text-body-secondary">{texts.ofMonth(formats.month(month))}</Box>
      <Box color="text-body-secondary">{texts.version(formats.number(planVersion))}</Box>
    </>
  );
}

const looks = {
  sent: 'success',
  failed: 'error',
  unknown: 'warning',
  missed: 'warning',
} as const satisfies Record<string, StatusIndicatorProps.Type>;
const outcomes = Object.keys(looks) as (keyof typeof looks)[];

function Outcomes({ run: { counts, finished } }: Of) {
  const texts = useTexts(runsTexts);
  const { number } = useFormats();
  const shown = outcomes.filter((outcome) => counts[outcome]);
  if (shown.length === 0) return finished && !counts.skipped ? texts.nobodyThere : texts.nothingYet;
  return shown.map((outcome) => (
    <div key={outcome}>
      <span className="unbroken">
        <Status type={looks[outcome]}>
          <Behind outcome={outcome}>{texts.outcome[outcome](number(counts[outcome] ?? 0))}</Behind>
        </Status>
      </span>
    </div>
  ));
}

/** Texts that need a person are on a page of their own; those missed in a pause do not. */
const Behind = ({
  outcome,
  children,
}: Readonly<{ outcome: keyof typeof looks; children: string }>) =>
  outcome === 'sent' || outcome === 'missed' ? (
    children
  ) : (
    <PageLink page="attention" values={{ kind: outcome }}>
      {children}
    </PageLink>
  );

function Skipped({ run: { counts } }: Of) {
  const texts = useTexts(runsTexts);
  const { skipped: reasons } = useTexts(wordsTexts);
  const { number } = useFormats();
  const skipped = Object.entries(counts.skipped ?? {}) as readonly [SkipReason, number][];
  if (skipped.length === 0) return texts.nobodySkipped;
  return skipped
    .toSorted(([, a], [, b]) => b - a)
    .map(([reason, count]) => <div key={reason}>{`${number(count)} ${reasons[reason]}`}</div>);
}

const stateLooks = {
  running: 'in-progress',
  finished: 'success',
  closed: 'stopped',
} as const satisfies Record<string, StatusIndicatorProps.Type>;

function State({ run }: Of) {
  const texts = useTexts(runsTexts);
  const { number } = useFormats();
  const state = run.closed ? 'closed' : run.finished ? 'finished' : 'running';
  return (
    <>
      <span className="unbroken">
        <Status type={stateLooks[state]}>{texts.states[state].name}</Status>
      </span>
      <Box color="text-body-secondary">{texts.states[state].means}</Box>
      {!run.finished && (
        <>
          <Box color="text-body-secondary">{texts.slices(number(run.slices))}</Box>
          <Retry run={run} />
        </>
      )}
    </>
  );
}

/** The watchdog does this by itself every 15 minutes; a person may not want to wait. */
function Retry({ run }: Of) {
  const texts = useTexts(runsTexts).retry;
  const { number, clock } = useFormats();
  const stepName = useStepName();
  const notify = useNotify();
  const retry = useSend<string, Readonly<{ queued: number }>>(
    (runId) => ({ method: 'POST', path: `/api/runs/${encodeURIComponent(runId)}/retry` }),
    ['/api/runs'],
  );
  const act = () =>
    retry.mutate(run.runId, {
      onSuccess: ({ queued }) =>
        notify({
          type: 'success',
          content: queued > 0 ? texts.queued(number(queued)) : texts.nothing,
        }),
      onError: (error) =>
        notify({ type: 'error', header: texts.failed, content: <Problem error={error} /> }),
    });
  return (
    <Button
      variant="inline-link"
      loading={retry.isPending}
      ariaLabel={texts.of(`${stepName(run.step)}, ${clock(run.time)} ${abbreviationOf(run.zone)}`)}
      onClick={act}
    >
      {texts.action}
    </Button>
  );
}

import { Button, type StatusIndicatorProps } from '@cloudscape-design/components';
import type { RunView } from '#flows/sending/show-runs';
import { useTexts } from '../shared/language.tsx';
import { Problem } from '../shared/loading/failed.tsx';
import { useNotify } from '../shared/notices.tsx';
import { Note } from '../shared/page/note.tsx';
import { useSend } from '../shared/reading.ts';
import { Status } from '../shared/status.tsx';
import { useFormats } from '../shared/words/format.ts';
import { useRunTime, useStepName } from '../shared/words/step-name.ts';
import { runsTexts } from './texts.ts';

type Of = Readonly<{ run: RunView }>;

const stateLooks = {
  running: 'in-progress',
  finished: 'success',
  withheld: 'pending',
  closed: 'stopped',
} as const satisfies Record<string, StatusIndicatorProps.Type>;

function stateOf({ closed, finished, withheld }: RunView): keyof typeof stateLooks {
  if (closed) return 'closed';
  if (!finished) return 'running';
  return withheld > 0 ? 'withheld' : 'finished';
}

export function State({ run }: Of) {
  const texts = useTexts(runsTexts);
  const { number } = useFormats();
  const state = stateOf(run);
  return (
    <>
      <span className="unbroken">
        <Status type={stateLooks[state]}>{texts.states[state].name}</Status>
      </span>
      <Note>{texts.states[state].means}</Note>
      {!run.finished && (
        <>
          <Note>{texts.slices(number(run.slices))}</Note>
          <Retry run={run} />
        </>
      )}
    </>
  );
}

/** The watchdog does this by itself every 15 minutes; a person may not want to wait. */
function Retry({ run }: Of) {
  const texts = useTexts(runsTexts).retry;
  const { number } = useFormats();
  const stepName = useStepName();
  const runTime = useRunTime();
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
      ariaLabel={texts.of(`${stepName(run)}, ${runTime(run)}`)}
      onClick={act}
    >
      {texts.action}
    </Button>
  );
}

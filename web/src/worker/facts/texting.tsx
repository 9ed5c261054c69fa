import { Box } from '@cloudscape-design/components';
import type { WorkerView } from '#domain/people/worker-view';
import { useTexts } from '../../shared/language.tsx';
import { Noted } from '../../shared/page/note.tsx';
import { Status } from '../../shared/status.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useStepName } from '../../shared/words/step-name.ts';
import { wordsTexts } from '../../shared/words/words.ts';
import { textingTexts } from './texting-texts.ts';

type Of = Readonly<{ worker: WorkerView }>;

/** Whether the worker is texted, why not, and which text is next, as the API says. */
export function Texting({ worker }: Of) {
  const texts = useTexts(textingTexts);
  const { number } = useFormats();
  const because = useWhyNotTexted(worker);
  const { status, reason } = worker.texting;
  const { type, head, means } =
    status === 'not-texted'
      ? { type: 'stopped' as const, head: texts.not, means: because }
      : worker.phoneFailures > 0
        ? { type: 'warning' as const, ...texts.phoneFailures(number(worker.phoneFailures)) }
        : reason === 'held-out'
          ? { type: 'info' as const, ...texts.heldOut }
          : { type: 'success' as const, ...texts.gets };
  return (
    <Noted note={means}>
      <Status type={type}>{head}</Status>
      <NextText worker={worker} />
    </Noted>
  );
}

function NextText({ worker: { texting } }: Of) {
  const texts = useTexts(textingTexts);
  const { shortDate } = useFormats();
  const stepName = useStepName();
  const { next } = texting;
  return next && <Box>{texts.next(stepName(next), shortDate(next.date))}</Box>;
}

function useWhyNotTexted({ stopped, texting: { reason } }: WorkerView): string | null {
  const texts = useTexts(textingTexts);
  const { skipped } = useTexts(wordsTexts);
  const { date } = useFormats();
  if (reason === 'stopped' && stopped?.until) return texts.until(date(stopped.until));
  return reason && { ...skipped, ...texts.because }[reason];
}

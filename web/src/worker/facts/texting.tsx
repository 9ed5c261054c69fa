import { Box, Container, Header } from '@cloudscape-design/components';
import { abbreviationOf, type Zone } from '#domain/calendar/zones';
import type { WorkerView } from '#domain/people/worker-view';
import { useTexts } from '../../shared/language.tsx';
import { Note, Noted } from '../../shared/page/note.tsx';
import { Status } from '../../shared/status.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useStepName } from '../../shared/words/step-name.ts';
import { wordsTexts } from '../../shared/words/words.ts';
import { Said } from '../said.tsx';
import { textingTexts } from './texting-texts.ts';

type Of = Readonly<{ worker: WorkerView }>;

/** Whether the worker is texted, why not, and which text is next, as the API says. */
export function Texting({ worker }: Of) {
  const texts = useTexts(textingTexts);
  const { number } = useFormats();
  const because = useWhyNotTexted(worker);
  const { status, reason, noNext } = worker.texting;
  const { type, head, means } =
    status === 'not-texted'
      ? { type: 'stopped' as const, head: texts.not, means: because }
      : worker.phoneFailures > 0
        ? { type: 'warning' as const, ...texts.phoneFailures(number(worker.phoneFailures)) }
        : reason === 'held-out'
          ? { type: 'info' as const, ...texts.heldOut }
          : noNext === 'no-step'
            ? { type: 'info' as const, ...texts.noneLeft }
            : { type: 'success' as const, ...texts.gets };
  return (
    <Container fitHeight header={<Header variant="h2">{texts.title}</Header>}>
      <Noted note={means}>
        <Status type={type}>{head}</Status>
      </Noted>
      <NextText worker={worker} />
    </Container>
  );
}

function NextText({ worker: { texting, zone } }: Of) {
  const texts = useTexts(textingTexts);
  const { weekday, clock } = useFormats();
  const stepName = useStepName();
  const { next, noNext } = texting;
  if (!next) return noNext === 'credit' && <Box margin={{ top: 'm' }}>{texts.paidByCredit}</Box>;
  const at = `${clock(next.at)} ${abbreviationOf(zone as Zone)}`;
  return (
    <Box margin={{ top: 'm' }}>
      <Box fontWeight="bold">{texts.next(weekday(next.date), at)}</Box>
      <Note>{stepName(next)}</Note>
      {next.text === null ? <Note>{texts.tooLong}</Note> : <Said>{next.text}</Said>}
    </Box>
  );
}

export function useWhyNotTexted({ stopped, texting: { reason } }: WorkerView): string | null {
  const texts = useTexts(textingTexts);
  const { skipped } = useTexts(wordsTexts);
  const { date } = useFormats();
  if (reason === 'stopped' && stopped?.until) return texts.until(date(stopped.until));
  return reason && { ...skipped, ...texts.because }[reason];
}

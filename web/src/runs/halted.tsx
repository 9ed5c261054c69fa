import { Alert, Button, SpaceBetween } from '@cloudscape-design/components';
import { useState } from 'react';
import { abbreviationOf } from '#domain/calendar/zones';
import type { HaltedStep } from '#flows/sending/trial/halted-steps';
import { useTexts } from '../shared/language.tsx';
import { useNotify } from '../shared/notices.tsx';
import { AskedFirst } from '../shared/page/asked-first.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import { useSend } from '../shared/reading.ts';
import { useFormats } from '../shared/words/format.ts';
import { useStepName } from '../shared/words/step-name.ts';
import { haltedTexts } from './halted-texts.ts';

const outcomes = ['sent', 'failed', 'unknown', 'overParts'] as const;

type Of = Readonly<{ halted: HaltedStep }>;

/** On the first page and above the runs: what waits for an admin, and why. */
export function HaltedAlert({ halted }: Of) {
  const texts = useTexts(haltedTexts);
  const { number, date } = useFormats();
  const stepName = useStepName();
  const [isAsked, ask] = useState(false);
  const step = stepName(halted);
  const became = outcomes
    .filter((how) => halted[how] > 0)
    .map((how) => texts.fared[how](number(halted[how])));
  const first = outcomes.reduce((sum, how) => sum + halted[how], 0);
  const kind = halted.failed >= halted.unknown ? 'failed' : 'unknown';
  return (
    <Alert
      type="error"
      header={texts.title(step, date(halted.date))}
      action={
        <Button ariaLabel={texts.release.of(step, date(halted.date))} onClick={() => ask(true)}>
          {texts.release.button}
        </Button>
      }
    >
      <SpaceBetween size="xxs">
        <div>{texts.first(number(first), became.join(', '))}</div>
        <div>{texts.waits(halted.zones.map(abbreviationOf).join(', '))}</div>
        <PageLink page="attention" values={{ kind }}>
          {texts.look}
        </PageLink>
      </SpaceBetween>
      {isAsked && <Release halted={halted} close={() => ask(false)} />}
    </Alert>
  );
}

function Release({ halted: { date, step }, close }: Of & Readonly<{ close: () => void }>) {
  const texts = useTexts(haltedTexts).release;
  const notify = useNotify();
  const release = useSend<Pick<HaltedStep, 'date' | 'step'>>(
    (json) => ({ method: 'POST', path: '/api/runs/release', json }),
    ['/api/runs'],
  );
  const act = () =>
    release.mutate(
      { date, step },
      {
        onSuccess: () => {
          notify({ type: 'success', content: texts.done });
          close();
        },
      },
    );
  return (
    <AskedFirst
      title={texts.title}
      close={close}
      failed={texts.failed}
      error={release.error}
      isPending={release.isPending}
      buttons={
        <Button variant="primary" loading={release.isPending} onClick={act}>
          {texts.confirm}
        </Button>
      }
    >
      <ul>
        {texts.does.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </AskedFirst>
  );
}

import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import type { Plan } from '#domain/plan';
import { useTexts } from '../language.tsx';
import { useRead } from '../reading.ts';
import { planTexts } from '../texts/plan.ts';
import { AskedFirst } from './plan-asked-first.tsx';
import { usePlanCall } from './plan-save.tsx';

/** The kill switch, beside the page's title: with what it does before it does it. */
export function PauseButton() {
  const { data: plan } = useRead<Plan>('/api/plan');
  const texts = useTexts(planTexts).pause;
  const [isAsking, setIsAsking] = useState(false);
  const call = usePlanCall<'pause' | 'resume'>(
    (act) => ({ method: 'POST', path: `/api/plan/${act}` }),
    () => setIsAsking(false),
    ({ paused }) => texts[paused ? 'pause' : 'resume'].done,
  );
  if (!plan) return null;
  const [act, words] = plan.paused ? (['resume', texts.resume] as const) : (['pause', texts.pause] as const);
  const close = () => {
    setIsAsking(false);
    call.reset();
  };
  return (
    <>
      <Button iconName={plan.paused ? 'play' : 'pause'} onClick={() => setIsAsking(true)}>
        {words.button}
      </Button>
      {isAsking && (
        <AskedFirst
          title={words.title}
          close={close}
          error={call.error}
          buttons={
            <Button variant="primary" loading={call.isPending} onClick={() => call.send(act)}>
              {words.confirm}
            </Button>
          }
        >
          <ul>
            {words.does(plan.catchUpDays).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </AskedFirst>
      )}
    </>
  );
}

/** At the top of both pages about the plan: why nobody, or hardly anybody, is texted. */
export function WhyNobodyIsTexted() {
  const { data: plan } = useRead<Plan>('/api/plan');
  const texts = useTexts(planTexts);
  if (!plan) return null;
  return (
    <>
      {plan.paused && (
        <Alert type="warning" header={texts.pause.isPaused}>
          {texts.pause.isPausedText}
        </Alert>
      )}
      {plan.onlyTo && (
        <Alert type="info" header={texts.trial.isOn}>
          {texts.trial.isOnText(plan.onlyTo.length)}
        </Alert>
      )}
    </>
  );
}

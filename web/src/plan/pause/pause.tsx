import { Alert, Button } from '@cloudscape-design/components';
import { useState } from 'react';
import type { Plan } from '#domain/plan/plan';
import type { VersionView } from '#flows/plan/show-plan';
import { useTexts } from '../../shared/language.tsx';
import { AskedFirst } from '../../shared/page/asked-first.tsx';
import { useRead, useReadPages } from '../../shared/reading.ts';
import { useFormats } from '../../shared/words/format.ts';
import { BehindIf } from '../behind/behind.tsx';
import { usePlanCall } from '../editing/save.tsx';
import { usePreview } from '../preview/preview-call.ts';
import { trialTexts } from '../sample/trial-texts.ts';
import { pauseTexts } from './texts.ts';

type Act = 'pause' | 'resume';

/** The kill switch. It also works when the plan cannot be read, when it may be needed most. */
export function PauseButton() {
  const { data: plan } = useRead<Plan>('/api/plan');
  const texts = useTexts(pauseTexts);
  // The dialog keeps its first question, even if the plan is paused or resumed meanwhile.
  const [asked, ask] = useState<Act | null>(null);
  const act = plan?.paused ? 'resume' : 'pause';
  return (
    <>
      <Button iconName={act === 'resume' ? 'play' : 'pause'} onClick={() => ask(act)}>
        {texts[act].button}
      </Button>
      {asked && <PauseDialog act={asked} plan={plan} close={() => ask(null)} />}
    </>
  );
}

/** `Lanjutkan sekarang: 414 SMS, Rp1.092.960 menunggu`. */
function ResumeWords({ plan }: Readonly<{ plan: Plan }>) {
  const { confirm, waiting, noneWaits } = useTexts(pauseTexts).resume;
  const { number, rupiah } = useFormats();
  const held = useHeldBack(plan);
  if (!held) return confirm;
  return held.texts > 0 ? waiting(number(held.texts), rupiah(held.cost)) : noneWaits;
}

/** At most, if texts were resumed now. */
function HeldBack({ plan }: Readonly<{ plan: Plan }>) {
  const { heldBack } = useTexts(pauseTexts);
  const { number, rupiah } = useFormats();
  const held = useHeldBack(plan);
  return held && held.texts > 0 && <> {heldBack(number(held.texts), rupiah(held.cost))}</>;
}

/** What the pause holds back and a resume would send; null until it is known. */
function useHeldBack(plan: Plan): Readonly<{ texts: number; cost: number }> | null {
  const { preview, isCurrent } = usePreview(
    { ...plan, paused: false },
    { days: daysUntilTexts, workerId: null },
  );
  if (!preview || !isCurrent) return null;
  const held = preview.days.filter(({ step, month, date }) =>
    preview.behind.some(
      (each) => each.step === step && each.month === month && each.textedOn === date,
    ),
  );
  const sum = (of: 'reminders' | 'costRupiah') => held.reduce((all, day) => all + day[of], 0);
  return { texts: sum('reminders'), cost: sum('costRupiah') };
}

/** No run of quiet days is longer. */
const daysUntilTexts = 31;

type DialogProps = Readonly<{ act: Act; plan: Plan | undefined; close: () => void }>;

function PauseDialog({ act, plan, close }: DialogProps) {
  const texts = useTexts(pauseTexts);
  const words = texts[act];
  const { items } = useReadPages<VersionView>('/api/plan/versions');
  const call = usePlanCall<Act>(
    (sent) => ({ method: 'POST', path: `/api/plan/${sent}` }),
    close,
    ({ paused }) => texts[paused ? 'pause' : 'resume'].done,
  );
  const drops = items.some(({ status }) => status === 'pending');
  const sentences = [
    ...words.does,
    ...(plan ? [words.heldBack(plan.catchUpDays)] : []),
    ...(drops ? [texts.dropsProposal] : []),
  ];
  return (
    <AskedFirst
      title={words.title}
      close={close}
      failed={words.failed}
      error={call.error}
      isPending={call.isPending}
      buttons={
        <Button variant="primary" loading={call.isPending} onClick={() => call.send(act)}>
          {act === 'resume' && plan ? <ResumeWords plan={plan} /> : words.confirm}
        </Button>
      }
    >
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {plan && act === 'resume' && <BehindIf plan={{ ...plan, paused: false }} />}
    </AskedFirst>
  );
}

/** At the top of both pages about the plan: why nobody, or almost nobody, is texted. */
export function WhyNobodyIsTexted() {
  const { data: plan } = useRead<Plan>('/api/plan');
  const { isPaused, isPausedText } = useTexts(pauseTexts);
  const { isOn, isOnText, untilOff } = useTexts(trialTexts);
  if (!plan) return null;
  return (
    <>
      {plan.paused && (
        <Alert type="warning" header={isPaused}>
          {isPausedText}
          <HeldBack plan={plan} />
        </Alert>
      )}
      {plan.onlyTo && (
        <Alert type="warning" header={isOn}>
          {isOnText(plan.onlyTo.length)} {untilOff(plan.catchUpDays)}
        </Alert>
      )}
    </>
  );
}

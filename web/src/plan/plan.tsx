import { useTexts } from '../shared/language.tsx';
import { Page } from '../shared/page/page.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import { EditedPlan } from './editing/edited-plan.tsx';
import { Measured } from './measured/measured.tsx';
import { PauseButton } from './pause/pause.tsx';
import { PlanPreview } from './preview/preview.tsx';
import { SendSample } from './sample/send-sample.tsx';
import { TrialPhones } from './sample/trial.tsx';
import { PlanSteps } from './steps/steps.tsx';
import { planTexts } from './texts.ts';
import { PlanHistory } from './versions/history.tsx';
import { NamedVersion } from './versions/named-version.tsx';
import { WaitingProposals } from './versions/waiting.tsx';

/** When workers are texted and what they read: edited, previewed, saved and restored. */
export function PlanPage() {
  const texts = useTexts(planTexts);
  const description = (
    <>
      {texts.description} <PageLink page="settings">{texts.toSettings}</PageLink>
    </>
  );
  return (
    <Page title={texts.title} description={description} actions={<PauseButton />}>
      <EditedPlan>
        {(editing) => (
          <>
            <WaitingProposals current={editing.current} />
            <PlanSteps editing={editing} />
            <Measured editing={editing} />
            <PlanPreview editing={editing} />
            <SendSample plan={editing.plan} phones={editing.current.testPhones} />
            <TrialPhones editing={editing} />
            <PlanHistory current={editing.current} />
            <NamedVersion current={editing.current} />
          </>
        )}
      </EditedPlan>
    </Page>
  );
}

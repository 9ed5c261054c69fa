import './plan.css';
import { useTexts } from '../language.tsx';
import { Page } from '../shared/page.tsx';
import { PageLink } from '../shared/page-link.tsx';
import { planTexts } from '../texts/plan.ts';
import { EditedPlan } from './plan-editing.tsx';
import { PlanHistory } from './plan-history.tsx';
import { NamedVersion } from './plan-named-version.tsx';
import { PauseButton, WhyNobodyIsTexted } from './plan-pause.tsx';
import { PlanPreview } from './plan-preview.tsx';
import { PlanSteps } from './plan-steps.tsx';
import { TrialPhones } from './plan-trial.tsx';
import { WaitingProposals } from './plan-waiting.tsx';

/** When workers are texted, and what: written, tried out, saved, and taken back. */
export function PlanPage() {
  const texts = useTexts(planTexts);
  const description = (
    <>
      {texts.description} <PageLink page="settings">{texts.toSettings}</PageLink>
    </>
  );
  return (
    <Page title={texts.title} description={description} actions={<PauseButton />}>
      <div className="stack">
        <WhyNobodyIsTexted />
        <EditedPlan>
          {(editing) => (
            <>
              <WaitingProposals current={editing.current} />
              <PlanSteps editing={editing} />
              <PlanPreview editing={editing} />
              <TrialPhones editing={editing} />
              <PlanHistory current={editing.current} />
              <NamedVersion current={editing.current} />
            </>
          )}
        </EditedPlan>
      </div>
    </Page>
  );
}

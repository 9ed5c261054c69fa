import { ColumnLayout, Container, FormField } from '@cloudscape-design/components';
import { EditedPlan, type Editing } from '../plan/editing/edited-plan.tsx';
import { faultAt } from '../plan/editing/faults.tsx';
import { WholeNumber } from '../plan/steps/whole-number.tsx';
import { useTexts } from '../shared/language.tsx';
import { Page } from '../shared/page/page.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import { BudgetSetting } from './settings-budget.tsx';
import { DeploymentSettings } from './settings-deployment.tsx';
import { Heading } from './settings-heading.tsx';
import { HolidaySettings } from './settings-holidays.tsx';
import { PaidTextSetting } from './settings-paid-text.tsx';
import { QuietTimes } from './settings-quiet.tsx';
import { SampleSettings } from './settings-samples.tsx';
import { settingsTexts } from './texts.ts';

/** What rarely changes: the same draft as on the page of the plan, saved by the same call. */
export function SettingsPage() {
  const texts = useTexts(settingsTexts);
  const description = (
    <>
      {texts.description} <PageLink page="plan">{texts.toPlan}</PageLink>
    </>
  );
  return (
    <Page title={texts.title} description={description}>
      <EditedPlan>
        {(editing) => (
          <>
            <QuietTimes editing={editing} />
            <Numbers editing={editing} />
            <HolidaySettings editing={editing} />
            <PaidTextSetting editing={editing} />
            <SampleSettings editing={editing} />
            <DeploymentSettings />
          </>
        )}
      </EditedPlan>
    </Page>
  );
}

const numbers = { catchUpDays: 'catchUp', holdoutPercent: 'holdout' } as const;

function Numbers({ editing }: Readonly<{ editing: Editing }>) {
  const texts = useTexts(settingsTexts);
  const { plan, edit, faults } = editing;
  return (
    <Container header={<Heading title={texts.numbers} />}>
      <ColumnLayout columns={3}>
        {(['catchUpDays', 'holdoutPercent'] as const).map((field) => (
          <FormField
            key={field}
            label={texts[numbers[field]].label}
            constraintText={texts[numbers[field]].means}
            errorText={faultAt(faults, field)}
          >
            <WholeNumber
              value={plan[field]}
              {...(field === 'holdoutPercent' && { suffix: '%' })}
              onChange={(value) => edit((before) => ({ ...before, [field]: value }))}
            />
          </FormField>
        ))}
        <BudgetSetting editing={editing} />
      </ColumnLayout>
    </Container>
  );
}

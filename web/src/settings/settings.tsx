import { differencesTexts } from '../plan/versions/differences-texts.ts';
import '../plan/plan.css';
import Checkbox from '@cloudscape-design/components/checkbox';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TimeInput from '@cloudscape-design/components/time-input';
import type { Plan } from '#domain/plan/plan';
import { EditedPlan, type Editing } from '../plan/editing/edited-plan.tsx';
import { faultAt, faultBelow } from '../plan/editing/faults.tsx';
import { WhyNobodyIsTexted } from '../plan/pause/pause.tsx';
import { WholeNumber } from '../plan/steps/whole-number.tsx';
import { useTexts } from '../shared/language.tsx';
import { Page } from '../shared/page/page.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import { BudgetSetting } from './settings-budget.tsx';
import { DeploymentSettings } from './settings-deployment.tsx';
import { Heading } from './settings-heading.tsx';
import { HolidaySettings } from './settings-holidays.tsx';
import { PaidTextSetting } from './settings-paid-text.tsx';
import { settingsTexts } from './texts.ts';

/** What nobody should need to touch: the same draft as on the page of the plan, saved by the same call. */
export function SettingsPage() {
  const texts = useTexts(settingsTexts);
  const description = (
    <>
      {texts.description} <PageLink page="plan">{texts.toPlan}</PageLink>
    </>
  );
  return (
    <Page title={texts.title} description={description}>
      <div className="stack">
        <WhyNobodyIsTexted />
        <EditedPlan>
          {(editing) => (
            <>
              <QuietTimes editing={editing} />
              <Numbers editing={editing} />
              <HolidaySettings editing={editing} />
              <PaidTextSetting editing={editing} />
              <DeploymentSettings />
            </>
          )}
        </EditedPlan>
      </div>
    </Page>
  );
}

type Part = Readonly<{ editing: Editing }>;

const quietDays = ['sunday', 'national-holiday'] as const satisfies Plan['quietDays'];

function QuietTimes({ editing: { plan, edit, faults } }: Part) {
  const texts = useTexts(settingsTexts).quiet;
  const names = useTexts(differencesTexts).quietDays;
  const setHours = (hours: Partial<Plan['quietHours']>) =>
    edit((before) => ({ ...before, quietHours: { ...before.quietHours, ...hours } }));
  const setDay = (day: (typeof quietDays)[number], isQuiet: boolean) =>
    edit((before) => ({
      ...before,
      quietDays: quietDays.filter((each) =>
        each === day ? isQuiet : before.quietDays.includes(each),
      ),
    }));
  return (
    <Container header={<Heading title={texts.title} means={texts.means} />}>
      <SpaceBetween size="l">
        <FormField errorText={faultAt(faults, 'quietHours')} stretch>
          <ColumnLayout columns={2}>
            <FormField label={texts.from} errorText={faultAt(faults, 'quietHours.from')}>
              <TimeInput
                format="hh:mm"
                value={plan.quietHours.from}
                onChange={({ detail }) => setHours({ from: detail.value })}
              />
            </FormField>
            <FormField label={texts.to} errorText={faultAt(faults, 'quietHours.to')}>
              <TimeInput
                format="hh:mm"
                value={plan.quietHours.to}
                onChange={({ detail }) => setHours({ to: detail.value })}
              />
            </FormField>
          </ColumnLayout>
        </FormField>
        <FormField
          label={texts.days}
          description={texts.daysMean}
          errorText={faultBelow(faults, 'quietDays')}
        >
          {quietDays.map((day) => (
            <Checkbox
              key={day}
              checked={plan.quietDays.includes(day)}
              onChange={({ detail }) => setDay(day, detail.checked)}
            >
              {names[day]}
            </Checkbox>
          ))}
        </FormField>
      </SpaceBetween>
    </Container>
  );
}

function Numbers({ editing }: Part) {
  const texts = useTexts(settingsTexts);
  const { plan, edit, faults } = editing;
  return (
    <Container header={<Heading title={texts.numbers} />}>
      <ColumnLayout columns={3}>
        <FormField
          label={texts.catchUp.label}
          constraintText={texts.catchUp.means}
          errorText={faultAt(faults, 'catchUpDays')}
        >
          <WholeNumber
            value={plan.catchUpDays}
            onChange={(catchUpDays) => edit((before) => ({ ...before, catchUpDays }))}
          />
        </FormField>
        <FormField
          label={texts.holdout.label}
          constraintText={texts.holdout.means}
          errorText={faultAt(faults, 'holdoutPercent')}
        >
          <WholeNumber
            value={plan.holdoutPercent}
            suffix="%"
            onChange={(holdoutPercent) => edit((before) => ({ ...before, holdoutPercent }))}
          />
        </FormField>
        <BudgetSetting editing={editing} />
      </ColumnLayout>
    </Container>
  );
}

import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TimeInput from '@cloudscape-design/components/time-input';
import Toggle from '@cloudscape-design/components/toggle';
import { type ReactNode, useState } from 'react';
import type { Step } from '#domain/plan/plan';
import { useTexts } from '../../shared/language.tsx';
import { useStepDescription } from '../../shared/step-name.ts';
import { withStep } from '../editing/draft.ts';
import { faultAt } from '../editing/faults.tsx';
import { SamplePhone } from '../sample/sample.tsx';
import type { TextLanguage } from '../versions/changes.ts';
import { type StepProps, StepTexts } from './step-texts.tsx';
import { stepsTexts } from './texts.ts';
import { WholeNumber } from './whole-number.tsx';

/** One step: when, to whom, and its texts, beside how they look on a phone. */
export function StepForm({ editing, step, at }: StepProps) {
  const texts = useTexts(stepsTexts);
  const describe = useStepDescription();
  const [language, setLanguage] = useState<TextLanguage>('id');
  const remove = () =>
    editing.edit((plan) => ({ ...plan, steps: plan.steps.filter(({ id }) => id !== step.id) }));
  const actions = (
    <Button iconName="remove" onClick={remove}>
      {texts.remove}
    </Button>
  );
  return (
    <Container
      header={
        <Header variant="h2" actions={actions}>
          {describe(step)}
        </Header>
      }
    >
      <Grid
        gridDefinition={[{ colspan: { default: 12, s: 8 } }, { colspan: { default: 12, s: 4 } }]}
      >
        <SpaceBetween size="l">
          <FormField errorText={faultAt(editing.faults, `steps.${at}`)} stretch>
            <When editing={editing} step={step} at={at} />
          </FormField>
          <StepTexts
            editing={editing}
            step={step}
            at={at}
            language={language}
            setLanguage={setLanguage}
          />
        </SpaceBetween>
        <SamplePhone editing={editing} step={step} language={language} />
      </Grid>
    </Container>
  );
}

function When({ editing, step, at }: StepProps) {
  const texts = useTexts(stepsTexts);
  const { faults, edit, base } = editing;
  const set = (facts: Partial<Step>) => edit(withStep(step.id, (each) => ({ ...each, ...facts })));
  const fault = (field: keyof Step) => faultAt(faults, `steps.${at}.${field}`);
  // Reminders are stored under the id of their step, so it may never mean another day.
  const isNew = !base.steps.some(({ id }) => id === step.id);
  return (
    <ColumnLayout columns={2}>
      <FormField
        label={texts.offsetDays[step.anchor]}
        constraintText={texts.offsetDays.means}
        errorText={fault('offsetDays') ?? (isNew ? undefined : fault('id'))}
      >
        <WholeNumber value={step.offsetDays} onChange={(offsetDays) => set({ offsetDays })} />
      </FormField>
      <FormField label={texts.atLocal} constraintText={texts.atMeans} errorText={fault('at')}>
        <TimeInput
          value={step.at}
          format="hh:mm"
          placeholder="09:00"
          onChange={({ detail }) => set({ at: detail.value })}
        />
      </FormField>
      <FormField
        label={texts.maxParts}
        constraintText={texts.maxPartsMeans}
        errorText={fault('maxParts')}
      >
        <WholeNumber value={step.maxParts} onChange={(maxParts) => set({ maxParts })} />
      </FormField>
      <SpaceBetween size="xs">
        <Toggle checked={step.enabled} onChange={({ detail }) => set({ enabled: detail.checked })}>
          {texts.isEnabled}
        </Toggle>
        <Toggle
          checked={step.toHeldOut}
          description={texts.toHeldOutMeans}
          onChange={({ detail }) => set({ toHeldOut: detail.checked })}
        >
          {texts.toHeldOut}
        </Toggle>
      </SpaceBetween>
      {isNew && <NewStep step={step} set={set} fault={fault} />}
    </ColumnLayout>
  );
}

type NewProps = Readonly<{
  step: Step;
  set: (facts: Partial<Step>) => void;
  fault: (field: keyof Step) => ReactNode;
}>;

/** Fields that only a step which was never saved has. */
function NewStep({ step, set, fault }: NewProps) {
  const texts = useTexts(stepsTexts);
  const options = (['due', 'lapse'] as const).map((value) => ({
    value,
    label: texts.anchors[value],
  }));
  return (
    <FormField label={texts.anchor} constraintText={texts.anchorMeans} errorText={fault('anchor')}>
      <Select
        selectedOption={options.find(({ value }) => value === step.anchor) ?? null}
        options={options}
        onChange={({ detail }) =>
          set({ anchor: detail.selectedOption.value === 'lapse' ? 'lapse' : 'due' })
        }
      />
    </FormField>
  );
}

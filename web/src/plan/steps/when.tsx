import {
  ColumnLayout,
  FormField,
  Select,
  SpaceBetween,
  TimeInput,
  Toggle,
} from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { Step } from '#domain/plan/plan';
import { useTexts } from '../../shared/language.tsx';
import { withStep } from '../editing/draft.ts';
import { faultAt } from '../editing/faults.tsx';
import type { StepProps } from './step-texts.tsx';
import { stepsTexts } from './texts.ts';
import { WholeNumber } from './whole-number.tsx';

export function When({ editing, step, at }: StepProps) {
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

import {
  Button,
  Container,
  FormField,
  Grid,
  Header,
  SpaceBetween,
} from '@cloudscape-design/components';
import { useState } from 'react';
import { useTexts } from '../../shared/language.tsx';
import { useStepDescription } from '../../shared/words/step-name.ts';
import type { TextLanguage } from '../differences/facets.ts';
import { faultAt } from '../editing/faults.tsx';
import { SamplePhone } from '../sample/sample.tsx';
import { type StepProps, StepTexts } from './step-texts.tsx';
import { stepsTexts } from './texts.ts';
import { When } from './when.tsx';

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

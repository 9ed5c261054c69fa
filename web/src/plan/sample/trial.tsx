import {
  Alert,
  Container,
  FormField,
  Header,
  RadioGroup,
  SpaceBetween,
} from '@cloudscape-design/components';
import { useState } from 'react';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import type { Editing } from '../editing/edited-plan.tsx';
import { faultBelow } from '../editing/faults.tsx';
import { TokenList } from '../tokens.tsx';
import { trialTexts } from './trial-texts.ts';

/** Whether texts go to all workers or to trial phones only. */
export function TrialPhones({ editing }: Readonly<{ editing: Editing }>) {
  const texts = useTexts(trialTexts);
  const { phone } = useFormats();
  const { plan, current, edit } = editing;
  const [kept, setKept] = useState(plan.onlyTo ?? []);
  const set = (onlyTo: string[] | null) => {
    if (onlyTo) setKept(onlyTo);
    edit((before) => ({ ...before, onlyTo }));
  };
  return (
    <Container
      header={
        <Header variant="h2" description={texts.means}>
          {texts.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <RadioGroup
          value={plan.onlyTo ? 'listed' : 'everybody'}
          ariaLabel={texts.title}
          onChange={({ detail }) => set(detail.value === 'listed' ? kept : null)}
          items={[
            { value: 'everybody', label: texts.everybody },
            { value: 'listed', label: texts.listed, description: texts.listedMeans },
          ]}
        />
        {current.onlyTo && !plan.onlyTo && <Alert type="warning">{texts.leaving}</Alert>}
        {plan.onlyTo && (
          <FormField label={texts.phones} errorText={faultBelow(editing.faults, 'onlyTo')} stretch>
            <TokenList
              items={plan.onlyTo}
              shown={phone}
              set={(phones) => set([...phones])}
              texts={{
                add: texts.add,
                field: texts.phone,
                remove: texts.remove,
                none: texts.nobody,
              }}
            />
          </FormField>
        )}
      </SpaceBetween>
    </Container>
  );
}

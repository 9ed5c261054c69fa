import { Container, SpaceBetween, Toggle } from '@cloudscape-design/components';
import { useState } from 'react';
import type { Plan } from '#domain/plan/plan';
import type { TextLanguage } from '../plan/differences/facets.ts';
import type { Editing } from '../plan/editing/edited-plan.tsx';
import { OneText } from '../plan/steps/one-text.tsx';
import { TextsByLanguage } from '../plan/steps/step-texts.tsx';
import { unreadTexts } from '../plan/steps/unread-texts.ts';
import { useTexts } from '../shared/language.tsx';
import { paidTextTexts } from './paid-text-texts.ts';
import { Heading } from './settings-heading.tsx';

const path = 'paidText.texts';

/** The text that confirms a payment. */
export function PaidTextSetting({
  editing: { plan, edit, faults },
}: Readonly<{ editing: Editing }>) {
  const texts = useTexts(paidTextTexts);
  const [language, setLanguage] = useState<TextLanguage>('id');
  const { paidText } = plan;
  const set = (facts: Partial<Plan['paidText']>) =>
    edit((before) => ({ ...before, paidText: { ...before.paidText, ...facts } }));
  return (
    <Container header={<Heading title={texts.title} means={texts.means} />}>
      <SpaceBetween size="l">
        <Toggle
          checked={paidText.enabled}
          onChange={({ detail }) => set({ enabled: detail.checked })}
        >
          {texts.isEnabled}
        </Toggle>
        <TextsByLanguage
          texts={paidText.texts}
          faults={faults}
          path={path}
          language={language}
          setLanguage={setLanguage}
        >
          {(each) => (
            <OneText
              {...{
                label: texts.label,
                texts: paidText.texts,
                drafts: unreadTexts.paid,
                language: each,
                path,
                faults,
                maxParts: 1,
              }}
              set={(changed) => set({ texts: changed })}
            />
          )}
        </TextsByLanguage>
      </SpaceBetween>
    </Container>
  );
}

import { ExpandableSection, SpaceBetween, Tabs } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { Step } from '#domain/plan/plan';
import { useTexts } from '../../shared/language.tsx';
import type { TextLanguage } from '../differences/facets.ts';
import { withStep } from '../editing/draft.ts';
import type { Editing } from '../editing/edited-plan.tsx';
import { type Faults, textFault } from '../editing/faults.tsx';
import { OneText } from './one-text.tsx';
import { smsTexts } from './sms-texts.ts';
import { unreadTexts } from './unread-texts.ts';

type Texts = Step['texts'];
export const textLanguages = ['id', 'jv', 'su', 'en'] as const satisfies readonly TextLanguage[];

export type StepProps = Readonly<{ editing: Editing; step: Step; at: number }>;
type StepTextsProps = StepProps &
  Readonly<{ language: TextLanguage; setLanguage: (language: TextLanguage) => void }>;

export function StepTexts({ editing, step, at, language, setLanguage }: StepTextsProps) {
  const texts = useTexts(smsTexts);
  const set = (facts: Partial<Step>) =>
    editing.edit(withStep(step.id, (each) => ({ ...each, ...facts })));
  const { priceChangeTexts = {} } = step;
  return (
    <TextsByLanguage
      texts={step.texts}
      faults={editing.faults}
      path={`steps.${at}.texts`}
      language={language}
      setLanguage={setLanguage}
    >
      {(each) => (
        <SpaceBetween size="s">
          <OneText
            label={texts.text}
            texts={step.texts}
            drafts={unreadTexts[step.id]}
            {...{
              language: each,
              path: `steps.${at}.texts`,
              faults: editing.faults,
              maxParts: step.maxParts,
            }}
            set={(changed) => set({ texts: changed })}
          />
          <ExpandableSection
            headerText={texts.priceChange}
            defaultExpanded={each in priceChangeTexts}
          >
            <OneText
              label={texts.priceChangeLabel}
              hint={texts.priceChangeMeans}
              texts={priceChangeTexts}
              {...{
                language: each,
                path: `steps.${at}.priceChangeTexts`,
                faults: editing.faults,
                maxParts: step.maxParts,
              }}
              set={(changed) => set({ priceChangeTexts: changed })}
            />
          </ExpandableSection>
        </SpaceBetween>
      )}
    </TextsByLanguage>
  );
}

type ByLanguage = Readonly<{
  texts: Texts;
  faults: Faults;
  path: string;
  language: TextLanguage;
  setLanguage: (language: TextLanguage) => void;
  children: (language: TextLanguage) => ReactNode;
}>;

/** A tab per language, which shows whether its text is missing or faulty. */
export function TextsByLanguage({
  texts,
  faults,
  path,
  language,
  setLanguage,
  children,
}: ByLanguage) {
  const words = useTexts(smsTexts);
  const note = (each: TextLanguage): string =>
    textFault(faults, path, each) ? ` (${words.faulty})` : texts[each] ? '' : ` (${words.none})`;
  return (
    <Tabs
      activeTabId={language}
      onChange={({ detail }) =>
        textLanguages.filter((each) => each === detail.activeTabId).forEach(setLanguage)
      }
      ariaLabel={words.title}
      tabs={textLanguages.map((each) => ({
        id: each,
        label: `${words.tabs[each]}${note(each)}`,
        content: children(each),
      }))}
    />
  );
}

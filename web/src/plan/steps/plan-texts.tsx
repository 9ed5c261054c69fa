import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import Textarea from '@cloudscape-design/components/textarea';
import type { ReactNode } from 'react';
import { smsParts } from '#domain/messages/sms-parts';
import type { Step } from '#domain/plan/plan';
import { useFormats } from '../../shared/format.ts';
import { useTexts } from '../../shared/language.tsx';
import { withStep } from '../plan-draft.ts';
import { type Faults, textFault } from '../plan-faults.tsx';
import { planTexts } from '../texts.ts';
import type { TextLanguage } from '../versions/plan-changes.ts';
import { atItsLongest } from './longest-text.ts';
import type { StepProps } from './plan-step.tsx';

type Texts = Step['texts'];
export const textLanguages = ['id', 'jv', 'su', 'en'] as const satisfies readonly TextLanguage[];

type StepTextsProps = StepProps &
  Readonly<{ language: TextLanguage; setLanguage: (language: TextLanguage) => void }>;

export function StepTexts({ editing, step, at, language, setLanguage }: StepTextsProps) {
  const texts = useTexts(planTexts).texts;
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

/** One tab a language; which of them lacks a text or has something wrong can be seen without opening it. */
export function TextsByLanguage({
  texts,
  faults,
  path,
  language,
  setLanguage,
  children,
}: ByLanguage) {
  const words = useTexts(planTexts).texts;
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

type OneTextProps = Readonly<{
  label: string;
  hint?: string;
  texts: Texts;
  language: TextLanguage;
  path: string;
  faults: Faults;
  maxParts: number;
  set: (texts: Texts) => void;
}>;

/** Emptied it is left out, and its readers get the Indonesian text. */
export function OneText({
  label,
  hint,
  texts,
  language,
  path,
  faults,
  maxParts,
  set,
}: OneTextProps) {
  const words = useTexts(planTexts).texts;
  const value = texts[language] ?? '';
  const change = (text: string) => {
    const { [language]: _, ...others } = texts;
    set(text === '' ? others : { ...texts, [language]: text });
  };
  return (
    <FormField
      label={label}
      description={hint}
      constraintText={words.placeholders}
      errorText={textFault(faults, path, language)}
      stretch
    >
      <Textarea
        value={value}
        rows={4}
        placeholder={words.empty}
        nativeTextareaAttributes={{ lang: language }}
        onChange={({ detail }) => change(detail.value)}
      />
      <PartCount text={value} maxParts={maxParts} />
    </FormField>
  );
}

function PartCount({ text, maxParts }: Readonly<{ text: string; maxParts: number }>) {
  const words = useTexts(planTexts).texts;
  const { number } = useFormats();
  if (text === '') return null;
  const longest = atItsLongest(text);
  const parts = smsParts(longest);
  return (
    <Box color={parts > maxParts ? 'text-status-error' : 'text-body-secondary'} fontSize="body-s">
      <span aria-live="polite">
        {words.count(number(longest.length), number(parts), number(maxParts))}
      </span>
    </Box>
  );
}

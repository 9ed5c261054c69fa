import { Box, Button, FormField, Textarea } from '@cloudscape-design/components';
import { useRef } from 'react';
import type { Step } from '#domain/plan/plan';
import type { SettingsView } from '#flows/plan/show-settings';
import { useLanguage, useTexts } from '../../shared/language.tsx';
import { Note } from '../../shared/page/note.tsx';
import { useRead } from '../../shared/reading.ts';
import { useFormats } from '../../shared/words/format.ts';
import { textShown, textStored } from '../../shared/words/placeholders.ts';
import type { TextLanguage } from '../differences/facets.ts';
import type { Faults } from '../editing/faults.tsx';
import { textFault } from '../editing/faults.tsx';
import { countAtLongest } from './part-count.ts';
import { Placeholders } from './placeholders.tsx';
import { smsTexts } from './sms-texts.ts';

type Texts = Step['texts'];

type OneTextProps = Readonly<{
  label: string;
  hint?: string;
  texts: Texts;
  language: TextLanguage;
  path: string;
  faults: Faults;
  maxParts: number;
  /** Drafts that can be taken in where there is no text. */
  drafts?: Texts | undefined;
  set: (texts: Texts) => void;
}>;

/** An empty text is left out: its readers get the Indonesian one. */
export function OneText({
  label,
  hint,
  texts,
  language,
  path,
  faults,
  maxParts,
  drafts = {},
  set,
}: OneTextProps) {
  const words = useTexts(smsTexts);
  const { language: shownIn } = useLanguage();
  const field = useRef<HTMLDivElement>(null);
  const [value, draft] = [texts[language] ?? '', drafts[language]];
  const change = (text: string) => {
    const { [language]: _, ...others } = texts;
    set(text === '' ? others : { ...texts, [language]: text });
  };
  return (
    <FormField
      label={label}
      description={hint}
      constraintText={<Placeholders field={field} />}
      errorText={textFault(faults, path, language)}
      stretch
    >
      <div ref={field}>
        <Textarea
          value={textShown(value, shownIn)}
          rows={4}
          placeholder={words.empty}
          nativeTextareaAttributes={{ lang: language }}
          onChange={({ detail }) => change(textStored(detail.value))}
        />
      </div>
      <PartCount text={value} language={language} maxParts={maxParts} />
      {value === '' && draft && <UnreadDraft take={() => change(draft)} />}
    </FormField>
  );
}

function UnreadDraft({ take }: Readonly<{ take: () => void }>) {
  const texts = useTexts(smsTexts).unread;
  return (
    <Box padding={{ top: 'xs' }}>
      <Button formAction="none" onClick={take}>
        {texts.take}
      </Button>
      <Note>{texts.means}</Note>
    </Box>
  );
}

type CountProps = Readonly<{ text: string; language: TextLanguage; maxParts: number }>;

function PartCount({ text, language, maxParts }: CountProps) {
  const words = useTexts(smsTexts);
  const { number } = useFormats();
  const facts = useRead<SettingsView>('/api/settings').data?.longestFacts[language];
  if (text === '' || !facts) return null;
  const { characters, parts } = countAtLongest(text, facts);
  return (
    <Box color={parts > maxParts ? 'text-status-error' : 'text-body-secondary'} fontSize="body-s">
      <span aria-live="polite">
        {words.count(number(characters), number(parts), number(maxParts))}
      </span>
    </Box>
  );
}

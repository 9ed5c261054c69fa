import { Button, SpaceBetween } from '@cloudscape-design/components';
import type { RefObject } from 'react';
import { useLanguage, useTexts } from '../../shared/language.tsx';
import { placeholdersIn } from '../../shared/words/placeholders.ts';
import { smsTexts } from './sms-texts.ts';

type PlaceholdersProps = Readonly<{ field: RefObject<HTMLDivElement | null> }>;

/** Buttons that put a placeholder into the text of this field, where its cursor stands. */
export function Placeholders({ field }: PlaceholdersProps) {
  const { language } = useLanguage();
  const texts = useTexts(smsTexts);
  return (
    <SpaceBetween direction="horizontal" size="xxs">
      <span>{texts.insert}</span>
      {placeholdersIn(language).map((each) => (
        <Button
          key={each}
          variant="inline-link"
          formAction="none"
          onClick={() => insert(each, field.current?.querySelector('textarea'))}
        >
          {each}
        </Button>
      ))}
    </SpaceBetween>
  );
}

/** As typing does: React hears of it by the event. */
function insert(text: string, area: HTMLTextAreaElement | null | undefined): void {
  if (!area) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
  area.focus();
}

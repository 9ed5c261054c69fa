import { Button, FormField, Input, SpaceBetween } from '@cloudscape-design/components';
import { useEffect, useState } from 'react';
import { isDate } from '#domain/calendar/dates';
import { DateField } from '../../shared/days/date-field.tsx';
import { useTexts } from '../../shared/language.tsx';
import type { Sought } from './sought.ts';
import { spanTexts } from './texts.ts';

type SpanChoiceProps = Readonly<{ sought: Sought; look: (wanted: Sought) => void }>;

/** Days, a channel and a reference. A half-typed day is not used. */
export function SpanChoice({ sought, look }: SpanChoiceProps) {
  const texts = useTexts(spanTexts);
  const [typed, setTyped] = useState(sought);
  const { from, to, channel, reference } = sought;
  useEffect(() => setTyped({ from, to, channel, reference }), [from, to, channel, reference]);
  const set = (name: keyof Sought) => (value: string) =>
    setTyped((before) => ({ ...before, [name]: value }));
  const isWhole = [typed.from, typed.to].every((day) => day === '' || isDate(day));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) look(typed);
      }}
    >
      <SpaceBetween size="s" direction="horizontal" alignItems="end">
        <DateField label={texts.from} value={typed.from} set={set('from')} />
        <DateField label={texts.to} value={typed.to} set={set('to')} />
        <Words label={texts.channel} value={typed.channel} set={set('channel')} all={texts.all} />
        <Words
          label={texts.reference}
          value={typed.reference}
          set={set('reference')}
          all={texts.all}
        />
        <Button formAction="submit" iconName="search">
          {texts.show}
        </Button>
      </SpaceBetween>
    </form>
  );
}

type WordsProps = Readonly<{
  label: string;
  value: string;
  set: (value: string) => void;
  all: string;
}>;

const Words = ({ label, value, set, all }: WordsProps) => (
  <FormField label={label}>
    <Input value={value} placeholder={all} onChange={({ detail }) => set(detail.value)} />
  </FormField>
);

import { Button, SpaceBetween } from '@cloudscape-design/components';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { addDays, isDate } from '#domain/calendar/dates';
import { useTexts } from '../language.tsx';
import { useToday } from '../me.tsx';
import { useFormats } from '../words/format.ts';
import { DateField } from './date-field.tsx';
import { dayChoiceTexts } from './texts.ts';

type Days = Readonly<{ day: string; choose: (day: string) => void }>;

/** The day that a page shows, in its address, so that it can be shared; today by default. */
export function useDay(): Days {
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('date');
  return {
    day: asked !== null && isDate(asked) && asked <= today ? asked : today,
    choose: (day) =>
      setSearch((before) => {
        const after = new URLSearchParams(before);
        if (day === today) after.delete('date');
        else after.set('date', day);
        return after;
      }),
  };
}

/** Today or an earlier day. `daysBack`: how far back the API remembers, if that is limited. */
export function DayChoice({ day, choose, daysBack }: Days & Readonly<{ daysBack?: number }>) {
  const texts = useTexts(dayChoiceTexts);
  const { date: said } = useFormats();
  const today = useToday();
  const first = daysBack === undefined ? '' : addDays(today, -daysBack);
  // A half-typed day is not used.
  const [typed, setTyped] = useState(day);
  useEffect(() => setTyped(day), [day]);
  const take = (text: string): void => {
    setTyped(text);
    if (isDate(text) && isBetween(text, first, today)) choose(text);
  };
  return (
    <SpaceBetween size="xs" direction="horizontal" alignItems="center">
      <Button
        iconName="angle-left"
        ariaLabel={texts.before}
        disabled={day <= first}
        onClick={() => choose(addDays(day, -1))}
      />
      <DateField
        value={typed}
        label={texts.day}
        isUnlabelled
        toCalendar={texts.chosen(said(day))}
        isAllowed={(date) => isBetween(date, first, today)}
        set={take}
      />
      <Button
        iconName="angle-right"
        ariaLabel={texts.after}
        disabled={day >= today}
        onClick={() => choose(addDays(day, 1))}
      />
    </SpaceBetween>
  );
}

const isBetween = (day: string, first: string, last: string): boolean =>
  day >= first && day <= last;

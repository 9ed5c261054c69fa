import { Button, Grid, SpaceBetween } from '@cloudscape-design/components';
import { useEffect, useState } from 'react';
import { isDate } from '#domain/calendar/dates';
import { DateField } from '../../shared/days/date-field.tsx';
import { useTexts } from '../../shared/language.tsx';
import { useToday } from '../../shared/me.tsx';
import { renewalsTexts } from '../texts.ts';
import type { Asked } from './asked.ts';
import { MonthChoice } from './month-choice.tsx';

/** Which months, and as of which day. */
export function SpanChoice({ asked }: Readonly<{ asked: Asked }>) {
  const texts = useTexts(renewalsTexts).choice;
  const third = { default: 12, xs: 4 };
  return (
    <Grid gridDefinition={[{ colspan: third }, { colspan: third }, { colspan: third }]}>
      <MonthChoice
        label={texts.from}
        month={asked.from}
        choose={(from) => asked.set({ from, to: [from, asked.to].sort()[1] ?? from, month: null })}
      />
      <MonthChoice
        label={texts.to}
        month={asked.to}
        choose={(to) => asked.set({ to, from: [to, asked.from].sort()[0] ?? to, month: null })}
      />
      <DayChoice asked={asked} />
    </Grid>
  );
}

/** One of the months asked for, where a view is about a single cohort. */
export function CohortChoice({ asked }: Readonly<{ asked: Asked }>) {
  const texts = useTexts(renewalsTexts).choice;
  return (
    <Grid gridDefinition={[{ colspan: { default: 12, xs: 4 } }]}>
      <MonthChoice
        label={texts.month}
        month={asked.month}
        choose={(month) => asked.set({ month })}
      />
    </Grid>
  );
}

/** Used once the date is whole: it can be typed. */
function DayChoice({ asked }: Readonly<{ asked: Asked }>) {
  const texts = useTexts(renewalsTexts).choice;
  const today = useToday();
  const [typed, setTyped] = useState(asked.asOf ?? '');
  useEffect(() => setTyped(asked.asOf ?? ''), [asked.asOf]);
  const choose = (value: string) => {
    setTyped(value);
    if (value === '' || (isDate(value) && value <= today)) asked.set({ asOf: value || null });
  };
  return (
    <SpaceBetween size="xs" direction="horizontal" alignItems="end">
      <DateField
        label={texts.asOf}
        value={typed}
        placeholder={texts.today}
        isAllowed={(date) => date <= today}
        toCalendar={texts.asOf}
        set={choose}
      />
      {asked.asOf !== null && <Button onClick={() => choose('')}>{texts.today}</Button>}
    </SpaceBetween>
  );
}

import Button from '@cloudscape-design/components/button';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Select from '@cloudscape-design/components/select';
import { useEffect, useState } from 'react';
import { addMonths, isDate } from '#domain/calendar/dates';
import { useFormats } from '../../shared/format.ts';
import { useTexts } from '../../shared/language.tsx';
import { useToday } from '../../shared/me.tsx';
import { renewalsTexts } from '../texts.ts';
import type { Asked } from './asked.ts';

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

type MonthChoiceProps = Readonly<{ label: string; month: string; choose: (month: string) => void }>;

/** The last three years and the next: workers who paid ahead owe a month still to come. */
function MonthChoice({ label, month, choose }: MonthChoiceProps) {
  const formats = useFormats();
  const thisMonth = useToday().slice(0, 7);
  const listed = Array.from({ length: 36 + 12 }, (_, index) => addMonths(thisMonth, 12 - index));
  const options = [...(listed.includes(month) ? [] : [month]), ...listed].map((value) => ({
    value,
    label: formats.month(value),
  }));
  return (
    <FormField label={label} stretch>
      <Select
        selectedOption={{ value: month, label: formats.month(month) }}
        options={options}
        filteringType="auto"
        onChange={({ detail }) =>
          detail.selectedOption.value && choose(detail.selectedOption.value)
        }
      />
    </FormField>
  );
}

/** Used once the date is whole: it can be typed. */
function DayChoice({ asked }: Readonly<{ asked: Asked }>) {
  const texts = useTexts(renewalsTexts).choice;
  const { locale } = useFormats();
  const today = useToday();
  const [typed, setTyped] = useState(asked.asOf ?? '');
  useEffect(() => setTyped(asked.asOf ?? ''), [asked.asOf]);
  const choose = (value: string) => {
    setTyped(value);
    if (value === '' || (isDate(value) && value <= today)) asked.set({ asOf: value || null });
  };
  return (
    <FormField
      label={texts.asOf}
      stretch
      secondaryControl={
        asked.asOf !== null && <Button onClick={() => choose('')}>{texts.today}</Button>
      }
    >
      <DatePicker
        value={typed}
        format="long-localized"
        locale={locale}
        placeholder={texts.today}
        isDateEnabled={(date) => date.toLocaleDateString('sv-SE') <= today}
        onChange={({ detail }) => choose(detail.value)}
        openCalendarAriaLabel={() => texts.asOf}
      />
    </FormField>
  );
}

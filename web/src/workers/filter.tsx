import { FormField, Grid, Select } from '@cloudscape-design/components';
import { useState } from 'react';
import { isMonth } from '#domain/calendar/dates';
import { abbreviationOf, type Zone, zones } from '#domain/calendar/zones';
import { DateField } from '../shared/days/date-field.tsx';
import { useTexts } from '../shared/language.tsx';
import { Note } from '../shared/page/note.tsx';
import { owingTexts } from './owing-texts.ts';

type Asked = Readonly<{
  month: string;
  zone: string;
  ask(changed: Readonly<Record<string, string>>): void;
}>;

export function Filter({ month, zone, ask }: Asked) {
  const texts = useTexts(owingTexts);
  const [written, setWritten] = useState(month);
  const every = { value: '', label: texts.allZones };
  const choices = [
    every,
    ...zones.map((value) => ({ value, label: `${abbreviationOf(value)} (${value})` })),
  ];
  const half = { default: 12, xs: 6 };
  return (
    <Grid gridDefinition={[{ colspan: half }, { colspan: half }]}>
      <div>
        <DateField
          of="month"
          label={texts.month}
          errorText={isMonth(written) ? undefined : texts.monthWrong}
          value={written}
          set={(value) => {
            setWritten(value);
            if (isMonth(value)) ask({ month: value });
          }}
        />
        <Note fontSize="body-s">{texts.monthMeans}</Note>
      </div>
      <FormField label={texts.zone}>
        <Select
          options={choices}
          selectedOption={choices.find(({ value }) => value === (zone as Zone)) ?? every}
          onChange={({ detail }) => ask({ zone: detail.selectedOption.value ?? '' })}
        />
      </FormField>
    </Grid>
  );
}

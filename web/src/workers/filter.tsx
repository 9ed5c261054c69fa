import { FormField, Grid, Input, Select } from '@cloudscape-design/components';
import { useEffect, useState } from 'react';
import { isMonth } from '#domain/calendar/dates';
import { abbreviationOf, zones } from '#domain/calendar/zones';
import type { SettingsView } from '#flows/plan/show-settings';
import { DateField } from '../shared/days/date-field.tsx';
import { useTexts } from '../shared/language.tsx';
import { Note } from '../shared/page/note.tsx';
import { useRead } from '../shared/reading.ts';
import type { OwingAsked } from './owing-asked.ts';
import { owingTexts } from './owing-texts.ts';

type Asking = Readonly<{ asked: OwingAsked; ask(changed: Partial<OwingAsked>): void }>;

/** A province lies in one zone: whoever chooses the one asks no more for the other. */
export function Filter({ asked, ask }: Asking) {
  const texts = useTexts(owingTexts);
  const { data } = useRead<SettingsView>('/api/settings');
  const part = { default: 12, xxs: 6, m: 3 } as const;
  const zoneChoices = zones.map((value) => ({
    value,
    label: `${abbreviationOf(value)} (${value})`,
  }));
  const provinceChoices = (data?.provinces ?? []).map((value) => ({ value, label: value }));
  return (
    <Grid gridDefinition={[1, 2, 3, 4].map(() => ({ colspan: part }))}>
      <Month asked={asked} ask={ask} />
      <Choice
        label={texts.province}
        all={texts.allProvinces}
        value={asked.province}
        choices={provinceChoices}
        choose={(province) => ask({ province, zone: '' })}
      />
      <Group asked={asked} ask={ask} />
      <Choice
        label={texts.zone}
        all={texts.allZones}
        value={asked.zone}
        choices={zoneChoices}
        choose={(zone) => ask({ zone, province: '' })}
      />
    </Grid>
  );
}

function Month({ asked: { month }, ask }: Asking) {
  const texts = useTexts(owingTexts);
  const [written, setWritten] = useState(month);
  return (
    <div>
      <DateField
        of="month"
        label={texts.month}
        value={written}
        set={(value) => {
          setWritten(value);
          if (isMonth(value)) ask({ month: value });
        }}
      />
      <Note fontSize="body-s">{texts.monthMeans}</Note>
    </div>
  );
}

type ChoiceProps = Readonly<{
  label: string;
  all: string;
  value: string;
  choices: readonly Readonly<{ value: string; label: string }>[];
  choose(value: string): void;
}>;

function Choice({ label, all, value, choices, choose }: ChoiceProps) {
  const options = [{ value: '', label: all }, ...choices];
  return (
    <FormField label={label}>
      <Select
        options={options}
        selectedOption={options.find((each) => each.value === value) ?? { value, label: value }}
        filteringType={options.length > 8 ? 'auto' : 'none'}
        onChange={({ detail }) => choose(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}

/** Asked for when the field is left: half of a name would be another one. */
function Group({ asked: { group }, ask }: Asking) {
  const texts = useTexts(owingTexts);
  const [written, setWritten] = useState(group);
  useEffect(() => setWritten(group), [group]);
  const take = () => written.trim() === group || ask({ group: written.trim() });
  return (
    <FormField label={texts.group} constraintText={texts.groupMeans}>
      <Input
        value={written}
        autoComplete={false}
        onChange={({ detail }) => setWritten(detail.value)}
        onBlur={take}
        onKeyDown={({ detail }) => detail.key === 'Enter' && take()}
      />
    </FormField>
  );
}

import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import { useFormats } from '../format.ts';
import { useTexts } from '../language.tsx';
import { settingsTexts } from '../texts/settings.ts';
import type { Editing } from './plan-editing.tsx';
import { faultBelow } from './plan-faults.tsx';
import { TokenList } from './plan-tokens.tsx';
import { Heading } from './settings-heading.tsx';

/** Corrections to the decreed calendar, which move due dates and steps. */
export function HolidaySettings({ editing: { plan, edit, faults } }: Readonly<{ editing: Editing }>) {
  const texts = useTexts(settingsTexts).holidays;
  const { date } = useFormats();
  const shown = (day: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? date(day) : day);
  return (
    <Container header={<Heading title={texts.title} means={texts.means} />}>
      <ColumnLayout columns={2}>
        {(['add', 'remove'] as const).map((list) => (
          <FormField
            key={list}
            label={texts[list].label}
            description={texts[list].means}
            errorText={faultBelow(faults, `holidays.${list}`)}
          >
            <TokenList
              isDate
              shown={shown}
              items={plan.holidays[list]}
              texts={texts[list]}
              set={(days) => edit((before) => ({ ...before, holidays: { ...before.holidays, [list]: [...days].sort() } }))}
            />
          </FormField>
        ))}
      </ColumnLayout>
    </Container>
  );
}

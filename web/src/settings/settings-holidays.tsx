import {
  ColumnLayout,
  Container,
  ExpandableSection,
  FormField,
  SpaceBetween,
} from '@cloudscape-design/components';
import type { SettingsView } from '#flows/plan/show-settings';
import type { Editing } from '../plan/editing/edited-plan.tsx';
import { faultBelow } from '../plan/editing/faults.tsx';
import { TokenList } from '../plan/tokens.tsx';
import { useTexts } from '../shared/language.tsx';
import { Loaded } from '../shared/loading/loaded.tsx';
import { useToday } from '../shared/me.tsx';
import { useRead } from '../shared/reading.ts';
import { useFormats } from '../shared/words/format.ts';
import { holidaysTexts } from './holidays-texts.ts';
import { Heading } from './settings-heading.tsx';

/** Corrections to the official calendar, which move due dates and steps. */
export function HolidaySettings({
  editing: { plan, edit, faults },
}: Readonly<{ editing: Editing }>) {
  const texts = useTexts(holidaysTexts);
  const { date } = useFormats();
  return (
    <Container header={<Heading title={texts.title} means={texts.means} />}>
      <SpaceBetween size="l">
        <ColumnLayout columns={2}>
          {(['add', 'remove'] as const).map((list) => (
            <FormField
              key={list}
              label={texts[list].label}
              description={texts[list].means}
              errorText={faultBelow(faults, `holidays.${list}`)}
            >
              <TokenList
                ofDates
                shown={date}
                items={plan.holidays[list]}
                texts={texts[list]}
                set={(days) =>
                  edit((before) => ({
                    ...before,
                    holidays: { ...before.holidays, [list]: [...days].sort() },
                  }))
                }
              />
            </FormField>
          ))}
        </ColumnLayout>
        <OfficialCalendar />
      </SpaceBetween>
    </Container>
  );
}

/** The official holidays of this year and the next, before any correction. */
function OfficialCalendar() {
  const texts = useTexts(holidaysTexts).official;
  const settings = useRead<SettingsView>('/api/settings');
  const thisYear = Number(useToday().slice(0, 4));
  return (
    <ExpandableSection headerText={texts.title(String(thisYear), String(thisYear + 1))}>
      <Loaded query={settings} of={texts.about}>
        {({ holidays }) => (
          <Days
            days={holidays.filter(
              ({ date, kind }) => kind === 'national' && isOfYears(date, [thisYear, thisYear + 1]),
            )}
          />
        )}
      </Loaded>
    </ExpandableSection>
  );
}

const isOfYears = (date: string, years: readonly number[]): boolean =>
  years.includes(Number(date.slice(0, 4)));

function Days({ days }: Readonly<{ days: SettingsView['holidays'] }>) {
  const texts = useTexts(holidaysTexts).official;
  const { date } = useFormats();
  if (days.length === 0) return texts.none;
  return (
    <ul className="holidays">
      {days.map((day) => (
        <li key={`${day.date} ${day.name}`}>
          {date(day.date)}: {day.name}
          {day.basis === 'estimate' && ` (${texts.estimate})`}
        </li>
      ))}
    </ul>
  );
}

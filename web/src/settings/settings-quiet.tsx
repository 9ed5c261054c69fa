import {
  Checkbox,
  ColumnLayout,
  Container,
  FormField,
  SpaceBetween,
  TimeInput,
} from '@cloudscape-design/components';
import type { Plan } from '#domain/plan/plan';
import { differencesTexts } from '../plan/differences/differences-texts.ts';
import type { Editing } from '../plan/editing/edited-plan.tsx';
import { faultAt, faultBelow } from '../plan/editing/faults.tsx';
import { useTexts } from '../shared/language.tsx';
import { quietTexts } from './quiet-texts.ts';
import { Heading } from './settings-heading.tsx';

const quietDays = ['sunday', 'national-holiday'] as const satisfies Plan['quietDays'];

/** Hours and days on which nobody is texted. */
export function QuietTimes({ editing: { plan, edit, faults } }: Readonly<{ editing: Editing }>) {
  const texts = useTexts(quietTexts);
  const names = useTexts(differencesTexts).quietDays;
  const setHours = (hours: Partial<Plan['quietHours']>) =>
    edit((before) => ({ ...before, quietHours: { ...before.quietHours, ...hours } }));
  const setDay = (day: (typeof quietDays)[number], isQuiet: boolean) =>
    edit((before) => ({
      ...before,
      quietDays: quietDays.filter((each) =>
        each === day ? isQuiet : before.quietDays.includes(each),
      ),
    }));
  return (
    <Container header={<Heading title={texts.title} means={texts.means} />}>
      <SpaceBetween size="l">
        <FormField errorText={faultAt(faults, 'quietHours')} stretch>
          <ColumnLayout columns={2}>
            {(['from', 'to'] as const).map((end) => (
              <FormField
                key={end}
                label={texts[end]}
                errorText={faultAt(faults, `quietHours.${end}`)}
              >
                <TimeInput
                  format="hh:mm"
                  value={plan.quietHours[end]}
                  onChange={({ detail }) => setHours({ [end]: detail.value })}
                />
              </FormField>
            ))}
          </ColumnLayout>
        </FormField>
        <FormField
          label={texts.days}
          description={texts.daysMean}
          errorText={faultBelow(faults, 'quietDays')}
        >
          {quietDays.map((day) => (
            <Checkbox
              key={day}
              checked={plan.quietDays.includes(day)}
              onChange={({ detail }) => setDay(day, detail.checked)}
            >
              {names[day]}
            </Checkbox>
          ))}
        </FormField>
      </SpaceBetween>
    </Container>
  );
}

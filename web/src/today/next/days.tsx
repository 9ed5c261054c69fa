import type { Plan } from '#domain/plan/plan';
import type { Preview } from '#flows/preview/preview-plan';
import { useTexts } from '../../shared/language.tsx';
import { Note } from '../../shared/page/note.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useStepDescription } from '../../shared/words/step-name.ts';
import { nextTexts } from './texts.ts';
import './next.css';

type Of = Readonly<{ preview: Preview; plan: Plan }>;

/** A line a day and step; confirmations leave on whatever day people pay. */
export function NextDays({ preview: { days, confirmations }, plan }: Of) {
  const texts = useTexts(nextTexts);
  const { number, weekdayAndDay, month } = useFormats();
  const describe = useStepDescription();
  const nameOf = (id: string): string => {
    const step = plan.steps.find((each) => each.id === id);
    return step ? describe(step) : id;
  };
  const countOf = ({ expectedReminders, mostReminders }: Preview['days'][number]): string =>
    expectedReminders > 0 ? number(expectedReminders) : texts.atMost(number(mostReminders));
  const confirmed = confirmations.reduce((sum, each) => sum + each.expectedReminders, 0);
  return (
    <ul className="coming" aria-label={texts.list}>
      {days.map((day) => (
        <li key={`${day.date} ${day.step} ${day.month}`}>
          <div>
            {weekdayAndDay(day.date)}
            <Note fontSize="body-s">{texts.ofMonth(nameOf(day.step), month(day.month))}</Note>
          </div>
          <b>{countOf(day)}</b>
        </li>
      ))}
      {confirmations.length > 0 && (
        <li>
          <div>
            {texts.confirmations}
            <Note fontSize="body-s">{texts.confirmationsMeans}</Note>
          </div>
          <b>{number(confirmed)}</b>
        </li>
      )}
    </ul>
  );
}

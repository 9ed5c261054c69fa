import { addDays, firstDay, monthOf, monthRange, weekday } from '#domain/calendar/dates';
import type { Step } from '#domain/plan/plan';
import type { Preview } from '#flows/preview/preview-plan';
import { useTexts } from '../../shared/language.tsx';
import { useIs } from '../../shared/narrow.ts';
import { useFormats } from '../../shared/words/format.ts';
import { useStepDescription } from '../../shared/words/step-name.ts';
import { previewTexts } from './texts.ts';

type Day = Preview['days'][number];
type CalendarProps = Readonly<{
  from: string;
  to: string;
  days: readonly Day[];
  steps: readonly Step[];
}>;

/** A table a month, weeks from Monday: each day's steps, expected texts and cost. */
export function PreviewCalendar({ from, to, days, steps }: CalendarProps) {
  const byDate = Map.groupBy(days, ({ date }) => date);
  return monthRange(monthOf(from), monthOf(to)).map((month) => (
    <Month key={month} month={month} span={{ from, to }} byDate={byDate} steps={steps} />
  ));
}

type MonthProps = Readonly<{
  month: string;
  span: Readonly<{ from: string; to: string }>;
  byDate: ReadonlyMap<string, readonly Day[]>;
  steps: readonly Step[];
}>;

function Month({ month, span, byDate, steps }: MonthProps) {
  const texts = useTexts(previewTexts);
  const formats = useFormats();
  const isShown = (date: string): boolean =>
    isIn(date, month) && date >= span.from && date <= span.to;
  const weeks = weeksOf(month).filter((week) => week.some(isShown));
  return (
    <table className="calendar">
      <caption>{formats.month(month)}</caption>
      <thead>
        <tr>
          {texts.weekdays.map((day, at) => (
            <th key={day} scope="col" className={at === sunday ? 'sunday' : undefined}>
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((date, at) => (
              <td key={date} className={isShown(date) ? undefined : 'outside'}>
                {isIn(date, month) && (
                  <>
                    <span className={at === sunday ? 'calendar-day sunday' : 'calendar-day'}>
                      {Number(date.slice(8))}
                    </span>
                    {byDate.get(date)?.map((day) => (
                      <OnDay key={`${day.step} ${day.month}`} day={day} steps={steps} />
                    ))}
                  </>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The Sunday of its week. */
const sunday = 6;

const isIn = (date: string, month: string): boolean => date.startsWith(month);

function weeksOf(month: string): readonly (readonly string[])[] {
  const first = firstDay(month);
  const monday = addDays(first, 1 - weekday(first));
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => addDays(monday, 7 * week + day)),
  );
}

function OnDay({ day, steps }: Readonly<{ day: Day; steps: readonly Step[] }>) {
  const texts = useTexts(previewTexts);
  const { number, shortNumber, rupiah, month } = useFormats();
  // A tablet's seventh holds neither 21.622.000 nor its rupiah; the table below has both.
  const isTablet = useIs('tooNarrowForTabs');
  const count = isTablet ? shortNumber : number;
  const describe = useStepDescription();
  const step = steps.find(({ id }) => id === day.step);
  return (
    <div className={`calendar-step ${step?.anchor ?? 'due'}`} title={month(day.month)}>
      <b>
        {day.expectedReminders > 0
          ? texts.onDay(count(day.expectedReminders))
          : texts.atMostOnDay(count(day.mostReminders))}
      </b>
      <span>{step ? describe(step) : day.step}</span>
      {day.expectedReminders > 0 && !isTablet && <span>{rupiah(day.expectedCostRupiah)}</span>}
    </div>
  );
}

import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { addDays, daysBetween, weekday } from '#domain/calendar/dates';

const { PlainDate } = Temporal;

it('every day from 1900 to 2200 is as Temporal says, one after the other', () => {
  for (let day = PlainDate.from('1900-01-01'); day.year < 2201; day = day.add({ days: 1 })) {
    const text = day.toString();
    if (addDays('1900-01-01', daysBetween('1900-01-01', text)) !== text) expect.fail(text);
    if (weekday(text) !== day.dayOfWeek) expect.fail(text);
  }
});

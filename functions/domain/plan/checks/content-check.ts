import { parsePhone } from '#domain/people/phone';
import { type Check, someOf, textsAt } from '#domain/plan/checks/step-check';
import { problem } from '#domain/problem';

export const textsOfPayment: Check = ({ paidText }, { settings: { lapseMonths } }) =>
  textsAt('paidText.texts', paidText?.enabled ? paidText.texts : someOf(paidText?.texts), {
    maxParts: 1,
    lapseMonths,
  });

export const noWindow: Check = ({ quietHours }) => {
  if (!quietHours) return [];
  const { from, to } = quietHours;
  const sendingMinutes = from === to ? 0 : (minutesOf(from) - minutesOf(to) + 24 * 60) % (24 * 60);
  return sendingMinutes >= 60
    ? []
    : [{ path: 'quietHours', ...problem('quiet-all-day', { from, to, minutes: sendingMinutes }) }];
};

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

export const holidayTwice: Check = ({ holidays }) => {
  if (!holidays) return [];
  const twice = (['add', 'remove'] as const).flatMap((list) =>
    holidays[list].flatMap((date, index) =>
      holidays[list].indexOf(date) < index
        ? [{ path: `holidays.${list}.${index}`, ...problem('holiday-twice', { date }) }]
        : [],
    ),
  );
  const both = holidays.remove.flatMap((date, index) =>
    holidays.add.includes(date)
      ? [{ path: `holidays.remove.${index}`, ...problem('holiday-both', { date }) }]
      : [],
  );
  return [...twice, ...both];
};

export const phones: Check = ({ onlyTo, testPhones }) =>
  Object.entries({ onlyTo: onlyTo ?? [], testPhones: testPhones ?? [] }).flatMap(([list, each]) =>
    each.flatMap((phone, index) => {
      const parsed = parsePhone(phone);
      return 'reason' in parsed
        ? [{ path: `${list}.${index}`, value: JSON.stringify(phone), ...parsed }]
        : [];
    }),
  );

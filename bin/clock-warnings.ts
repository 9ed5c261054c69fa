import { localDate } from '#domain/calendar/dates';
import { holidays } from '#domain/calendar/holiday-table';

/**
 * What is odd about the clock at a start, a line each. `setBack`: by how many ms since the last.
 */
export function clockWarnings(setBack: number): readonly string[] {
  const year = localDate('Asia/Jakarta', new Date().toISOString()).slice(0, 4);
  return [...(setBack >= minute ? [wasSetBack(setBack)] : []), ...outsideTheTables(year)];
}

const wasSetBack = (by: number): string =>
  `The clock of this machine was set back by about ${inWords(by)} since Ingat last ran. ` +
  "Ingat's own clock goes on from where it stood; --fresh starts over.";

/** Tariff and holidays have years; in another one amounts and days are not law. */
function outsideTheTables(year: string): readonly string[] {
  const years = holidays.map(({ date }) => date.slice(0, 4)).sort();
  const [first = '', last = ''] = [years[0], years.at(-1)];
  if (first <= year && year <= last) return [];
  return [
    `The clock stands in ${year}, but discounts and holidays are known for ${first} to ${last} ` +
      'only: amounts are full ones, and due dates heed weekends alone.',
  ];
}

const minute = 60_000;
const units = [
  ['day', 1_440 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
] as const;

function inWords(ms: number): string {
  const [unit, size] = units.find(([, size]) => ms >= size) ?? units[2];
  const count = Math.round(ms / size);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

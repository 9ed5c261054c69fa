import type { Month } from '#domain/calendar/dates';
import { aPerson, header, type Person, rowOf } from '#local/made-up';
import { between, type Chance, oneOf } from '#local/simulation/chance';
import { shares } from '#local/simulation/habits';

/** A made-up worker whose facts are drawn. */
export function drawnPerson(number: number, coveredThrough: Month, chance: Chance): Person {
  const draw = (what: string): number => chance('person', number, what);
  return aPerson(number, {
    ...(draw('phone') < shares.noPhone ? { phone: '' } : {}),
    province: oneOf(draw('province'), provinces),
    sector: oneOf(draw('sector'), { transport: 35, other: 65 }),
    income: 100_000 * between(draw('income') ** 2, 5, 30),
    jht: draw('jht') < 0.2 ? 'yes' : 'no',
    language: oneOf(draw('language'), { id: 85, jv: 10, su: 5 }),
    coveredThrough,
  });
}

/** The one line by which a worker leaves. */
export const leavingOf = (person: Person, on: string, reason: string): string =>
  `${header},ended_on,ended_reason\n${rowOf(person)},${on},${reason}\n`;

/** Parts of a hundred, roughly as people live. */
export const provinces = {
  'Jawa Barat': 19,
  'Jawa Timur': 18,
  'Jawa Tengah': 18,
  'DKI Jakarta': 10,
  'Sumatera Utara': 9,
  'Sulawesi Selatan': 9,
  Bali: 7,
  'Nusa Tenggara Barat': 4,
  Papua: 4,
  Maluku: 2,
};

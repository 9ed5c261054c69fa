import type { Month } from '#domain/calendar/dates';
import { between, type Chance, oneOf } from '#local/simulation/chance';
import { shares } from '#local/simulation/habits';

/** A made-up worker. A NIK with the serial 0000 belongs to no one, and 0870 to no operator. */
export type Person = Readonly<{
  nik: string;
  name: string;
  phone: string;
  province: string;
  sector: string;
  income: number;
  jht: 'yes' | 'no';
  language: string;
  coveredThrough: Month;
}>;

export function aPerson(number: number, coveredThrough: Month, chance: Chance): Person {
  const draw = (what: string): number => chance('person', number, what);
  return {
    nik: nikOf(number),
    name: `${firstNames[number % firstNames.length]} ${lastNames[Math.floor(number / firstNames.length) % lastNames.length]}`,
    phone: draw('phone') < shares.noPhone ? '' : `0870${String(number).padStart(8, '0')}`,
    province: oneOf(draw('province'), provinces),
    sector: oneOf(draw('sector'), { transport: 35, other: 65 }),
    income: 100_000 * between(draw('income') ** 2, 5, 30),
    jht: draw('jht') < 0.2 ? 'yes' : 'no',
    language: oneOf(draw('language'), { id: 85, jv: 10, su: 5 }),
    coveredThrough,
  };
}

const columns = 'nik,name,phone,province,sector,income,jht,language,covered_through';

export const rosterOf = (people: readonly Person[]): string =>
  [columns, ...people.map((person) => Object.values(person).join()), ''].join('\n');

/** The one line by which a worker leaves. */
export const leavingOf = (person: Person, on: string, reason: string): string =>
  [`${columns},ended_on,ended_reason`, [...Object.values(person), on, reason].join(), ''].join(
    '\n',
  );

const firstNames =
  'Siti Sri Dewi Agus Budi Wayan Yohana Rahmat Endang Slamet Nur Ketut Maria Joko Wati'.split(' ');
const lastNames =
  'Aminah Hartati Lestari Santoso Wibowo Suryani Wenda Hidayat Rahayu Riyadi Halimah Sudarma Tanahu Susilo'.split(
    ' ',
  );

/** Parts of a hundred, roughly as people live. */
const provinces = {
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

/** 28 × 12 × 100 dates of birth in each region. */
function nikOf(number: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const [day, month] = [1 + (number % 28), 1 + (Math.floor(number / 28) % 12)];
  const year = Math.floor(number / 336) % 100;
  return `${337_201 + Math.floor(number / 33_600)}${two(day)}${two(month)}${two(year)}0000`;
}

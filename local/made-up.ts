/** Made-up people: no region has the number 99 of their NIKs, and no operator has 0870. */

export type Person = Readonly<{
  nik: string;
  name: string;
  phone: string;
  province: string;
  sector: 'transport' | 'other';
  income: number;
  jht: 'yes' | 'no';
  language: 'id' | 'jv' | 'su' | 'en';
  coveredThrough: string;
}>;

export const header = 'nik,name,phone,province,sector,income,jht,language,covered_through';

/**
 * The number-th made-up person: sells batik in Solo, lowest tier, no JHT, covered through October
 * 2026. Name only what matters.
 */
export const aPerson = (number: number, facts: Partial<Person> = {}): Person => ({
  nik: nikOf(number),
  name: `Siti ${letters(number)}`,
  phone: `+62870${String(number).padStart(8, '0')}`,
  province: 'Jawa Tengah',
  sector: 'other',
  income: 1_000_000,
  jht: 'no',
  language: 'id',
  coveredThrough: '2026-10',
  ...facts,
});

export const people = (count: number, facts: Partial<Person> = {}, first = 1): readonly Person[] =>
  Array.from({ length: count }, (_, index) => aPerson(first + index, facts));

/** In the order of the header. */
export const rowOf = (person: Person): string => Object.values(person).join();

export const csvOf = (persons: readonly Person[]): string =>
  [header, ...persons.map(rowOf), ''].join('\n');

/** 12 × 28 × 100 dates of birth in each region. */
function nikOf(number: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const [day, month] = [1 + (number % 28), 1 + (Math.floor(number / 28) % 12)];
  const year = Math.floor(number / 336) % 100;
  return `${997_201 + Math.floor(number / 33_600)}${two(day)}${two(month)}${two(year)}0001`;
}

/** 27 → `Bb`: a text shows whom it is for, and a name has no digits. */
function letters(number: number): string {
  const rest = number >= 26 ? letters(Math.floor(number / 26)) : '';
  const letter = String.fromCharCode((rest ? 97 : 65) + (number % 26));
  return rest + letter;
}

import { aPerson, type Person } from '#local/made-up';

/** Who is in the storm: people of every kind, by their number. */
export const castSize = 160;
/** Nobody knows them until a later roster brings them; their first payments wait. */
export const strangers = 12;

export const numbers = (from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => from + index);

export const everyNumber = numbers(1, castSize + strangers);

const provinces = ['Bali', 'Papua', 'Jawa Tengah', 'Jawa Tengah', 'Jawa Barat'] as const;
const zoneOf: Readonly<Record<string, string>> = { Bali: '+08:00', Papua: '+09:00' };
const coveredThrough: Readonly<Record<number, string>> = {
  7: '2026-08',
  8: '2026-09',
  9: '2026-12',
};

export const isGovernmentPaid = (number: number): boolean => number % 37 === 0;
export const hasPhone = (number: number): boolean => number % 31 !== 0;
export const isDead = (number: number): boolean => number % 13 === 0;
const sharesPhone = (number: number): boolean => number % 17 === 0;

/** As the office knows them at the beginning. */
export function member(number: number): Person {
  const person = aPerson(number, {
    province: provinces[number % provinces.length] ?? 'Bali',
    coveredThrough: coveredThrough[number % 10] ?? '2026-10',
    jht: number % 6 === 0 ? 'yes' : 'no',
  });
  if (!hasPhone(number)) return { ...person, phone: '' };
  return sharesPhone(number) ? { ...person, phone: aPerson(number - 1).phone } : person;
}

/** What a later roster says of who paid at an office. */
export const aheadOf = (number: number): string =>
  member(number).coveredThrough === '2026-12' ? '2027-01' : '2026-11';

/** The offset of the zone they live in. */
export const offsetOf = (number: number): string => zoneOf[member(number).province] ?? '+07:00';

/**
 * JKK Rp10.000 and JKM Rp6.800, through 2026 at half price for who pays for themselves; JHT
 * Rp20.000 always in full.
 */
export const priceOf = (number: number, month: string): number =>
  (month <= '2026-12' && !isGovernmentPaid(number) ? 8_400 : 16_800) +
  (member(number).jht === 'yes' ? 20_000 : 0);

/** The last word of a name is nobody else's, whatever an admin makes of the first. */
export const lastWord = (name: string): string => name.split(' ').at(-1) ?? name;
export const numberByName: ReadonlyMap<string, number> = new Map(
  everyNumber.map((number) => [lastWord(member(number).name), number]),
);

export const deadNumbers: readonly string[] = everyNumber
  .filter((number) => isDead(number) && hasPhone(number))
  .map((number) => member(number).phone);

const columns =
  'nik,name,phone,province,sector,income,jht,language,covered_through,government_paid';

export const rosterOf = (persons: readonly (readonly [number, Partial<Person>?])[]): string =>
  [
    columns,
    ...persons.map(([number, facts]) =>
      [
        ...Object.values({ ...member(number), ...facts }),
        isGovernmentPaid(number) ? 'yes' : 'no',
      ].join(),
    ),
    '',
  ].join('\n');

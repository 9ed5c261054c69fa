import { isDate, isMonth } from '#domain/calendar/dates';
import { zones } from '#domain/calendar/zones';
import { languages, sectors } from '#domain/people/worker';
import { type CounterPlace, dimensions } from '#domain/renewals/counting/counts';
import type { Segment } from '#domain/renewals/counting/segment';

/** `province#Bali#2026-11` or, of members, `2026-10#Asia/Jakarta#id#other#reminded#text`. */
export function placeName(place: CounterPlace): string {
  if (place.of === 'cohort') return [place.dimension, place.value, place.period].join('#');
  const { coveredThrough, zone, language, sector, heldOut, reach } = place.like;
  return [
    coveredThrough,
    zone,
    language,
    sector,
    heldOut ? arms.heldOut : arms.reminded,
    reach,
  ].join('#');
}

/** Reads a `placeName`. Throws for other names: no number must be left out silently. */
export function cohortPlace(month: string, name: string): CounterPlace {
  const [dimension = '', value = '', period = '', ...more] = name.split('#');
  const of = oneOf(dimensions, dimension);
  const holds =
    of &&
    (of === 'total') === (value === '') &&
    isMonth(month) &&
    isMonth(period) &&
    more.length === 0;
  if (!holds) throw new Error(`No counters have the name ${name} in the cohort ${month}`);
  return { of: 'cohort', month, dimension: of, value, period };
}

/** Reads a `placeName`. Throws for other names. */
export function membersPlace(name: string): CounterPlace {
  const [
    coveredThrough = '',
    zoneName = '',
    languageName = '',
    sectorName = '',
    arm = '',
    reachName = '',
    ...more
  ] = name.split('#');
  const [zone, language, sector] = [
    oneOf(zones, zoneName),
    oneOf(languages, languageName),
    oneOf(sectors, sectorName),
  ];
  const reach: Segment['reach'] | undefined = isDate(reachName)
    ? reachName
    : oneOf(reaches, reachName);
  const holds = isMonth(coveredThrough) && oneOf(Object.values(arms), arm) && more.length === 0;
  if (!holds || !zone || !language || !sector || !reach)
    throw new Error(`No counters of members have the name ${name}`);
  return {
    of: 'members',
    like: { coveredThrough, zone, language, sector, heldOut: arm === arms.heldOut, reach },
  };
}

const arms = { reminded: 'reminded', heldOut: 'held-out' } as const;
const reaches = [
  'text',
  'no-phone',
  'dead-number',
  'stopped',
] as const satisfies readonly Segment['reach'][];

const oneOf = <T extends string>(known: readonly T[], word: string): T | undefined =>
  known.find((each) => each === word);

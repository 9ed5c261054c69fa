import { type CalendarDate, isDate, isMonth, type Month, monthOf } from '#domain/calendar/dates';
import { zones } from '#domain/calendar/zones';
import { languages, sectors } from '#domain/people/worker';
import { type CounterPlace, dimensions } from '#domain/renewals/counting/counter';
import type { Segment } from '#domain/renewals/counting/segment';

/**
 * `2026-11#province#Bali#2026-11-12#paid.early`, of members
 * `2026-10#Asia/Jakarta#id#other#reminded#text`, of receipts `paid#2026-11#2026-11-12#bank`.
 */
export function placeName(place: CounterPlace): string {
  if (place.of === 'cohort')
    return [place.month, place.dimension, place.value, place.day, place.group].join('#');
  if (place.of === 'receipts') return [place.by, place.month, place.day, place.channel].join('#');
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

/** All names of these months' cohorts, and no others, lie between these two. */
export const namesBetween = (from: Month, to: Month): readonly [first: string, last: string] => [
  `${from}#`,
  `${to}#~`,
];

/** The names of what was recorded on these days. */
export const recordedBetween = (from: CalendarDate, to: CalendarDate) =>
  [`recorded#${monthOf(from)}#${from}#`, `recorded#${monthOf(to)}#${to}#~`] as const;

/** The names of all that was paid in this month. */
export const paidIn = (month: Month) => [`paid#${month}#`, `paid#${month}#~`] as const;

/** Reads a `placeName`. Throws for other names: no number must be left out silently. */
export function cohortPlace(name: string): CounterPlace {
  const [month = '', dimension = '', value = '', day = '', group = '', ...more] = name.split('#');
  const of = oneOf(dimensions, dimension);
  const holds = of && isMonth(month) && isDate(day) && value && group && more.length === 0;
  if (!holds) throw new Error(`No counters of a cohort have the name ${name}`);
  return { of: 'cohort', month, dimension: of, value, day, group };
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

/** Reads a `placeName`. Throws for other names. */
export function receiptsPlace(name: string): CounterPlace {
  const [byName = '', month = '', day = '', channel = '', ...more] = name.split('#');
  const by = oneOf(['recorded', 'paid'], byName);
  if (!by || !isMonth(month) || !isDate(day) || !channel || more.length > 0)
    throw new Error(`No counters of receipts have the name ${name}`);
  return { of: 'receipts', by, month, day, channel };
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

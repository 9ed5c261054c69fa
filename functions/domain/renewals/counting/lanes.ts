import { provinces } from '#domain/calendar/provinces';
import { tenures } from '#domain/people/tenure';
import { languages, sectors } from '#domain/people/worker';
import type { CounterPlace, Dimension } from '#domain/renewals/counting/counter';
import {
  cohortPlace,
  membersPlace,
  placeName,
  receiptsPlace,
} from '#domain/renewals/counting/counter-place';

/**
 * Each lane is a partition that is counted by itself, in transactions that touch no other. How many
 * there are follows from the rows that a batch of the busiest day touches (docs/decisions/0049).
 */
const lanes = { province: 8, sector: 2, language: 2, tenure: 2, members: 8, receipts: 2 } as const;
type Kind = keyof typeof lanes;

/** `province.3` */
export function laneOf(place: CounterPlace): string {
  if (place.of === 'members') return lane('members', spread(placeName(place)));
  if (place.of === 'receipts') return lane('receipts', spread(place.channel));
  return lane(place.dimension, values[place.dimension].indexOf(place.value));
}

/** Evenly over the known values; those that are unknown share the first lane. */
const values: Readonly<Record<Dimension, readonly string[]>> = {
  province: provinces,
  sector: sectors,
  language: languages,
  tenure: tenures,
};

/** Stands for all lanes where positions are kept. */
export const everyLane = 'every';

const lane = (kind: Kind, index: number): string => `${kind}.${Math.max(0, index) % lanes[kind]}`;

const spread = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 0);

export const lanesOf = (kind: Kind): readonly string[] =>
  Array.from({ length: lanes[kind] }, (_, index) => lane(kind, index));

/** Reads the name of a place that lies in this lane. Throws for names that nobody wrote. */
export function placeIn(inLane: string, name: string): CounterPlace {
  if (inLane.startsWith('members.')) return membersPlace(name);
  return inLane.startsWith('receipts.') ? receiptsPlace(name) : cohortPlace(name);
}

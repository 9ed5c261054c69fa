import type { Instant } from '#domain/calendar/dates';
import { instantOf } from '#domain/calendar/instants';

/** A second has a place for each part, which has its moment: of ten, the fourth leaves at 0.3 s. */
export type Asked = Readonly<{
  /** Since 1970. */
  second: number;
  places: number;
  perSecond: number;
  /** A place before this one is too old to be given; then all before `from` are lost. */
  oldest: number;
  from: number;
}>;

/** Whoever has claimed already asks for a place alone, which takes a quarter of a claim's lead. */
export const askingLead = (claimLeadMilliseconds: number): number => claimLeadMilliseconds / 4;
/** A text that is later than this has lost its place, so that lost time is not made up for. */
export const toleranceMilliseconds = 100;

/** Of places in a second that has begun or will begin, those that `lead` ms still reach. */
export function asked(
  { second, places, perSecond }: Pick<Asked, 'second' | 'places' | 'perSecond'>,
  { now, lead }: Readonly<{ now: number; lead: number }>,
): Asked {
  const at = (milliseconds: number) =>
    Math.max(0, Math.ceil(((milliseconds - 1_000 * second) * perSecond) / 1_000));
  const from = at(now + lead);
  const oldest = at(now + lead - toleranceMilliseconds);
  return { second, places, perSecond, oldest, from };
}

/** When texts with places from `first` on leave: at their last part's, while there is room. */
export function momentsFrom(
  first: number,
  parts: readonly number[],
  { second, perSecond }: Pick<Asked, 'second' | 'perSecond'>,
): readonly Instant[] {
  let place = first - 1;
  const lasts = parts.map((each) => {
    place += each;
    return place;
  });
  return lasts
    .filter((last) => last < perSecond)
    .map((last) => instantOf(1_000 * second + Math.floor((1_000 * last) / perSecond)));
}

/** In its second, and not much later than its moment. */
export const isInPlace = (place: number, now: number): boolean =>
  now >= place &&
  now - place <= toleranceMilliseconds &&
  Math.floor(now / 1_000) === Math.floor(place / 1_000);

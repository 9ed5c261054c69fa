import type { Formats } from '../shared/words/formats.ts';
import type { unitOf } from './figure-texts.ts';

/** Of two rates in points: 45,0% after 50,0% is 5 points less, but a tenth. */
export function differenceSaid(
  unit: (typeof unitOf)[keyof typeof unitOf],
  difference: number | null,
  { number, rupiah, decimal, signed }: Formats,
  points: (points: string) => string,
): string {
  const percent = (fraction: number) => points(decimal(100 * fraction));
  return difference === null ? number(null) : signed({ number, rupiah, percent }[unit], difference);
}

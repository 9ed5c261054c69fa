import { parsePhone } from '#domain/people/phone';

/** Throws a sentence for whoever typed what is no mobile number. */
export function checkPhone(typed: string): void {
  const parsed = parsePhone(typed);
  if (!('phone' in parsed)) throw new Error(`${typed} ${parsed.reason}`);
}

type Bounds = Readonly<{ from: number; to: number; whole?: boolean }>;

/** What was typed for an option, as a number in these bounds; throws a sentence otherwise. */
export function numberTyped(option: string, typed: string, bounds: Bounds): number {
  const { from, to, whole = true } = bounds;
  const number = Number(typed);
  const isNumber = typed.trim() !== '' && (!whole || Number.isInteger(number));
  if (isNumber && number >= from && number <= to) return number;
  const kind = whole ? 'a whole number' : 'a number';
  throw new Error(`--${option} ${typed} is not ${kind} from ${from} to ${to}.`);
}

import type { PaymentRecord } from '#domain/payments/payment';
import type { Person, Seen, Text } from '../look.ts';

/** What must hold after a storm; `broken` says where it does not. */
export type Promised = Readonly<{ promise: string; broken(seen: Seen): readonly string[] }>;

/** Of each person, with their number before it. */
export const each = (
  persons: readonly Person[],
  broken: (person: Person) => readonly string[],
): readonly string[] =>
  persons.flatMap((person) => broken(person).map((found) => `${person.number}: ${found}`));

export const twice = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
];

export const said = ({ number, step, at }: Text): string => `${step} to ${number} at ${at}`;

export const seconds = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 1_000;

/** Bought with it, or linked to it: a roster had told of them before. */
export const paidFor = ({
  bought,
  linked,
}: Pick<PaymentRecord, 'bought' | 'linked'>): readonly string[] => [
  ...bought,
  ...(linked?.months ?? []),
];

/** After the one month, up to the other. */
export function monthsBetween(after: string, through: string): readonly string[] {
  const months: string[] = [];
  for (let [year = 0, month = 0] = after.split('-').map(Number); ; ) {
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > through) return months;
    months.push(name);
  }
}

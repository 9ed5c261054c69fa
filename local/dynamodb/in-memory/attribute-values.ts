import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Row } from '#aws/reading';
import type { Key } from '#table';

/** As DynamoDB writes it on the wire: `{S: 'a'}`, `{N: '1'}`. Never changed in place. */
export type Value = Readonly<{
  S?: string;
  N?: string;
  B?: string;
  BOOL?: boolean;
  NULL?: boolean;
  M?: Item;
  L?: readonly Value[];
  SS?: readonly string[];
}>;
export type Item = Readonly<Record<string, Value>>;

/** To lay rows in past the SDK, and to look at them. */
export const itemOf = (row: Row): Item => marshall(row, { removeUndefinedValues: true }) as Item;
export const rowOf = (item: Item): Row => unmarshall(item as Parameters<typeof unmarshall>[0]);

export const keyOf = ({ pk, sk }: Item): Key => ({ pk: pk?.S ?? '', sk: sk?.S ?? '' });

export const sameValue = (left: Value | undefined, right: Value | undefined): boolean =>
  left !== undefined && right !== undefined && compared(left, right) === 0;

/** Below, at or above 0; NaN where values of these types have no order, as in DynamoDB. */
export function compared(left: Value, right: Value): number {
  if (left.S !== undefined && right.S !== undefined) return order(left.S, right.S);
  if (left.N !== undefined && right.N !== undefined) return Number(left.N) - Number(right.N);
  return JSON.stringify(left) === JSON.stringify(right) ? 0 : Number.NaN;
}

const order = (left: string, right: string): number => (left === right ? 0 : left < right ? -1 : 1);

/**
 * Bytes, as DynamoDB counts them: names and texts in UTF-8, about half a byte a digit, 3 bytes and
 * 1 an element for a list or map (developer guide, "DynamoDB item sizes and formats").
 */
export const sizeOf = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + bytes(name) + valueSize(value), 0);

function valueSize({ S, N, M, L }: Value): number {
  if (S !== undefined) return bytes(S);
  if (N !== undefined) return Math.ceil(N.length / 2) + 1;
  if (M !== undefined) return 3 + Object.keys(M).length + sizeOf(M);
  if (L !== undefined) return 3 + L.reduce((sum, each) => sum + 1 + valueSize(each), 0);
  return 1;
}

const bytes = (text: string): number => Buffer.byteLength(text);

/** A write costs a unit a KB, of the row before or after, whichever is larger; double in a
 * transaction. */
export const writeUnits = (before: Item | undefined, after: Item | undefined): number =>
  Math.max(1, ...[before, after].map((item) => Math.ceil((item ? sizeOf(item) : 0) / 1_024)));

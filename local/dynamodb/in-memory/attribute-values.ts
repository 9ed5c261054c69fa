import { convertToAttr, convertToNative } from '@aws-sdk/util-dynamodb';
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

/**
 * To lay rows in past the SDK, and to look at them: as its `marshall` and `unmarshall` do, which
 * take three times as long for what most rows are made of.
 */
export function itemOf(row: Row): Item {
  const item: Record<string, Value> = {};
  for (const name in row) if (row[name] !== undefined) item[name] = writtenOf(row[name]);
  return item;
}

export function rowOf(item: Item): Row {
  const row: Record<string, unknown> = {};
  for (const name in item) row[name] = readOf(item[name] as Value);
  return row;
}

function writtenOf(value: unknown): Value {
  if (typeof value === 'string') return { S: value };
  if (Number.isSafeInteger(value)) return { N: String(value) };
  if (Array.isArray(value)) return { L: value.filter((each) => each !== undefined).map(writtenOf) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  if (isPlain(value)) return { M: itemOf(value) };
  return convertToAttr(value, { removeUndefinedValues: true }) as Value;
}

function readOf(value: Value): unknown {
  const { S, N, L, M, BOOL, NULL } = value;
  if (S !== undefined) return S;
  if (N !== undefined && Number.isSafeInteger(Number(N))) return Number(N);
  if (BOOL !== undefined) return BOOL;
  if (NULL) return null;
  if (L !== undefined) return L.map(readOf);
  return M === undefined
    ? convertToNative(value as Parameters<typeof convertToNative>[0])
    : rowOf(M);
}

const isPlain = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

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
export function sizeOf(item: Item): number {
  let size = 0;
  for (const name in item) size += bytes(name) + valueSize(item[name] as Value);
  return size;
}

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

import { keyOf } from '#aws/renewals/counter-rows';
import type { CounterItem } from '#domain/renewals/counting/counter';

/**
 * Bytes as DynamoDB counts them: names and text in UTF-8, a number half a byte a digit and two
 * more.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export const rowSize = ({ place, counts }: CounterItem): number =>
  attributeSizes(keyOf(place)) + attributeSizes(counts);

export const attributeSizes = (attributes: Readonly<Record<string, string | number>>): number =>
  Object.entries(attributes).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + valueSize(value),
    0,
  );

const valueSize = (value: string | number): number =>
  typeof value === 'string' ? Buffer.byteLength(value) : Math.ceil(String(value).length / 2) + 2;

import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { itemOf, rowOf } from '#local/dynamodb/in-memory/attribute-values';

/** Not those that every object has, as `constructor`: they mislead the SDK, and no row has one. */
const name = fc.string({ minLength: 1 }).filter((text) => !(text in {}));
const one = fc.oneof(
  ...[fc.string(), fc.maxSafeInteger(), fc.boolean(), fc.constant(null), fc.constant(undefined)],
  ...[fc.double({ noNaN: true, min: -1e6, max: 1e6 }), fc.uint8Array({ minLength: 1 })],
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    one,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));
const rows = fc.dictionary(name, value, { noNullPrototype: true });

it('writes and reads rows as the SDK does', () => {
  fc.assert(
    fc.property(rows, (row) => {
      const item = marshall(row, { removeUndefinedValues: true });
      expect(itemOf(row)).toEqual(item);
      expect(rowOf(itemOf(row))).toEqual(unmarshall(item));
    }),
  );
});

it('refuses numbers that no reader would get back', () => {
  for (const number of [2 ** 60, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => itemOf({ number })).toThrow();
});

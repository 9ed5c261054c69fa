import { expect, it } from 'vitest';
import { isDeeperThan } from '#domain/json-depth';

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

it.each<[string, string, boolean]>([
  ['as deep as allowed', nested(3), false],
  ['one level deeper', nested(4), true],
  ['objects and lists together', '{"a":[{"b":[]}]}', true],
  ['wide, not deep', '[[],{},[[]],[[]],[[]]]', false],
  ['brackets in a text', '["[[[[[[{{{"]', false],
  ['a quote in a text, then brackets', '["\\"[[[[[["]', false],
  ['a backslash that ends a text, then brackets', '["\\\\",[[[]]]]', true],
  ['nothing', '', false],
])('%s', (_, json, deeper) => expect(isDeeperThan(3, json)).toBe(deeper));

it('takes a body of 10 MB in its stride', () => {
  expect(isDeeperThan(3, `["${'[\\"'.repeat(3_000_000)}"]`)).toBe(false);
});

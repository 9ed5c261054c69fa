import { expect, it } from 'vitest';
import { type AwaitedReceipts, receiptsAreSilent } from '#domain/silences/receipts-silent';

const nine = '2026-11-11T02:00:00.000Z';
const three = '2026-11-11T08:00:00.000Z';
const awaited = { since: nine, texts: 5 };

it.each<[string, AwaitedReceipts | null, string, boolean]>([
  ['nothing was sent', null, three, false],
  ['five texts, six hours ago', awaited, three, true],
  ['five texts, a moment less', awaited, '2026-11-11T07:59:59.999Z', false],
  ['four texts: chance', { since: nine, texts: 4 }, three, false],
  ['many, two days ago', { since: nine, texts: 9_000 }, '2026-11-13T02:00:00.000Z', true],
])('%s', (_, given, now, silent) => {
  expect(receiptsAreSilent(given, now)).toBe(silent);
});

import { expect, it } from 'vitest';
import { textReasonIn } from '#web/src/shared/words/text-reasons';

it.each([
  ['sender-stopped', 'pengiriman terputus di tengah jalan'],
  ['TimeoutError', 'penyedia SMS tidak menjawab pada waktunya'],
  ['InvalidParameterException', 'penyedia SMS menolak nomor atau teksnya'],
  ['Phone is currently unreachable/unavailable', 'HP sedang tidak dapat dihubungi'],
  [
    'text-too-long: The text of step "before" takes 3 SMS parts for this worker; the step allows 2.',
    'teksnya melebihi batas bagian SMS',
  ],
  ['a carrier’s own words', 'a carrier’s own words'],
  ['EHOSTUNREACH', null],
])('says why a text went wrong, and shows nobody a code: %s', (reason, said) => {
  expect(textReasonIn('id', reason)).toBe(said);
  expect(textReasonIn('en', reason) ?? '').not.toMatch(/^\w*[a-z][A-Z]|^E[A-Z]+$/);
});

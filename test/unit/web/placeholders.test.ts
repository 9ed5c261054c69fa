import { expect, it } from 'vitest';
import { firstTexts } from '#domain/plan/first-texts';
import { placeholdersIn, textShown, textStored } from '#web/src/shared/words/placeholders';

it.each([
  ['Yth. {name}, iuran {months} {amount}', 'Yth. {nama}, iuran {bulan} {jumlah}'],
  ['s.d. {dueDate} atau {lapseDate}', 's.d. {jatuhTempo} atau {tanggalNonaktif}'],
  ['{foo} {constructor} {} {name', '{foo} {constructor} {} {name'],
])('%s is shown as %s, and stored as it was', (stored, shown) => {
  expect(textShown(stored, 'id')).toBe(shown);
  expect(textShown(stored, 'en')).toBe(stored);
  expect(textStored(shown)).toBe(stored);
});

it('takes the names of either language, whichever the console speaks', () =>
  expect(textStored('{nama} {name} {jatuhTempo} {dueDate}')).toBe(
    '{name} {name} {dueDate} {dueDate}',
  ));

it('leaves every first text as it is stored', () => {
  for (const { text } of firstTexts) expect(textStored(textShown(text, 'id'))).toBe(text);
});

it('offers what a text can hold', () =>
  expect(placeholdersIn('id').map(textStored)).toEqual(placeholdersIn('en')));

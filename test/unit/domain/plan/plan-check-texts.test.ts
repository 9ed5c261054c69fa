import { describe, expect, test } from 'vitest';
import { languages } from '#domain/people/worker';
import { plan } from '../../../plan.ts';
import { expectFault, faultsOf, saying, withFirst } from './plan-faults.ts';

describe('one fault, its place, and what is said of it', () => {
  test.each<[string, unknown, string, RegExp]>([
    [
      'no Indonesian',
      withFirst({ texts: { en: 'Dear {name}' } }),
      'steps.0.texts.id',
      /^is missing/,
    ],
    ['nothing in Indonesian but blanks', saying('  '), 'steps.0.texts.id', /^is missing/],
    [
      'an empty text',
      withFirst({ texts: { ...plan.steps[0]?.texts, jv: '' } }),
      'steps.0.texts.jv',
      /^is empty/,
    ],
    [
      'no Indonesian news of the price',
      withFirst({ priceChangeTexts: { en: 'Dear {name}' } }),
      'steps.0.priceChangeTexts.id',
      /^is missing/,
    ],
    [
      'a language that nobody chose',
      withFirst({ texts: { id: 'Halo', fr: 'Salut' } as never }),
      'steps.0.texts.fr',
      /not a field/,
    ],
    [
      'an unknown placeholder',
      saying('Yth. {nama}'),
      'steps.0.texts.id',
      /^\{nama\} is not a placeholder; there are \{name\} \{months\}/,
    ],
    [
      'a brace alone',
      saying('Yth. {name'),
      'steps.0.texts.id',
      /^has a \{ that belongs to no placeholder/,
    ],
    [
      'a link',
      saying('Bayar di https://bpjs.example/x'),
      'steps.0.texts.id',
      /^has “https:”: links/,
    ],
    [
      'a text of more than a thousand characters, whatever is in it',
      saying('www. '.repeat(201)),
      'steps.0.texts.id',
      /is longer than 1000 characters$/,
    ],
    [
      'a link that it makes with the name',
      saying('Yth. {name}.my.id'),
      'steps.0.texts.id',
      /links/,
    ],
    [
      'an amount as long as a phone number',
      saying('Iuran Rp1.000.000.000'),
      'steps.0.texts.id',
      /^has “1.000.000.000”: a text may hold no phone number/,
    ],
    ['a site', saying('Bayar di www.bpjs.go.id ya'), 'steps.0.texts.id', /links/],
    ['a short link', saying('Bayar: bit.ly'), 'steps.0.texts.id', /^has “bit.ly”: links/],
    [
      'a mobile number',
      saying('Hubungi kami: 0870 0000 0000'),
      'steps.0.texts.id',
      /^has “0870 0000 0000”: a text may hold no phone number/,
    ],
    [
      'a number abroad writes as ours',
      saying('Telepon +62 21'),
      'steps.0.texts.id',
      /a text may hold no phone number/,
    ],
    ['a NIK', saying('NIK 9972015708950001'), 'steps.0.texts.id', /NIK or other long number/],
    [
      'the call centre',
      saying('Hubungi 175'),
      'steps.0.texts.id',
      /^has “Hubungi 175”: a text may hold no number to call/,
    ],
    [
      'thanks without Indonesian',
      { ...plan, paidText: { enabled: true, texts: {} } },
      'paidText.texts.id',
      /^is missing/,
    ],
    [
      'thanks of two parts',
      { ...plan, paidText: { enabled: false, texts: { id: 'x'.repeat(161) } } },
      'paidText.texts.id',
      /takes 2 SMS parts/,
    ],
  ])('%s', (_, draft, place, sentence) => expectFault(draft, place, sentence));
});

describe('a text is measured where it is longest', () => {
  const fits = (text: string, language: (typeof languages)[number] = 'id') =>
    Object.keys(faultsOf(withFirst({ texts: { id: 'Halo', [language]: text } }))).length === 0;

  test.each(languages)(
    'in %s, with a name of 20, four months of 17, Rp2.511.200 of 11, 12 and 11 characters',
    (language) => {
      for (const [placeholder, length] of [
        ['{name}', 20],
        ['{months}', 17],
        ['{amount}', 11],
        ['{dueDate}', 12],
        ['{lapseDate}', 11],
      ] as const) {
        expect(fits(placeholder + 'x'.repeat(160 - length), language), placeholder).toBe(true);
        expect(fits(placeholder + 'x'.repeat(161 - length), language), placeholder).toBe(false);
      }
    },
  );

  test('with a letter outside GSM-7 only 70 fit', () => {
    expect([fits(`ő${'x'.repeat(69)}`), fits(`ő${'x'.repeat(70)}`)]).toEqual([true, false]);
  });

  test('two parts, where the step allows two', () => {
    expect(faultsOf(withFirst({ maxParts: 2, texts: { id: `{name}${'x'.repeat(286)}` } }))).toEqual(
      {},
    );
    expect(
      faultsOf(withFirst({ maxParts: 2, texts: { id: `{name}${'x'.repeat(287)}` } }))[
        'steps.0.texts.id'
      ],
    ).toContain('takes 3 SMS parts');
  });

  test('the sentence quotes it', () =>
    expect(faultsOf(saying(`{name}${'x'.repeat(141)}`))['steps.0.texts.id']).toMatch(
      /^takes 2 SMS parts where it is longest \(161 characters: “Siti Nurhalimah Tarixxx/,
    ));
});

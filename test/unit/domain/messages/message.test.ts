import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/calendar/dates';
import { formatMonths, formatRupiah } from '#domain/messages/formats';
import { composeReminder } from '#domain/messages/message';
import { smsName } from '#domain/messages/sms-name';
import { smsParts } from '#domain/messages/sms-parts';
import { contribution } from '#domain/people/tariff';
import { languages, monthOwed, type Worker } from '#domain/people/worker';
import { dueSteps } from '#domain/plan/due-steps';
import { firstPlan } from '#domain/plan/first-plan';
import { firstTexts } from '#domain/plan/first-texts';
import type { Step } from '#domain/plan/plan';
import { unreadTexts } from '#web/src/plan/steps/unread-texts';
import { aWorker, rules } from '../../../builders.ts';

/** What is shipped: these are the words that workers read. */
const plan = firstPlan({ paused: false });
const stepOf = (id: string): Step => plan.steps.find((step) => step.id === id) as Step;
const textTo = (worker: Worker, step: string, today: string) =>
  composeReminder({ worker, step: stepOf(step), month: monthOwed(worker), today, rules }).text;

describe('what Siti reads', () => {
  test('covered through October: Wednesday 11 November 2026 says Rp8.400 and 16 November', () =>
    expect(textTo(aWorker(), 'before', '2026-11-11')).toBe(
      'Yth. Siti Aminah, iuran BPJS Ketenagakerjaan Nov 2026 Rp8.400 ditunggu s.d. 16 November. Bayar pakai NIK di JMO, bank, Pos, minimarket.',
    ));

  test('covered through September, never paying: 3 × Rp8.400 on Thursday 17 December', () => {
    const worker = aWorker({ coveredThrough: '2026-09' });
    const read: string[] = [];
    for (let today = '2026-10-01'; today <= '2027-06-30'; today = addDays(today, 1))
      for (const { step, month } of dueSteps(plan, today, rules))
        if (month === monthOwed(worker))
          read.push(`${today} ${/Rp[\d.]+\d/.exec(textTo(worker, step.id, today))}`);
    expect(read).toEqual([
      '2026-10-10 Rp8.400',
      '2026-10-14 Rp8.400',
      '2026-10-22 Rp8.400',
      '2026-12-17 Rp25.200',
    ]);
  });

  test('the last call names the months and 1 January', () =>
    expect(textTo(aWorker({ coveredThrough: '2026-09' }), 'last-call', '2026-12-17')).toBe(
      'Yth. Siti Aminah, bayar iuran Okt-Des 2026 Rp25.200 sebelum 1 Januari agar tetap peserta BPJS Ketenagakerjaan. Tanpa denda, di JMO atau Pos.',
    ));

  test('covered through December: on Saturday 9 January 2027 the discount is over', () =>
    expect(textTo(aWorker({ coveredThrough: '2026-12' }), 'before', '2027-01-09')).toBe(
      'Yth. Siti Aminah, diskon usai: iuran BPJS Ketenagakerjaan Jan 2027 Rp16.800, s.d. 15 Januari. Bayar pakai NIK di JMO, Pos, minimarket.',
    ));

  test('her neighbour who drives an ojol is told Rp8.400 in January, in the usual words', () =>
    expect(
      textTo(
        aWorker({ name: 'Joko', sector: 'transport', coveredThrough: '2026-12' }),
        'before',
        '2027-01-09',
      ),
    ).toBe(
      'Yth. Joko, iuran BPJS Ketenagakerjaan Jan 2027 Rp8.400 ditunggu s.d. 15 Januari. Bayar pakai NIK di JMO, bank, Pos, minimarket.',
    ));
});

describe('in which language', () => {
  test('hers', () =>
    expect(textTo(aWorker({ language: 'en' }), 'before', '2026-11-11')).toMatch(
      /^Dear Siti Aminah, .* for Nov 2026: Rp8\.400, by 16 November\./,
    ));
  test('Indonesian where the step has no text in hers', () =>
    expect(textTo(aWorker({ language: 'jv' }), 'lapsed', '2027-02-08')).toMatch(/^Yth\. /));
  test('Indonesian news of the price rather than none', () =>
    expect(
      textTo(aWorker({ language: 'su', coveredThrough: '2026-12' }), 'before', '2027-01-09'),
    ).toContain('diskon usai'));
  test('the usual text where the step has no price-change text', () =>
    expect(
      textTo(aWorker({ language: 'su', coveredThrough: '2026-12' }), 'eve', '2027-01-14'),
    ).toMatch(/^Yth\. Siti Aminah, iuran .* jatuh tempo/));
});

const drafts = Object.entries(unreadTexts).flatMap(([step, texts]) =>
  Object.entries(texts).map(([language, text]) => ({ step, language, text })),
);
const offered = [...firstTexts, ...drafts];

describe('each first text and each draft is one part, even with the longest name, months, amount and date', () => {
  const dearest = contribution(aWorker({ income: 900_000_000, jht: true }), '2027-01');
  const longest: Readonly<Record<string, string>> = {
    name: 'Siti Nurhalimah Tari',
    months: 'Nov 2026-Feb 2027',
    amount: formatRupiah(4 * dearest),
    dueDate: '16 September',
    // Membership lapses on the first of a month.
    lapseDate: '1 September',
  };

  test('the longest are as long as they get', () => {
    expect([longest.name?.length, longest.amount]).toEqual([20, 'Rp2.511.200']);
    for (const language of languages)
      expect(formatMonths(['2026-11', '2026-12', '2027-01', '2027-02'], language).length).toBe(
        longest.months?.length,
      );
  });

  test.each(offered)('$step, $language', ({ text }) => {
    const filled = text.replace(/\{(\w+)\}/g, (_, key: string) => longest[key] ?? '???');
    expect(filled).not.toContain('???');
    expect(filled.length, filled).toBeLessThanOrEqual(160);
    expect(smsParts(filled)).toBe(1);
  });

  test.each(offered)(
    '$step, $language has no link, no number to call and asks for no NIK',
    ({ text }) => expect(text).not.toMatch(/https?:|www\.|\d{3}/),
  );
});

describe('a text that cannot be right is not sent', () => {
  const compose = (text: string, maxParts = 1) =>
    composeReminder({
      worker: aWorker(),
      step: { ...stepOf('eve'), texts: { id: text }, maxParts },
      month: '2026-11',
      today: '2026-11-11',
      rules,
    });

  test('longer than the step allows', () => {
    expect(() => compose('x'.repeat(161))).toThrow(
      'The text of step "eve" takes 2 SMS parts for this worker; the step allows 1.',
    );
    expect(compose('x'.repeat(161), 2).parts).toBe(2);
  });
  test('with a placeholder that nobody fills', () =>
    expect(() => compose('Halo {nama}')).toThrow(
      '{nama} is not a placeholder; there are {name} {months} {amount} {dueDate} {lapseDate}.',
    ));
  test('with no text that the worker could read', () =>
    expect(() =>
      composeReminder({
        worker: aWorker(),
        step: { ...stepOf('eve'), texts: { en: 'Hi' } },
        month: '2026-11',
        today: '2026-11-11',
        rules,
      }),
    ).toThrow('neither in "id" nor in Indonesian'));
  test.each([
    ['a link of its end and the name', 'Halo {name}.my.id', 'text-has-link'],
    ['ten digits in a row', 'Kode 0870 - 000 - 000', 'text-has-number'],
    [
      'an amount as long as a phone number, since it is not ours',
      'Rp1.000.000.000',
      'text-has-number',
    ],
  ])('with %s', (_, text, code) => expect(() => compose(text)).toThrow(`${code}: `));
  test('but an amount of ours passes, whatever stands beside it', () =>
    expect(compose('{amount} 16.11.2026').text).toBe('Rp8.400 16.11.2026'));
  test('but a worker whose name makes a number with the text is addressed without it', () =>
    expect(
      composeReminder({
        worker: aWorker({ name: 'Siti 0870' }),
        step: { ...stepOf('eve'), texts: { id: 'Yth. {name} 15.11.26' } },
        month: '2026-11',
        today: '2026-11-11',
        rules,
      }).text,
    ).toBe('Yth. Bapak/Ibu 15.11.26'));
  test('but a worker who is called {amount} is called so', () =>
    expect(
      composeReminder({
        worker: aWorker({ name: '(amount) $& $1' }),
        step: { ...stepOf('eve'), texts: { id: '{name}' } },
        month: '2026-11',
        today: '2026-11-11',
        rules,
      }).text,
    ).toBe('(amount) $& $1'));
});

describe('names in a text', () => {
  test.each([
    ['Siti', 'Siti'],
    ['Siti Nurhalimah Tari', 'Siti Nurhalimah Tari'],
    ['Muhammad Abdurrahman Wahid', 'Muhammad Abdurrahman'],
    ['Muhammad Abdurrahmanto', 'Muhammad'],
    ['Siti Nurhalimah Taria', 'Siti Nurhalimah'],
    ['Siti Aminah Ningrum, S.Pd.', 'Siti Aminah Ningrum'],
    ['Bambangsusilowatiningrumdiharjo', 'Bambangsusilowatinin'],
    ['  Siti \t Aminah ', 'Siti Aminah'],
    ['Nur’aini', "Nur'aini"],
    ['Ćekić', 'Cekic'],
    ['José', 'José'],
    ['Jose\u0301', 'José'],
    ['Siti 🌸 Aminah', 'Siti Aminah'],
    ['[Siti] {Aminah}', 'Siti Aminah'],
    ['陈', 'Bapak/Ibu'],
    ['Siti (0870-0000-0001)', 'Siti'],
    ['Siti/087000000001', 'Siti'],
    ['Siti_0870_0000_0001', 'Siti'],
    ['Hub 0870-0000-0001 Bu Tini', 'Hub Bu Tini'],
    ['Tini hp 0870.0000.0001', 'Tini'],
    ['Siti ０８７００００００００１', 'Siti'],
    ['Siti 0\u200b8700\u200b0000001', 'Siti'],
    ['+62 870 0000 0001', 'Bapak/Ibu'],
    ['0 8 7 0 0 0 0 0 0 0 1', 'Bapak/Ibu'],
    ['9972016305830001 Siti', 'Siti'],
    ['bit.ly/abc123', 'Bapak/Ibu'],
    ['https://a.id/b Siti', 'Siti'],
    ['Siti wa.me/6287000000001', 'Siti'],
    ['Moh.Ali Akbar', 'Moh. Ali Akbar'],
    ['Siti tokoku.store', 'Siti'],
    ['Siti undian.berhadiah', 'Siti undian.'],
    ['Joko RT 03/05', 'Joko RT 03/05'],
  ])('%s is %s', (name, expected) => expect(smsName(name, 'id')).toBe(expected));

  test('whatever the name, a text of ours stays one part of GSM-7', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
        fc.constantFrom(...languages),
        (name, language) => {
          const short = smsName(name, language);
          expect(short.length).toBeGreaterThan(0);
          expect(short.length).toBeLessThanOrEqual(20);
          expect(smsParts(short + 'x'.repeat(160 - short.length))).toBe(1);
        },
      ),
    ));

  test('whatever the name, no text holds a link or ten digits in a row', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0178 .-/()+aS:', 'www.', 'http', '.co', '.id') }),
        fc.constantFrom(...languages),
        (name, language) => {
          const worker = aWorker({ name, language });
          const texts = { id: 'Iuran {name} {months} {amount} s.d. {dueDate}.' };
          const step = { ...stepOf('eve'), texts };
          const occasion = { worker, step, month: '2026-11', today: '2026-11-11', rules } as const;
          expect(composeReminder(occasion).text).not.toMatch(
            /\d([ .()-]{0,3}\d){9}|https?:|www\.|\w\.(co|id)\b/i,
          );
        },
      ),
    ));
});

describe('months', () => {
  test.each([
    [['2026-11'], 'id', 'Nov 2026'],
    [['2026-10', '2026-11', '2026-12'], 'id', 'Okt-Des 2026'],
    [['2026-12', '2027-01', '2027-02'], 'id', 'Des 2026-Feb 2027'],
    [['2026-08'], 'id', 'Agu 2026'],
    [['2026-05', '2026-06'], 'jv', 'Mei-Jun 2026'],
    [['2026-10', '2026-11', '2026-12'], 'en', 'Oct-Dec 2026'],
    [[], 'id', ''],
  ] as const)('%j in %s: %s', (months, language, expected) =>
    expect(formatMonths(months, language)).toBe(expected),
  );
});

test.each([
  [0, 'Rp0'],
  [999, 'Rp999'],
  [8_400, 'Rp8.400'],
  [25_200, 'Rp25.200'],
  [2_511_200, 'Rp2.511.200'],
])('%i is %s', (amount, expected) => expect(formatRupiah(amount)).toBe(expected));

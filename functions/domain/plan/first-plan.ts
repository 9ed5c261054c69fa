import { firstTexts } from '#domain/plan/first-texts';
import type { Plan, Step } from '#domain/plan/plan';

/** Few steps: extra late reminders were found to add nothing. */
export const firstPlan = ({ paused }: Readonly<{ paused: boolean }>): Plan => ({
  version: 1,
  steps: [
    {
      ...always,
      id: 'before',
      anchor: 'due',
      offsetDays: -5,
      texts: textsOf('before'),
      priceChangeTexts: textsOf('price-change'),
    },
    { ...always, id: 'eve', anchor: 'due', offsetDays: -1, texts: textsOf('eve') },
    { ...always, id: 'after', anchor: 'due', offsetDays: 7, texts: textsOf('after') },
    {
      ...always,
      id: 'last-call',
      anchor: 'lapse',
      offsetDays: -15,
      toHeldOut: true,
      texts: textsOf('last-call'),
    },
    {
      ...always,
      id: 'lapsed',
      anchor: 'lapse',
      offsetDays: 7,
      enabled: false,
      toHeldOut: true,
      texts: textsOf('lapsed'),
    },
  ],
  paidText: { enabled: false, texts: textsOf('paid') },
  quietHours: { from: '20:00', to: '08:00' },
  quietDays: ['sunday', 'national-holiday'],
  catchUpDays: 1,
  // One in ten gets the last call alone, which measures the other reminders.
  holdoutPercent: 10,
  monthlyBudgetRupiah: null,
  holidays: { add: [], remove: [] },
  onlyTo: null,
  testPhones: [],
  paused,
});

const always = { at: '09:00', enabled: true, toHeldOut: false, maxParts: 1 } as const;

const textsOf = (step: string): Step['texts'] =>
  Object.fromEntries(
    firstTexts.filter((row) => row.step === step).map(({ language, text }) => [language, text]),
  );

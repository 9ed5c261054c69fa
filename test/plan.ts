import type { Language } from '#domain/people/worker';
import type { Plan, Step } from '#domain/plan/plan';

const greetings = { id: 'Yth.', jv: 'Kagem', su: 'Kahatur', en: 'Dear' };

const textsIn = (languages: readonly Language[], text: string): Step['texts'] =>
  Object.fromEntries(
    languages.map((language) => [language, `${greetings[language]} {name}, ${text}`]),
  );
const inAll = (text: string) => textsIn(['id', 'jv', 'su', 'en'], text);
const inTwo = (text: string) => textsIn(['id', 'en'], text);

const step = (id: string, anchor: Step['anchor'], offsetDays: number): Step => ({
  ...{ id, anchor, offsetDays, at: '09:00', enabled: true, toHeldOut: false, maxParts: 1 },
  texts: inAll(`${id}: BPJS Ketenagakerjaan {months} {amount}.`),
});

/**
 * A step of every kind there is, in words of its own: a test of something else does not hang on
 * what is shipped. Nobody is held out.
 */
export const plan: Plan = {
  version: 1,
  steps: [
    {
      ...step('before', 'due', -5),
      priceChangeTexts: inTwo('BPJS Ketenagakerjaan {months} {amount}, {dueDate}.'),
    },
    step('eve', 'due', -1),
    step('after', 'due', 7),
    { ...step('last-call', 'lapse', -15), toHeldOut: true },
    {
      ...step('lapsed', 'lapse', 7),
      ...{ enabled: false, toHeldOut: true, texts: inTwo('BPJS Ketenagakerjaan {months}.') },
    },
  ],
  paidText: { enabled: false, texts: inAll('terima kasih: {months} {amount}, {dueDate}.') },
  quietHours: { from: '20:00', to: '08:00' },
  quietDays: ['sunday', 'national-holiday'],
  catchUpDays: 1,
  holdoutPercent: 0,
  monthlyBudgetRupiah: null,
  holidays: { add: [], remove: [] },
  onlyTo: null,
  testPhones: [],
  paused: false,
};

export function stepOf(id: string): Step {
  const found = plan.steps.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`The plan of the tests has no step ${id}.`);
  return found;
}

import { describe, expect, it } from 'vitest';
import { atItsLongest as asCountedThere } from '#domain/messages/text-check';
import type { Plan } from '#domain/plan/plan';
import { checkPlan } from '#domain/plan/plan-check';
import { faultTexts } from '#web/src/plan/fault-texts';
import { faultInWords } from '#web/src/plan/plan-fault-words';
import { atItsLongest } from '#web/src/plan/steps/longest-text';
import { changesBetween } from '#web/src/plan/versions/plan-changes';
import { merged } from '#web/src/plan/versions/plan-merge';
import { wordChanges } from '#web/src/plan/versions/word-changes';
import { plan as base } from '../../plan.ts';
import { settings } from '../flows/settings.ts';

type StepFacts = Partial<Plan['steps'][number]>;
const withStep = (plan: Plan, id: string, facts: StepFacts): Plan => ({
  ...plan,
  steps: plan.steps.map((step) => (step.id === id ? { ...step, ...facts } : step)),
});
const without = (plan: Plan, id: string): Plan => ({
  ...plan,
  steps: plan.steps.filter((step) => step.id !== id),
});
const keysOf = (before: Plan, after: Plan): readonly string[] =>
  changesBetween(before, after).map(({ key }) => key);

describe('what is different between two plans', () => {
  it.each<[string, Plan, readonly string[]]>([
    ['nothing', base, []],
    ['nothing but the version', { ...base, version: 7 }, []],
    [
      'the order of what has none',
      { ...base, steps: base.steps.toReversed(), quietDays: base.quietDays.toReversed() },
      [],
    ],
    ['a day', withStep(base, 'before', { offsetDays: -3 }), ['steps.before.when']],
    [
      'a text',
      withStep(base, 'eve', { texts: { ...base.steps[1]?.texts, jv: 'Kagem' } }),
      ['steps.eve.texts.jv'],
    ],
    ['a holiday', { ...base, holidays: { add: ['2026-11-16'], remove: [] } }, ['addedHolidays']],
    ['the kill switch', { ...base, paused: true }, ['paused']],
  ])('%s', (_, after, keys) => expect(keysOf(base, after)).toEqual(keys));

  it('names a step that is gone once, with its texts', () => {
    expect(keysOf(base, without(base, 'lapsed'))).toEqual([
      'steps.lapsed.step',
      'steps.lapsed.texts.id',
      'steps.lapsed.texts.en',
    ]);
  });
});

describe('two admins at once', () => {
  it('keep what either changed', () => {
    const theirs = { ...withStep(base, 'eve', { at: '10:00' }), catchUpDays: 2, version: 2 };
    const mine = withStep(base, 'before', { offsetDays: -3 });
    expect(merged({ base, mine, theirs })).toEqual({
      ...withStep(theirs, 'before', { offsetDays: -3 }),
    });
  });

  it('keep mine where both changed the same thing, and theirs beside it', () => {
    const theirs = withStep(base, 'before', { offsetDays: -4, at: '10:00' });
    const mine = withStep(base, 'before', { offsetDays: -3 });
    expect(merged({ base, mine, theirs })).toEqual(
      withStep(base, 'before', { offsetDays: -3, at: '10:00' }),
    );
  });

  it('bring nobody texts that the other has stopped', () => {
    const mine = withStep(base, 'before', { at: '11:00' });
    expect(merged({ base, mine, theirs: { ...base, paused: true } }).paused).toBe(true);
  });

  it('lose no step that the other wrote on while one removed it, and bring none back that nobody touched', () => {
    const theirs = withStep(base, 'eve', { at: '10:00' });
    expect(merged({ base, mine: without(without(base, 'eve'), 'after'), theirs }).steps).toEqual(
      without(theirs, 'after').steps,
    );
  });
});

describe('what became of a text', () => {
  it.each([
    ['Bayar di bank', 'Bayar di bank', 'Bayar di bank'],
    ['Bayar di bank hari ini', 'Bayar di Pos hari ini', 'Bayar di [-bank ]{+Pos }hari ini'],
    ['', 'Baru', '{+Baru}'],
    ['Bayar segera', 'Bayar', '[-Bayar segera]{+Bayar}'],
  ])('%s → %s', (before, after, said) => {
    const marks = { same: ['', ''], gone: ['[-', ']'], come: ['{+', '}'] } as const;
    expect(
      wordChanges(before, after)
        .map(({ kind, text }) => marks[kind].join(text))
        .join(''),
    ).toBe(said);
  });
});

it('says everything that is wrong with a plan in Bahasa Indonesia', () => {
  const text = 'Bayar {amout} di www.bayar.com atau 0870123456, hubungi 14045 {name';
  const bad = {
    ...base,
    steps: [
      { ...base.steps[0], at: '25:00', texts: { id: text, jv: ' ' } },
      { ...base.steps[1], at: '21:00', texts: { id: 'Bayar '.repeat(40) } },
      { ...base.steps[2], offsetDays: 61, texts: { jv: 'Kagem' } },
      { ...base.steps[3], id: 'twice', anchor: 'due', offsetDays: -1, at: '21:00' },
      { ...base.steps[3], id: 'twice' },
      { ...base.steps[3], id: 'before' },
      { ...base.steps[3], id: 'paid' },
      ...Array.from({ length: 15 }, () => base.steps[3]),
    ],
    quietHours: { from: '20:00', to: '19:30' },
    holdoutPercent: 51,
    monthlyBudgetRupiah: 0,
    holidays: { add: ['2026-13-01'], remove: [] },
    onlyTo: ['021 5550000', 'x', '+65 8700 0000', '0870', '0899', '6,287E+11'],
  };
  const checked = checkPlan(bad, { earlier: [base], settings, today: '2026-11-11' });
  const sentences = 'faults' in checked ? Object.values(checked.faults) : [];
  expect(sentences.length).toBeGreaterThan(10);
  const english = sentences
    .map(faultTexts.id)
    .filter((sentence) => /\b(is|are|has|to|for|that|takes|leaves)\b/.test(sentence));
  expect(english).toEqual([]);
});

describe('what is wrong with a plan is said', () => {
  const words = {
    steps: base.steps,
    describe: ({ offsetDays }: Plan['steps'][number]): string => `${offsetDays} hari`,
    translated: faultTexts.id,
    formats: {
      date: (day: string) => `<${day}>`,
      month: (month: string) => `<${month}>`,
      clock: (time: string) => `<${time}>`,
    },
  };

  it.each([
    [
      'with the step as people call it, and dates and times as they say them',
      'goes out at the same time as steps.1 ("eve"): 2026-11-13 09:00, for 2026-11; move one of them',
      'bersamaan dengan langkah “-1 hari”: <2026-11-13> pukul <09:00>, untuk iuran <2026-11>; pindahkan salah satunya',
    ],
    [
      'with what somebody wrote as they wrote it',
      '"2026-13-01" is not a date such as 2026-11-16; has “jam 10:00”',
      '"2026-13-01" bukan tanggal seperti <2026-11-16>; has “jam 10:00”',
    ],
    [
      'without the list that is too long',
      '[{"id":"before","at":"09:00"… is not a list of at most 20 steps',
      'paling banyak 20 langkah',
    ],
  ])('%s', (_, sentence, said) => expect(faultInWords(sentence, words)).toBe(said));
});

it('counts a text while it is written as the API counts it a moment later', () => {
  for (const { texts } of base.steps)
    expect(atItsLongest(texts.id ?? '')).toHaveLength(
      asCountedThere(texts.id ?? '', 'id', settings.lapseMonths).length,
    );
});

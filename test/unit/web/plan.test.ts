import { describe, expect, it } from 'vitest';
import { atItsLongest as asCountedThere } from '#domain/messages/text-check';
import type { Language } from '#domain/people/worker';
import type { Plan } from '#domain/plan/plan';
import { showSettings } from '#flows/plan/show-settings';
import { changesBetween } from '#web/src/plan/differences/changes';
import { merged } from '#web/src/plan/differences/merge';
import { wordChanges } from '#web/src/plan/differences/word-changes';
import { countAtLongest } from '#web/src/plan/steps/part-count';
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

  it('keep a step that one edits while the other removes it, and restore no other', () => {
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

it('counts a text while it is written as the API counts it a moment later', () => {
  const facts = showSettings(settings).longestFacts;
  for (const { texts } of base.steps)
    for (const [language, text] of Object.entries(texts) as [Language, string][])
      expect(countAtLongest(text, facts[language]).characters).toBe(
        asCountedThere(text, language, settings.lapseMonths).length,
      );
});

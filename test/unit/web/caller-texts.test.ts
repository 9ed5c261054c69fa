import { describe, expect, it } from 'vitest';
import { callerTexts } from '#web/src/worker/caller/caller-texts';

describe('what a caller is told of texts', () => {
  // The sentence before may name a later day: that money is due, or that membership lapses.
  it('leaves no doubt which day it must be paid by: the one of the text', () => {
    const said = [callerTexts.id, callerTexts.en].map(({ next }) => next('<day>', '<time>'));
    for (const sentence of said)
      expect(sentence).toMatch(/<day>.*<time>, (bila sebelum itu|unless .* before then)/);
  });

  it('is of what is owed, be it several months, where no more is planned', () => {
    expect([callerTexts.id.none, callerTexts.en.none].join()).not.toMatch(/bulan ini|this month/);
  });

  it('is of now: a text of an hour ago may stand on the same page', () => {
    expect(callerTexts.id.notTexted('…')).toMatch(/^Sekarang /);
    expect(callerTexts.en.notTexted('…')).toMatch(/^At present /);
  });
});

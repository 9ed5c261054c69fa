import { createHash } from 'node:crypto';
import { languages } from '#domain/people/worker';
import type { Step } from '#domain/plan/plan';

/** A row keeps this instead of the words: a text written again is the same or is not. */
export const textMark = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12);

/** Of what a step says, whichever version of the plan says it, and whatever else that changes. */
export function textFingerprint({ maxParts, texts, priceChangeTexts = {} }: Step): string {
  const said = languages.map((language) => [texts[language], priceChangeTexts[language]]);
  return textMark(JSON.stringify([maxParts, said]));
}

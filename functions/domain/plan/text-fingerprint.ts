import { createHash } from 'node:crypto';
import { languages } from '#domain/people/worker';
import type { Step } from '#domain/plan/plan';

/** Of what a step says, whichever version of the plan says it, and whatever else that changes. */
export function textFingerprint({ maxParts, texts, priceChangeTexts = {} }: Step): string {
  const said = languages.map((language) => [texts[language], priceChangeTexts[language]]);
  return createHash('sha256')
    .update(JSON.stringify([maxParts, said]))
    .digest('hex')
    .slice(0, 12);
}

import { effectDefinitions } from './effects.ts';
import { memberDefinitions } from './members.ts';
import { outcomeDefinitions } from './outcomes.ts';

/** What each figure of the Renewals page counts; functions/domain/renewals holds the rules. */
const id = {
  link: 'Penjelasan istilah',
  title: 'Penjelasan istilah',
  close: 'Tutup',
  terms: { ...outcomeDefinitions.id, ...effectDefinitions.id, ...memberDefinitions.id },
};

const en: typeof id = {
  link: 'What it means',
  title: 'What these figures mean',
  close: 'Close',
  terms: { ...outcomeDefinitions.en, ...effectDefinitions.en, ...memberDefinitions.en },
};

export type Term = keyof typeof id.terms;
export const definitionsTexts = { id, en };

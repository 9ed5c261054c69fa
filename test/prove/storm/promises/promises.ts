import { ofMoney } from './money.ts';
import { ofPeople } from './people.ts';
import type { Promised } from './promise.ts';
import { ofRows } from './rows.ts';
import { ofTexts } from './texts.ts';

/** All that must hold after a storm. */
export const promises: readonly Promised[] = [...ofRows, ...ofTexts, ...ofMoney, ...ofPeople];

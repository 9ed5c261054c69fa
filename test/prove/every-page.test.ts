import { expect, it } from 'vitest';
import { shapes } from '../browser/browser.ts';
import { nothing, openConsoles, pageIds, readAt, stateNames } from '../browser/pages.ts';

openConsoles();

// Each page in one of the shapes.
it.each(stateNames.flatMap((state) => shapes.map((shape, nth) => ({ state, nth, shape }))))(
  'every page that is $state, in $shape.language on a $shape.width screen',
  async ({ state, nth, shape }) => {
    const ids = pageIds.filter((_, at) => at % shapes.length === nth);
    expect(await readAt(state, shape, ids)).toEqual(nothing(ids));
  },
);

import { expect, it } from 'vitest';
import { shapes } from '../../browser/browser.ts';
import { nothing, openConsoles, pageIds, readAt } from '../../browser/pages.ts';

openConsoles();

it('every page, with all there is, in Indonesian on a phone', async () => {
  expect(await readAt('full', shapes[0], pageIds)).toEqual(nothing(pageIds));
});

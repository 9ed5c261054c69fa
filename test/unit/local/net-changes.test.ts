import { expect, it } from 'vitest';
import type { RowChange } from '#flows/renewals/count-store';
import { netChanges } from '#local/simulation/net-changes';
import { aWorker } from '../../builders.ts';

const as = (rev: number) => ({ kind: 'worker', worker: aWorker({ rev }) }) as const;
const change = (position: string, was: number | null, is: number | null): RowChange => ({
  position,
  before: was === null ? null : as(was),
  after: is === null ? null : as(is),
  removed: is === null,
});

it('leaves of a row how it came, and what became of it', () => {
  const all = [change('8', null, 1), change('9', 1, 2), change('10', 2, 3)];
  expect(netChanges(all)).toEqual([change('8', null, 1), change('10', 1, 3)]);
});

it('refuses a row that goes, whose counts are archived', () => {
  expect(() => netChanges([change('1', null, 1), change('2', 1, null)])).toThrow('archived');
});

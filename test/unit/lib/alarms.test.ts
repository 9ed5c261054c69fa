import { expect, test } from 'vitest';
import { watchedIn } from '#local/cloudwatch/from-template';
import { afterAMonth, trials } from '../../prove/alarms/trials.ts';
import { allResources } from './staging.ts';

/** Those that cannot be made to ring on one machine, and why not: none. */
const untried: Readonly<Record<string, string>> = {};

const tried = new Set<string>([...trials.flatMap(({ rings }) => rings), ...afterAMonth]);
const names = watchedIn(allResources).alarms.map(({ name }) => name);

test.each(names)('%s is made to ring on a stage, or it is said why not', (name) => {
  expect(tried.has(name)).toBe(!(name in untried));
});

test('no alarm is tried that the stack does not have', () => {
  expect([...tried, ...Object.keys(untried)].filter((name) => !names.includes(name))).toEqual([]);
});

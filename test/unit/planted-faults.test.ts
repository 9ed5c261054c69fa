import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { planted } from '../../bench/planted-faults/planted.ts';

/** A storm can only find what is there: the sources move on, and a fault has to go with them. */
it.each(planted)('$fault: its place is in the sources, once', ({ file, cut }) => {
  expect(readFileSync(file, 'utf8').split(cut)).toHaveLength(2);
});

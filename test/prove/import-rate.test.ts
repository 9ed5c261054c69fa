import { expect, it } from 'vitest';
import { importAtTheLimit } from '../../bench/import-million/at-the-limit.ts';

/** Sixteen functions, each with an eighth of a piece, and a table that takes a quarter. */
const roster = { pieces: 16, rowsOfAPiece: 125, unitsASecond: 1_000 };
const rows = roster.pieces * roster.rowsOfAPiece;
/** A put for each worker, in a transaction; each index takes as many units as the table. */
const seconds = (2 * rows) / roster.unitsASecond;

it('a roster that comes faster than the table takes it waits, and none of it fails', async () => {
  const end = await importAtTheLimit(roster);
  expect(end).toMatchObject({ created: rows, failed: 0, givenUp: 0 });
  expect(end.refused).toBeGreaterThan(1_000);
  expect(end.seconds).toBeLessThan(1.5 * seconds);
});

it('without that patience its pieces fail', async () => {
  expect((await importAtTheLimit({ ...roster, attempts: 10 })).failed).toBeGreaterThan(0);
});

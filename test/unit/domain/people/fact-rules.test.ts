import { describe, expect, test } from 'vitest';
import { correctionSchema } from '#domain/people/correction';
import { parseRoster } from '#domain/people/roster/roster-csv';
import { issuesOf } from '#domain/schema-issues';
import { rosterCells } from '../../../builders.ts';

type Fact = 'name' | 'phone' | 'province' | 'income' | 'group';

/** What a roster makes of the cell: its value, or the code of its fault. */
function byRoster(fact: Fact, cell: string): unknown {
  const cells = { ...rosterCells, [fact]: cell };
  const quoted = Object.values(cells).map((each) => `"${each}"`);
  const { rows, rejected, warnings } = parseRoster(
    `${Object.keys(cells).join()}\n${quoted.join()}`,
  );
  return rejected[0]?.code ?? warnings[0]?.code ?? rows[0]?.facts[fact];
}

/** What a correction by hand makes of it. */
function byHand(fact: Fact, value: unknown): unknown {
  const body = { [fact]: value };
  const { data, error } = correctionSchema.safeParse(body);
  return error ? issuesOf(error, body)[0]?.code : data[fact];
}

describe('a correction by hand takes what a roster takes, and refuses what it refuses', () => {
  test.each<[Fact, string, unknown]>([
    ['name', '.', 'name-letters'],
    ['name', '   ', 'name-empty'],
    ['name', '087000000001', 'name-letters'],
    ['name', 'x'.repeat(101), 'too-many-characters'],
    ['name', ' Siti \u200b  Aminah ', 'Siti Aminah'],
    ['phone', '0870 0000\u202c 0001', '+6287000000001'],
    ['phone', '021 555 1234', 'phone-landline'],
    ['phone', 'none', 'phone-none'],
    ['phone', '+65 8700 0000', 'phone-foreign'],
    ['phone', '0870', 'phone-length'],
    ['province', 'jateng', 'Jawa Tengah'],
    ['province', 'Batavia', 'province-unknown'],
    ['group', ' Batik  Laweyan ', 'Batik Laweyan'],
    ['group', ' ', null],
    ['group', 'x'.repeat(101), 'too-many-characters'],
  ])('%s %j: %s', (fact, given, expected) =>
    expect([byRoster(fact, given), byHand(fact, given)]).toEqual([expected, expected]),
  );

  test.each<[number, unknown]>([
    [0, 0],
    [1_000_000_000, 1_000_000_000],
    [1_000_000_001, 'income-none'],
    [1e15, 'income-none'],
  ])('an income of %i: %s', (income, expected) =>
    expect([byRoster('income', String(income)), byHand('income', income)]).toEqual([
      expected,
      expected,
    ]),
  );
});

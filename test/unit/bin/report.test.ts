import { describe, expect, it } from 'vitest';
import { explainCohort } from '#flows/renewals/explain-cohort';
import { members, renewals } from '#flows/renewals/show-renewals';
import type { Api } from '../../../bin/api-client.ts';
import { explain } from '../../../bin/report/explain.ts';
import { membersText } from '../../../bin/report/members-text.ts';
import { renewalsText } from '../../../bin/report/renewals-text.ts';
import { table, wrapped } from '../../../bin/report/table.ts';
import { november } from '../flows/renewals/november.ts';

const given = await november({ more: 120, holdoutPercent: 25 });
const report = (asOf: string, by: 'province' | null = null, from = '2026-10') =>
  renewals({ from, to: '2026-11', by, asOf }, given.memory, given.settings);

const widest = (text: string): number => Math.max(...text.split('\n').map(({ length }) => length));
/** The row of a month, its spaces made one. */
const rowOf = (text: string, begins: string, nth = 0): string | undefined =>
  text
    .split('\n')
    .filter((line) => line.startsWith(begins))
    .map((line) => line.replace(/ +/g, ' '))[nth];

describe('the report for a terminal', () => {
  it('says who renewed, in Indonesian numbers', async () => {
    const text = renewalsText(await report('2027-03-01'));
    expect(rowOf(text, 'month')).toBe(
      'month due time arrears vered lapsed open left late rate rate rate',
    );
    expect(rowOf(text, '2026-11')).toBe('2026-11 129 45 42 1 41 0 3 1 34,9 % 67,4 % 32,6 %');
    expect(rowOf(text, '2026-11', 1)).toMatch(
      /^2026-11 \d+ 0 \d+ Rp[\d.]+ Rp2\.640 Rp1\.083\.600 Rp730\.800 Rp[\d.]+$/,
    );
    expect(text).toMatch(
      /^All cohorts together: [+-]\d+,\d points \(95 % interval -?\d+,\d to -?\d+,\d\)\.$/m,
    );
  });

  it('marks what is partial and what is not final yet', async () => {
    const text = renewalsText(await report('2026-12-20'));
    expect(rowOf(text, '2026-10 partial')).toBe('2026-10 partial 0 0 0 0 0 0 0 0 - - -');
    expect(rowOf(text, '2026-11 *')).toContain('2026-11 * 129');
    expect(text).toContain('* not final: 2026-11 until 2027-02-04.');
    expect(text).toContain('partial: the month had begun when the first roster came');
  });

  it('tells nothing of an effect before day 30', async () => {
    expect(renewalsText(await report('2026-11-20'))).toContain(
      'All cohorts together: nothing can be told yet.',
    );
  });

  it('has one table a month where the cohorts are told apart', async () => {
    const text = renewalsText(await report('2027-03-01', 'province', '2026-11'));
    expect(text).toContain('Who renewed: 2026-11\n');
    expect(rowOf(text, 'Papua')).toBe('Papua 2 2 0 0 0 0 0 0 100,0 % 100,0 % 0,0 %');
  });

  it('shows members month by month, and what is unpaid by age', async () => {
    const text = membersText(
      await members(
        { from: '2026-10', to: '2027-03', asOf: '2027-03-01' },
        given.memory,
        given.settings,
      ),
    );
    expect(rowOf(text, '2026-11')).toBe('2026-11 131 2 0 0 3 130 46 Rp739.200 Rp1.100.400 67,2 %');
    expect(rowOf(text, 'not due yet')).toBe('not due yet 1 Rp8.400');
    expect(rowOf(text, 'together')).toBe('together 44 Rp1.083.600');
  });

  it('is 100 columns wide at most', async () => {
    for (const by of ['province', null] as const)
      expect(widest(renewalsText(await report('2027-03-01', by)))).toBeLessThanOrEqual(100);
    const shown = await members(
      { from: '2026-10', to: '2027-03', asOf: '2027-03-01' },
      given.memory,
      given.settings,
    );
    expect(widest(membersText(shown))).toBeLessThanOrEqual(100);
  });
});

/** The two calls that the command makes, answered by the flows. */
const apiOf = (asked: string[]): Api => ({
  get: async <T>(path: string) => {
    asked.push(path);
    const { searchParams, pathname } = new URL(path, 'http://ingat');
    const asOf = searchParams.get('asOf') ?? '2027-03-01';
    const ask = { month: '2026-11', asOf, kind: null, cursor: searchParams.get('cursor') || null };
    const answer = pathname.endsWith('/cycles')
      ? await explainCohort(ask, given.memory, given.settings)
      : await renewals(
          { from: '2026-11', to: '2026-11', by: null, asOf },
          given.memory,
          given.settings,
        );
    return { ...answer } as T;
  },
  post: () => Promise.reject(new Error('Nothing is written')),
});

describe('the lines behind a cohort', () => {
  it('are printed as they come, and their sums beside what the report says', async () => {
    const [printed, asked]: [string[], string[]] = [[], []];
    await explain({ month: '2026-11', asOf: undefined }, apiOf(asked), (text) =>
      printed.push(text),
    );
    const text = printed.join('\n');
    expect(asked.filter((path) => path.includes('/cycles')).length).toBeGreaterThan(1);
    expect(text).toMatch(
      /^wrk_99720104010000010000 {2}2026-10-05 {2}reminded {2}in arrears {8}2026-12-05 {2}26-11 \+1 {2}pay_bank_/m,
    );
    expect(text.match(/^wrk_/gm)).toHaveLength(129 + 3 + 1 - 1);
    expect(rowOf(text, 'due ')).toBe('due 129 129');
    expect(rowOf(text, 'amount due')).toBe('amount due, Rp 1.083.600 1.083.600');
    expect(rowOf(text, 'spend')).toBe('spend, Rp 435.600 435.600');
    expect(rowOf(text, 'texts that left')).toBe('texts that left 165 165');
    // Who was erased is in the report and in no line.
    expect(rowOf(text, 'left')).toBe('left 2 3 1');
    expect(text).toContain('Who asked to be forgotten is in the report and in no line');
  });
});

describe('a table', () => {
  it('has words at the left, numbers at the right, and heads of two lines', () => {
    const columns = [{ head: 'month', words: true }, { head: 'on-time\nrate' }];
    expect(
      table(columns, [
        ['2026-11', '61,0 %'],
        ['x', '1'],
      ]),
    ).toBe(
      [
        '         on-time',
        'month       rate',
        '───────  ───────',
        '2026-11   61,0 %',
        'x              1',
      ].join('\n'),
    );
  });

  it('stands beside sentences that are wrapped', () => {
    expect(wrapped('one two three', 7)).toBe('one two\nthree');
  });
});

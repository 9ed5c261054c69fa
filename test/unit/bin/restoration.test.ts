import { describe, expect, it } from 'vitest';
import { restorationOf } from '../../../bin/restore/restoration.ts';

const now = new Date('2026-11-20T03:00:00Z');
const worker = { sk: 'WRK', rev: 3, coveredThrough: '2026-11' };
const older = { sk: 'PAY#2026-10-09#jmo#J-1', amount: 8_400, status: 'recorded' };
const payment = { sk: 'PAY#2026-11-09#jmo#J-2', amount: 8_400, status: 'recorded' };
const reminder = { sk: 'REM#2026-11#before', status: 'delivered', expiresAt: 1_830_000_000 };
const cycle = { sk: 'CYC#2026-11#2026-10-09' };
const copy = [cycle, older, payment, reminder, worker];

const restoring = (
  live: readonly Readonly<Record<string, unknown>>[],
  { replace = false, from = copy as typeof live } = {},
) => restorationOf({ copy: from, live }, { replace, now });
const damaged = { ...worker, rev: 7, coveredThrough: '2026-09' };

describe('what is missing is put back', () => {
  it('all of a worker who is gone, where nothing stands', () => {
    expect(restoring([])).toEqual({
      missing: [cycle, older, payment, reminder],
      worker: { row: worker, seenRev: null },
      notes: [],
    });
  });
  it('a payment alone, while the worker stays', () => {
    expect(restoring([cycle, older, reminder, worker])).toEqual({
      missing: [payment],
      worker: null,
      notes: [],
    });
  });
  it('nothing where all is there', () => {
    expect(restoring(copy)).toEqual({ missing: [], worker: null, notes: [] });
  });
  it('no row that would have expired by now', () => {
    const expired = { ...reminder, expiresAt: now.getTime() / 1_000 };
    const { missing } = restoring([worker], { from: [expired, payment, worker] });
    expect(missing).toEqual([payment]);
  });
});

describe('what is there stays', () => {
  it('a row that the copy has otherwise', () => {
    const sent = { ...reminder, status: 'sent' };
    expect(restoring([cycle, older, payment, sent, worker]).missing).toEqual([]);
  });
  it('the worker, as long as nobody asks for --replace', () => {
    const { worker: put, notes } = restoring([cycle, older, payment, reminder, damaged]);
    expect(put).toBeNull();
    expect(notes[0]).toMatch(/--replace/);
  });
});

describe('with --replace the worker of the copy takes the place of the damaged one', () => {
  it('under a rev that no sender and no importer has seen', () => {
    expect(restoring([cycle, older, payment, reminder, damaged], { replace: true }).worker).toEqual(
      { row: { ...worker, rev: 8 }, seenRev: 7 },
    );
  });
  it.each([
    ['a payment newer than the copy', { sk: 'PAY#2026-11-19#dana#D-1', amount: 8_400 }],
    ['a payment reversed since', { ...payment, status: 'reversed' }],
    ['a cycle that ended since', { sk: 'CYC#2026-12#2026-11-09' }],
  ])('not over %s', (_, newer) => {
    const live = [cycle, older, payment, reminder, damaged].filter(({ sk }) => sk !== newer.sk);
    const { worker: put, notes } = restoring([...live, newer], { replace: true });
    expect(put).toBeNull();
    expect(notes).toEqual([expect.stringContaining(newer.sk)]);
  });
});

describe('nobody comes back', () => {
  const tombstone = { sk: 'WRK', erasedAt: '2026-11-19T03:00:00.000Z' };
  it.each([
    ['since the copy', [tombstone], copy],
    ['before it was made, of which the table in use says nothing', [], [payment, tombstone]],
  ])('who was erased %s', (_, live, from) => {
    const { missing, worker: put, notes } = restoring(live, { from, replace: true });
    expect([missing, put]).toEqual([[], null]);
    expect(notes[0]).toMatch(/erased/);
  });
  it('whom the copy does not have', () => {
    expect(restoring([], { from: [payment] })).toMatchObject({ missing: [], worker: null });
  });
});

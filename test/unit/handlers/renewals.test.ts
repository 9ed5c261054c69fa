import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type CountedRow, countsOf } from '#domain/renewals/counting/counts';
import { aText, openCycle, paidCycle, times } from '../domain/renewals/counted.ts';
import { workersNamed } from '../flows/given.ts';
import { asked, type Query, type Route } from './asked-renewals.ts';
import { calls, givenHandlers, invoke } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

/** It is Wednesday 11 November 2026, 09:00 in Jakarta. */
const given = givenHandlers();

async function downloaded(
  route: Route,
  query: Query,
): Promise<Readonly<{ headers: object; body: string }>> {
  const claims = { sub: 'user-1', 'cognito:groups': '[finance]', token_use: 'access' };
  const requestContext = { requestId: 'request-1', authorizer: { jwt: { claims } } };
  return (await invoke('renewals', {
    routeKey: route,
    queryStringParameters: query,
    headers: {},
    requestContext,
  })) as never;
}

/**
 * Ten workers owed November; six have paid, in Solo and Denpasar; eight were texted this morning.
 */
const rows: readonly CountedRow[] = [
  ...times(4, openCycle()),
  ...times(4, paidCycle('2026-11-09')),
  ...times(2, paidCycle('2026-11-10', { province: 'Bali' })),
  ...times(8, aText()),
];

beforeEach(async () => {
  const { counts } = given.memory;
  await counts.noteImport('2026-10-05');
  await counts.add({
    shard: 'shard-1',
    lane: 'any',
    from: null,
    to: '1',
    counts: rows.flatMap(countsOf),
    archived: [],
  });
  for (const worker of workersNamed(3)) given.memory.state.workers.set(worker.workerId, worker);
});

describe('renewals', () => {
  it('of this month as of today, where nothing else is asked for', async () => {
    const { status, body } = await asked('GET /api/renewals');
    expect(status).toBe(200);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      ...{
        month: '2026-11',
        by: null,
        value: null,
        partial: false,
        dueOn: '2026-11-16',
        finalOn: '2027-02-04',
        final: false,
      },
      ...{
        due: 10,
        onTime: 6,
        open: 4,
        rates: { onTime: 0.6, renewal: 0.6, lapse: 0, recovery: null },
      },
      reminders: { sent: 8, delivered: 8 },
    });
    const untold = { perWorker: null, low: null, high: null };
    expect(body.overall).toEqual({
      effect: { points: null, low: null, high: null },
      monthsKept: { 3: untold, 6: untold, 12: untold },
    });
  });

  it('as of an earlier day', async () => {
    expect((await asked('GET /api/renewals', { asOf: '2026-11-09' })).body.items[0]).toMatchObject({
      due: 10,
      onTime: 4,
      open: 6,
    });
  });

  it('of several months, one item each', async () => {
    const { items } = (await asked('GET /api/renewals', { from: '2026-10', to: '2026-12' })).body;
    expect(
      items.map(({ month, partial, due }: { month: string; partial: boolean; due: number }) => [
        month,
        partial,
        due,
      ]),
    ).toEqual([
      ['2026-10', true, 0],
      ['2026-11', false, 10],
      ['2026-12', false, 0],
    ]);
  });

  it('by province', async () => {
    expect((await asked('GET /api/renewals', { by: 'province' })).body.items).toMatchObject([
      { month: '2026-11', by: 'province', value: 'Bali', due: 2, onTime: 2 },
      { month: '2026-11', by: 'province', value: 'Jawa Tengah', due: 8, onTime: 4 },
    ]);
  });

  it('as a file: BOM, semicolons, decimal commas', async () => {
    const { headers, body } = await downloaded('GET /api/renewals.csv', { from: '2026-11' });
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="renewals.csv"',
    });
    const [names = '', cells = '', ...more] = body.split('\r\n');
    expect(names.startsWith('\uFEFFBulan iuran;Dirinci menurut;Kelompok;Sebagian;')).toBe(true);
    const cell = (name: string) => cells.split(';')[names.slice(1).split(';').indexOf(name)];
    expect([
      cell('Bulan iuran'),
      cell('Dirinci menurut'),
      cell('Sebagian'),
      cell('Wajib bayar'),
      cell('Tingkat tepat waktu'),
      cell('Tingkat dibayar setelah nonaktif'),
    ]).toEqual([...['2026-11', '', 'tidak', '10', '0,6', '']]);
    expect(more).toEqual(['']);
  });
});

describe('members', () => {
  it('month by month, with the ageing of what is unpaid', async () => {
    const { status, body } = await asked('GET /api/members', { from: '2026-10', to: '2026-11' });
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { month: '2026-10', closing: 10 },
      { month: '2026-11', opening: 10, closing: 4, active: 0 },
    ]);
    expect(body.ageing).toHaveLength(4);
    expect(body.ageing[0]).toEqual({ bucket: 'not-due', workers: 4, amount: 4 * 8_400 });
  });

  it('as a file', async () => {
    const { body } = await downloaded('GET /api/members.csv', { from: '2026-11' });
    expect(body).toMatch(
      /^\uFEFFBulan;Peserta pada awal bulan;Masuk;.*;Tingkat penagihan\r\n2026-11;10;/,
    );
  });
});

describe('the lines behind a cohort', () => {
  it('come a page at a time, and the last page has no next', async () => {
    const { body } = await asked('GET /api/renewals/{month}/cycles');
    expect(body.items).toHaveLength(3);
    expect(body.items[0]).toMatchObject({
      workerId: 'wrk_00000000000000000000',
      outcome: 'open',
      endedOn: null,
      texts: [],
    });
    const last = await asked('GET /api/renewals/{month}/cycles', { cursor: body.next });
    expect(last).toEqual({ status: 200, body: { items: [] } });
  });

  it('are of one kind where that is asked for', async () => {
    const open = await asked('GET /api/renewals/{month}/cycles', { outcome: 'open' });
    expect([open.body.items.length, 'next' in open.body]).toEqual([3, false]);
    expect((await asked('GET /api/renewals/{month}/cycles', { outcome: 'onTime' })).body).toEqual({
      items: [],
    });
  });

  it('are those of a month', async () => {
    const { status, body } = await calls(
      'GET /api/renewals/{month}/cycles',
      { params: { month: 'november' }, groups: '[finance]' },
      'renewals',
    );
    expect([status, body.error.message]).toEqual([
      400,
      'month: "november" is not a month such as 2026-11',
    ]);
  });
});

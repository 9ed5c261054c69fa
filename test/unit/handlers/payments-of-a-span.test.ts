import { beforeEach, describe, expect, it, vi } from 'vitest';
import { tally } from '#flows/renewals/tally';
import { watch } from '#local/memory/watch';
import { aWorker } from '../../builders.ts';
import { aPayment } from '../../contract/builders.ts';
import { calls, givenHandlers } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();
const { workerId } = aWorker();

type Facts = NonNullable<Parameters<typeof aPayment>[0]>;
const by = { at: '2026-11-11T02:00:00.000Z', by: 'user-1', reason: 'paid by mistake' };

/** What stands in the books, and is counted. Recorded at noon in Jakarta where nothing is said. */
async function booked(...payments: readonly Facts[]): Promise<void> {
  const changes = watch(given.memory.state);
  for (const [index, facts] of payments.entries()) {
    const recordedAt = '2026-11-10T05:00:00.000Z';
    const payment = aPayment({ reference: `R-${index}`, channel: 'bank', recordedAt, ...facts });
    given.memory.state.payments.set(`${payment.channel}#${payment.reference}`, payment);
  }
  await tally({ shard: payments.map(({ reference }) => reference).join(), changes }, given.memory);
}

const list = (query: Record<string, string>, path = 'GET /api/payments') =>
  calls(path, { query, groups: 'finance' });

beforeEach(async () => {
  given.memory.state.workers.set(workerId, aWorker());
  await booked(
    { reference: 'A', amount: 8_400 },
    { reference: 'B', amount: 5_000, status: 'unmatched' },
    { reference: 'C', amount: 100, status: 'reversed', reversed: { ...by, was: 'recorded' } },
    { reference: 'D', amount: 16_800, matched: { at: by.at, notified: 'a mark' } },
    { reference: 'A', channel: 'kantor', amount: 70_000 },
    // At 00:30 in Jakarta, still the evening before in UTC; then at 23:30.
    { reference: 'E', amount: 1, recordedAt: '2026-11-08T17:30:00.000Z' },
    { reference: 'F', amount: 2, recordedAt: '2026-11-11T16:30:00.000Z' },
  );
});

describe('finance holds the payments of a span against the bank', () => {
  it('by the day in Jakarta on which they were recorded, both days included', async () => {
    const { status, body } = await list({ from: '2026-11-09', to: '2026-11-11' });
    expect(status).toBe(200);
    expect(body.items.map(({ reference }: { reference: string }) => reference).sort()).toEqual(
      ['A', 'A', 'B', 'C', 'D', 'E', 'F'].sort(),
    );
    const oneDay = await list({ from: '2026-11-10' });
    expect(oneDay.body.items).toHaveLength(5);
  });

  it('the totals are the sum of the list: what came in and stands, and the reversed beside', async () => {
    const { body } = await list({ from: '2026-11-10', to: '2026-11-10' });
    expect(body.totals).toEqual([
      {
        ...{ channel: 'bank', payments: 3, rupiah: 30_200 },
        recorded: { payments: 2, rupiah: 25_200 },
        unmatched: { payments: 1, rupiah: 5_000 },
        reversed: { payments: 1, rupiah: 100 },
      },
      {
        ...{ channel: 'kantor', payments: 1, rupiah: 70_000 },
        recorded: { payments: 1, rupiah: 70_000 },
        ...{ unmatched: { payments: 0, rupiah: 0 }, reversed: { payments: 0, rupiah: 0 } },
      },
    ]);
    type Item = { channel: string; status: string; amount: number };
    for (const { channel, rupiah } of body.totals)
      expect(
        (body.items as Item[])
          .filter((item) => item.channel === channel && item.status !== 'reversed')
          .reduce((sum, { amount }) => sum + amount, 0),
      ).toBe(rupiah);
  });

  it('with who paid, as of now, and nobody where nobody is known', async () => {
    const paidBy = async (query: Record<string, string>) =>
      (await list(query)).body.items.map(({ worker }: { worker: object | null }) => worker);
    const { workers } = given.memory.state;
    workers.set(workerId, aWorker({ credit: 1_600 }));
    await booked({ reference: 'G', workerId: null, recordedAt: '2026-11-06T05:00:00.000Z' });
    const siti = { name: 'Siti Aminah', credit: 1_600 };
    expect(await paidBy({ from: '2026-11-09' })).toEqual([siti]);
    expect(await paidBy({ from: '2026-11-06' })).toEqual([null]);
    expect(await paidBy({ reference: 'D' })).toEqual([siti]);
    workers.delete(workerId);
    expect(await paidBy({ reference: 'D' })).toEqual([null]);
  });

  it('of one channel, or of one reference in all of them, on whatever day', async () => {
    const ofChannel = await list({ from: '2026-11-10', channel: ' Bank ' });
    expect(ofChannel.body.items).toHaveLength(4);
    expect(ofChannel.body.totals).toMatchObject([{ channel: 'bank', rupiah: 30_200 }]);
    const ofReference = await list({ reference: 'A' });
    expect(ofReference.body.items).toMatchObject([{ channel: 'bank' }, { channel: 'kantor' }]);
    expect(ofReference.body.totals).toMatchObject([{ rupiah: 8_400 }, { rupiah: 70_000 }]);
    const ofBoth = await list({ reference: 'A', channel: 'kantor', from: '2026-11-11' });
    expect(ofBoth.body).toEqual({ items: [], totals: [] });
  });

  it.each([
    [{ from: '2026-11-31' }, 'not-a-date'],
    [{ from: '2026-11-12', to: '2026-11-11' }, 'before-from'],
    [{ from: '2026-01-01', to: '2026-11-11' }, 'too-many-days'],
    [{ channel: 'a#b' }, 'channel-none'],
  ])('%j is refused as %s', async (query, code) => {
    expect(await list(query)).toMatchObject({
      status: 400,
      body: { error: { issues: [{ code }] } },
    });
  });
});

describe('the file of a span', () => {
  const file = (query: Record<string, string>) => list(query, 'GET /api/payments.csv');

  it('has fixed columns in Indonesian, times in Jakarta, and no person', async () => {
    await booked({ reference: '00123', recordedAt: '2026-11-07T02:10:00.000Z', amount: 1_200_000 });
    const { status, body } = await file({ from: '2026-11-07' });
    expect([status, body]).toEqual([
      200,
      [
        '\uFEFFDicatat (WIB);Dibayar (WIB);Kanal;Referensi;Rupiah;Status;Iuran diterima (Rp);Dicocokkan (WIB);Dibatalkan (WIB);Kurang (Rp);Saldo saat itu (Rp)',
        "2026-11-07 09:10;2026-11-11 09:00;bank;'00123;1200000;Dicatat;1200000;;;;",
        '',
      ].join('\r\n'),
    ]);
  });

  it('says by how much a payment was too little, and what credit there was then', async () => {
    const short = { by: 3_400, credit: 5_000 };
    await booked({ reference: 'S', recordedAt: '2026-11-07T02:10:00.000Z', short });
    const { body } = await file({ from: '2026-11-07' });
    expect(String(body).split('\r\n')[1]).toMatch(/;bank;S;.*;3400;5000$/);
  });

  it('counts nothing as received of what was reversed, so that its sum is the total', async () => {
    const { body } = await file({ from: '2026-11-10', channel: 'bank' });
    const received = String(body)
      .split('\r\n')
      .slice(1, -1)
      .map((line) => Number(line.split(';')[6]));
    expect(received.reduce((sum, rupiah) => sum + rupiah, 0)).toBe(30_200);
  });

  it('is refused where there are more payments than one answer holds, before any is read', async () => {
    const place = { of: 'receipts', by: 'recorded', month: '2026-11', day: '2026-11-10' } as const;
    given.memory.state.counters.add(
      [{ place: { ...place, channel: 'bank' }, name: 'recorded.n', by: 42_000_000 }],
      [],
    );
    expect(await file({ from: '2026-11-10' })).toMatchObject({
      status: 413,
      body: { error: { issues: [{ code: 'too-many-payments', values: { most: 20_000 } }] } },
    });
    expect((await file({ from: '2026-11-10', channel: 'kantor' })).status).toBe(200);
  });
});

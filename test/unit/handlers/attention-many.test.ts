import { describe, expect, it, vi } from 'vitest';
import { recordPayment } from '#flows/payments/record-payment';
import { eraseWorker } from '#flows/people/change-worker';
import { aWorker } from '../../builders.ts';
import { aReminder, aSlice } from '../../contract/builders.ts';
import { paymentOf } from '../flows/given.ts';
import { settings } from '../flows/settings.ts';
import { calls, givenHandlers } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();
const siti = aWorker();
const failed = { status: 'failed', reason: 'OptedOut', workerId: siti.workerId } as const;

/** Siti's text of one step in Papua failed, and of two in Jawa Tengah. */
async function threeFailed(): Promise<void> {
  const { memory } = given;
  memory.state.workers.set(siti.workerId, siti);
  await memory.reminders.write(aReminder({ ...failed, step: 'before', province: 'Papua' }), 0);
  await memory.reminders.write(aReminder({ ...failed, step: 'eve' }), 0);
  await memory.reminders.write(aReminder({ ...failed, step: 'after' }), 0);
}

const list = async (query: Readonly<Record<string, string>>, groups = '[admin]') =>
  (await calls('GET /api/attention', { query: { kind: 'failed', ...query }, groups })).body.items;

describe('what needs a person', () => {
  it('of texts says to admins whom to call, to finance only which worker it is', async () => {
    await threeFailed();
    const { name, phone } = siti;
    const worker = { name, phone, coverage: 'due', owed: { amount: 8_400, months: ['2026-11'] } };
    const told = { workerId: siti.workerId };
    expect(await list({ province: 'Papua' })).toMatchObject([{ ...told, worker }]);
    const [item] = await list({ province: 'Papua' }, '[finance]');
    expect(item).toMatchObject(told);
    expect(JSON.stringify(item)).not.toContain(name);
    expect(JSON.stringify(item)).not.toContain(phone);
  });

  it('of payments says to finance who paid, and the phone to admins alone', async () => {
    const { memory } = given;
    memory.state.workers.set(siti.workerId, { ...siti, credit: 5_000 });
    await recordPayment(paymentOf({ amount: 5_000 }), siti.workerId, memory, settings);
    const flagged = async (groups: string) => (await list({ kind: 'flagged' }, groups))[0].worker;
    const { name, phone } = siti;
    expect(await flagged('[finance]')).toEqual({ name, credit: 1_600 });
    expect(await flagged('[admin]')).toMatchObject({ name, phone, credit: 1_600 });
    await eraseWorker(siti.workerId, memory);
    expect(await flagged('[finance]')).toBeNull();
  });

  it('names nobody with a slice, which missed many', async () => {
    const { slices } = given.memory;
    const missed = { at: '2026-11-12T14:00:00.000Z', reason: null, provinces: { Bali: 2 } };
    await slices.open([aSlice()]);
    await slices.save(aSlice({ state: 'closed', missed }));
    expect(await list({ kind: 'missed' })).toMatchObject([{ kind: 'missed', count: 2 }]);
  });

  it('is listed by province, step and reason, and in either order', async () => {
    await threeFailed();
    const steps = async (query: Readonly<Record<string, string>>) =>
      (await list(query)).map(({ step }: { step: string }) => step);
    expect(await steps({ province: 'Jawa Tengah' })).toHaveLength(2);
    expect(await steps({ step: 'eve' })).toEqual(['eve']);
    expect(await steps({ reason: 'Throttled' })).toEqual([]);
    const latest = await steps({});
    expect(await steps({ order: 'oldest' })).toEqual(latest.toReversed());
  });

  it('is counted, of each kind where none is asked for', async () => {
    await threeFailed();
    given.memory.state.deadLetters.set('tally', 4);
    const { body } = await calls('GET /api/attention/totals', { query: { province: 'Papua' } });
    const of = (kind: string) => body.items.find((each: { kind: string }) => each.kind === kind);
    expect(of('failed')).toMatchObject({
      ...{ items: 1, workers: 1, isAll: true },
      choices: {
        province: [
          { value: 'Jawa Tengah', items: 2 },
          { value: 'Papua', items: 1 },
        ],
        reason: [{ value: 'OptedOut', items: 3 }],
      },
    });
    expect(of('undelivered')).toMatchObject({ items: 0, workers: 0 });
    expect(of('dead-letter')).toMatchObject({ items: 0 });
    const all = await calls('GET /api/attention/totals', { query: { kind: 'dead-letter' } });
    expect(all.body.items).toMatchObject([{ kind: 'dead-letter', items: 1, workers: 4 }]);
  });

  it.each<Readonly<Record<string, string>>>([
    { province: 'Atlantis' },
    { order: 'by-name' },
    { amountFrom: '-1' },
    { amountFrom: 'Rp8.400' },
  ])('asked with %j is refused', async (query) => {
    const asked = { query: { kind: 'failed', ...query } };
    expect((await calls('GET /api/attention', asked)).status).toBe(400);
  });
});

describe('many items that a person has seen to', () => {
  const resolve = (body: object, groups = '[admin]') =>
    calls('POST /api/attention/resolve', { body, groups, requestId: 'request-2' });

  it('are off the list by one call, which says of each what became of it', async () => {
    await threeFailed();
    const ids = (await list({})).map(({ id }: { id: string }) => id);
    const gone = ids[0].replace('2026-11#', '2026-10#');
    const { body } = await resolve({ kind: 'failed', ids: [...ids, gone, gone], note: ' called ' });
    expect(body).toEqual({
      resolved: false,
      items: [
        ...ids.map((id: string) => ({ id, done: true, code: null })),
        { id: gone, done: false, code: 'no-such-item' },
      ],
    });
    expect(await list({})).toEqual([]);
    const log = [...given.memory.state.auditLog.values()];
    expect(log.find(({ id }) => id === 'request-2')).toMatchObject({
      call: 'POST /api/attention/resolve',
      fields: ['ids', 'kind', 'note'],
      trail: { kind: 'failed', ids, count: 3, workers: [siti.workerId] },
    });
    const { body: shown } = await calls('GET /api/workers/{id}', { params: { id: siti.workerId } });
    const notes = shown.timeline.filter(({ kind }: { kind: string }) => kind === 'change');
    expect(notes).toHaveLength(3);
    expect(notes[0]).toMatchObject({
      ...{ what: 'attention-resolved', fields: ['failed'], reason: 'called', byName: 'dewi' },
    });
    expect(JSON.stringify([...given.memory.state.auditLog.values()])).not.toContain('called');
  });

  it('come back by one call, and both stand in the audit log', async () => {
    await threeFailed();
    const before = await list({});
    const ids = before.map(({ id }: { id: string }) => id);
    await resolve({ kind: 'failed', ids });
    const again = { body: { kind: 'failed', ids }, requestId: 'request-3' };
    expect((await calls('POST /api/attention/restore', again)).body.items).toEqual(
      ids.map((id: string) => ({ id, done: true, code: null })),
    );
    expect(await list({})).toEqual(before);
    const log = [...given.memory.state.auditLog.values()];
    expect(log.filter(({ trail }) => trail?.count === 3).map(({ call }) => call)).toEqual([
      'POST /api/attention/resolve',
      'POST /api/attention/restore',
    ]);
  });

  it.each<[number, object, string?]>([
    [400, { kind: 'failed' }],
    [400, { kind: 'failed', id: 'x', ids: ['x'] }],
    [400, { kind: 'failed', ids: [] }],
    [400, { kind: 'failed', ids: Array.from({ length: 101 }, (_, at) => `x#${at}`) }],
    [400, { kind: 'missed', ids: ['x'], note: 'called' }],
    [400, { kind: 'failed', ids: ['x'], note: '0870 0000 0001 called' }],
    [400, { kind: 'failed', ids: ['x'], note: 'NIK 9972010101010001' }],
    [200, { kind: 'failed', ids: ['x'], note: 'called on 2026-11-12 at 09.30, owes 16.800' }],
    [403, { kind: 'failed', ids: ['x'] }, '[finance]'],
    [409, { kind: 'unmatched', ids: ['x'] }, '[finance]'],
  ])('are answered with %i for %j', async (status, body, groups) => {
    expect((await resolve(body, groups)).status).toBe(status);
  });
});

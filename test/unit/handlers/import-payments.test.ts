import { beforeEach, describe, expect, it, vi } from 'vitest';
import { identity } from '#aws/people/identity';
import { busy } from '#domain/refused';
import { recordPayment } from '#flows/payments/record-payment';
import { aWorker } from '../../builders.ts';
import { settings } from '../flows/settings.ts';
import { calls, givenHandlers } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();
const header = 'reference,channel,nik,amount,paid_at,months';
const nik = '9972014708950001';
const workerId = identity('test').workerIdOf(nik);
const line = `EX-1,bank,${nik},8400,2026-11-11 08:40,1`;
const load = (body: string, query: Record<string, string> = {}, groups = '[finance]') =>
  calls('POST /api/payments/import', { body, query, groups });
const siti = () => given.memory.state.workers.get(workerId);

beforeEach(() => {
  given.memory.state.workers.set(workerId, aWorker({ workerId }));
});

describe('an import of payments', () => {
  it('comes again whole where a line was throttled, and records nothing twice', async () => {
    const { record } = given.memory.payments;
    let calledSoFar = 0;
    given.memory.payments.record = async (...payment) => {
      calledSoFar += 1;
      if (calledSoFar === 2) throw busy();
      return record(...payment);
    };
    const file = [header, line, `EX-2,bank,${nik},8400,2026-11-11 08:41,1`].join('\n');
    expect(await load(file)).toMatchObject({ status: 503, retryAfter: '5' });
    expect(await load(file)).toMatchObject({ body: { recorded: 1, alreadyRecorded: 1 } });
    expect(given.memory.state.payments.size).toBe(2);
  });

  it('answers what became of each line', async () => {
    await load(`${header}\n${line}`);
    const lines = [
      line,
      `EX-2,Bank,${nik},16800,2026-11-11 08:41,`,
      'EX-3,bank,9972014708960001,8400,2026-11-11 08:42,',
      `EX-1,bank,${nik},9000,2026-11-11 08:40,1`,
      `EX-4,bank,${nik},8400,soon,1`,
    ];
    expect(await load([header, ...lines].join('\n'), { firstLine: '100' })).toEqual({
      status: 200,
      body: {
        ...{ accepted: 3, recorded: 1, alreadyRecorded: 1, unmatched: 1 },
        rupiah: {
          ...{ total: 51_000, recorded: 25_200, alreadyRecorded: 8_400, refused: 17_400 },
          flagged: 0,
        },
        rejected: [
          {
            line: 104,
            field: 'paid_at',
            value: 'soon',
            ...{ code: 'paid-at-none', values: {} },
            reason: expect.stringContaining('is not a time'),
          },
        ],
        conflicts: [
          {
            ...{ line: 103, code: 'reference-taken' },
            values: { channel: 'bank', reference: 'EX-1' },
            reason: expect.stringContaining('a new payment needs a new reference'),
          },
        ],
        warnings: [],
      },
    });
    expect(siti()).toMatchObject({ coveredThrough: '2026-12', credit: 8_400 });
    expect((await given.memory.payments.get('bank', 'EX-2'))?.paidAt).toBe(
      '2026-11-11T01:41:00.000Z',
    );
  });

  it('of a NIK that Excel has rounded to the serial 0000 is kept for a person', async () => {
    const rounded = line.replace(nik, '9972014708950000');
    expect(await load(`${header}\n${rounded}`)).toMatchObject({
      body: {
        ...{ accepted: 1, recorded: 0, unmatched: 1, rejected: [] },
        warnings: [{ line: 2, field: 'nik', value: '9972014708950000', code: 'nik-serial' }],
      },
    });
    expect((await given.memory.attention.list('unmatched', null)).items).toHaveLength(1);
    expect(siti()?.coveredThrough).toBe('2026-10');
  });

  // bilig #28; firefly-iii #4228
  it('0000123456 by webhook and 123456 in finance’s file is flagged', async () => {
    const notice = { reference: '0000123456', channel: 'bank', amount: 8_400, months: null };
    const paidAt = '2026-11-11T01:40:00.000Z';
    await recordPayment({ ...notice, paidAt }, workerId, given.memory, settings);
    await load(`${header}\n123456,bank,${nik},8400,2026-11-12 23:59,`);
    expect(await given.memory.payments.get('bank', '123456')).toMatchObject({
      bought: ['2026-12'],
      flags: expect.arrayContaining(['possible-duplicate']),
    });
    expect((await given.memory.attention.list('flagged', null)).items).toMatchObject([
      { reference: '123456' },
    ]);
  });

  it('on trial finds what the file itself tells twice', async () => {
    const twice = `${header}\n${line}\n${line.replace('EX-1', 'EX-2')}`;
    expect(await load(twice, { dryRun: 'true' })).toMatchObject({ body: { recorded: 2 } });
    expect(given.memory.state.payments.size).toBe(0);
  });

  it('again changes nothing', async () => {
    await load(`${header}\n${line}`);
    expect((await load(`${header}\n${line}`)).body).toMatchObject({
      accepted: 1,
      recorded: 0,
      alreadyRecorded: 1,
    });
    expect(siti()).toMatchObject({ coveredThrough: '2026-11', rev: 1 });
  });

  it('on trial says the same and writes nothing', async () => {
    const other = 'EX-2,bank,9972014708960001,8400,2026-11-11 08:42,';
    const file = [header, line, line, other, line.replace('8400', '1')].join('\n');
    const tried = await load(file, { dryRun: 'true' });
    expect(given.memory.state.payments.size).toBe(0);
    expect(siti()?.rev).toBe(0);
    expect(tried).toEqual(await load(file));
    expect(tried.body).toMatchObject({
      accepted: 3,
      recorded: 1,
      alreadyRecorded: 1,
      unmatched: 1,
      conflicts: [{ line: 5 }],
    });
  });

  it('records what one worker paid in the order of the file', async () => {
    const references = Array.from({ length: 12 }, (_, index) => `EX-${12 - index}`);
    await load(
      [header, ...references.map((reference) => line.replace('EX-1', reference))].join('\n'),
    );
    const { payments } = await given.memory.workers.timeline(workerId);
    const first = payments.find(({ bought }) => bought[0] === '2026-11');
    expect(first?.reference).toBe('EX-12');
  });

  it('lists a line whose worker cannot be read, and takes in the others', async () => {
    given.memory.state.unreadable.set(workerId, { reason: 'credit: is missing', rev: 0 });
    given.memory.state.workers.delete(workerId);
    expect(
      (await load(`${header}\n${line}\nEX-2,bank,9972014708960001,8400,2026-11-11 08:42,`)).body,
    ).toMatchObject({
      accepted: 1,
      conflicts: [{ line: 2, reason: expect.stringContaining('could not be recorded') }],
    });
  });

  it.each(['[admin]', '[service]', '[admin service]'])('is not for %s', async (groups) => {
    expect((await load(`${header}\n${line}`, {}, groups)).status).toBe(403);
    expect(given.memory.state.payments.size).toBe(0);
  });

  it('takes 1,000 rows and 1 MB a call, no more', async () => {
    const rows = (count: number) => `${header}\n${`EX,bank,1,1,soon,\n`.repeat(count)}`;
    expect((await load(rows(1_000))).status).toBe(200);
    expect(await load(rows(1_001))).toMatchObject({
      status: 413,
      body: { error: { code: 'too-large' } },
    });
    expect(await load(`${header}\n${' '.repeat(1_000_000)}`)).toMatchObject({ status: 413 });
  });

  it.each([
    ['an empty file', '', 'The file is empty'],
    ['a roster', 'nik,name,phone', 'names "name", "phone", which is not a column'],
  ])('of %s is refused in a sentence', async (_, text, sentence) => {
    expect(await load(text)).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining(sentence) } },
    });
  });

  it('prints no NIK', async () => {
    await load(`${header}\n${line}\n${line.replace('EX-1', '')}`);
    expect(given.printed.join('')).not.toContain(nik);
  });
});

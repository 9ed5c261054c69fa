import { describe, expect, it, vi } from 'vitest';
import { calls, givenHandlers } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();
const header = 'nik,name,phone,province,sector,income,jht,language,covered_through';
const siti = '9972014708950001,Siti Aminah,087000000001,Jawa Tengah,other,1000000,no,id,2026-10';
const load = (body: string, query: Record<string, string> = {}, base64 = false) =>
  calls('POST /api/workers/import', { body, query, base64 });

describe('an import', () => {
  it('answers what became of each line', async () => {
    expect(await load(`${header}\n${siti}\n${siti.replace('0001,', '001,')}`)).toEqual({
      status: 200,
      body: {
        ...{ accepted: 1, created: 1, updated: 0, unchanged: 0, conflicts: [], warnings: [] },
        rejected: [
          {
            line: 3,
            field: 'nik',
            value: '997201470895001',
            ...{ code: 'nik-length', values: { digits: 15 } },
            reason: 'has 15 digits: a NIK has 16',
          },
        ],
      },
    });
    expect([...given.memory.state.workers.values()]).toMatchObject([
      { name: 'Siti Aminah', nikLast4: '0001' },
    ]);
  });

  it('names what it did not use of a line that counts, and leaves that as it is stored', async () => {
    await load(`${header}\n${siti}`);
    const bad = siti.replace(/0870\d+/, '0271').replace('2026-10', '2026-11');
    expect(await load(`${header},alamat\n${bad},Solo`)).toMatchObject({
      body: {
        ...{ accepted: 1, updated: 1, rejected: [], conflicts: [] },
        warnings: [
          { line: 1, field: 'alamat', value: 'alamat', code: 'unknown-column' },
          { line: 2, field: 'phone', value: '0271', code: 'phone-landline' },
        ],
      },
    });
    expect([...given.memory.state.workers.values()]).toMatchObject([
      { phone: '+6287000000001', coveredThrough: '2026-11' },
    ]);
    const behind = await load(`${header}\n${bad.replace('2026-11', '2026-09')}`);
    expect(behind).toMatchObject({ body: { conflicts: [{ line: 2 }], warnings: [] } });
  });

  it('keeps nothing of the NIK but its last four digits', async () => {
    await load(`${header}\n${siti}`);
    expect(JSON.stringify([...given.memory.state.workers])).not.toContain('997201470895');
  });

  it('counts bytes, not characters', async () => {
    const name = 'é'.repeat(40);
    const rows = (bytes: number) =>
      `${header}\n${siti.replace('Siti Aminah', name)}\n`.padEnd(bytes - 40, ' ');
    expect(Buffer.byteLength(rows(1_000_000))).toBe(1_000_000);
    expect((await load(rows(1_000_000))).status).toBe(200);
    const { status, body } = await load(rows(1_000_001));
    expect([status, body.error.code, body.error.message]).toEqual([
      413,
      'too-large',
      expect.stringContaining('1000001 bytes'),
    ]);
  });

  it.each([
    ['an empty file', '', 'The file is empty'],
    ['a wrong header', 'a,b,c\n1,2,3', 'names "a", "b", "c", which is not a column'],
    ['a header with a column too few', `${header.replace(',phone', '')}\n`, 'lacks "phone"'],
  ])('of %s is refused in a sentence', async (_, text, sentence) => {
    expect(await load(text)).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid', message: expect.stringContaining(sentence) } },
    });
  });

  it('of Latin-1 bytes is refused with the line', async () => {
    expect(
      await load(`${header}\n${siti.replace('Aminah', 'Andr\u00e9')}`, {}, true),
    ).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('Line 2 is not UTF-8') } },
    });
  });

  it('of UTF-8 bytes in base64 is read as it is', async () => {
    const utf8 = Buffer.from(`\uFEFF${header}\n${siti.replace('Aminah', 'Andr\u00e9')}`).toString(
      'latin1',
    );
    expect((await load(utf8, {}, true)).body).toMatchObject({ created: 1 });
    expect([...given.memory.state.workers.values()][0]?.name).toBe('Siti André');
  });
});

describe('what is asked of an import', () => {
  it('firstLine is where its first row stands in the whole file', async () => {
    expect((await load(`${header}\nx`, { firstLine: '1002' })).body.rejected).toMatchObject([
      { line: 1_002 },
    ]);
  });

  it.each(['0', '-1', '1.5', 'two', ''])('firstLine=%s is refused', async (firstLine) => {
    expect(await load(`${header}\n${siti}`, { firstLine })).toMatchObject({
      status: 400,
      body: { error: { fields: { firstLine: expect.any(String) } } },
    });
  });

  it.each(['true', 'false'])('dryRun=%s', async (dryRun) => {
    expect((await load(`${header}\n${siti}`, { dryRun })).body).toMatchObject({ created: 1 });
    expect(given.memory.state.workers.size).toBe(dryRun === 'true' ? 0 : 1);
  });

  it.each(['yes', '1', 'True', ''])(
    'dryRun=%s is refused, lest somebody who only tried has imported',
    async (dryRun) => {
      expect(await load(`${header}\n${siti}`, { dryRun })).toMatchObject({
        status: 400,
        body: { error: { fields: { dryRun: expect.any(String) } } },
      });
      expect(given.memory.state.workers.size).toBe(0);
    },
  );
});

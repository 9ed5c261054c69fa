import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Worker } from '#domain/people/worker';
import { aWorker } from '../../builders.ts';
import { workersNamed } from '../flows/given.ts';
import { calls, givenHandlers } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();
const siti = aWorker();
const fields = (names: object) => ({
  status: 400,
  body: { error: { code: 'invalid', fields: names } },
});

beforeEach(() => {
  given.memory.state.workers.set(siti.workerId, siti);
});

describe('the call list of a branch', () => {
  const file = (query: Readonly<Record<string, string>>, groups = '[admin]') =>
    calls('GET /api/workers.csv', { query: { month: '2026-11', ...query }, groups });
  const linesOf = (body: unknown) => String(body).split('\r\n').slice(1, -1);
  const bring = (...workers: readonly Worker[]) => {
    for (const worker of workers) given.memory.state.workers.set(worker.workerId, worker);
  };

  it('has fixed columns in Indonesian, numbers as people dial them, and no formula', async () => {
    const papua = 'wrk_4000000000000000000a';
    bring(
      aWorker({
        ...{ name: '=1+1', phone: null, group: 'Pasar; "Klewer"', stopped: { until: null } },
      }),
      aWorker({ workerId: papua, province: 'Papua', coveredThrough: '2026-08' }),
    );
    const { body } = await file({});
    expect(String(body).slice(0, 1)).toBe('\uFEFF');
    expect(String(body).slice(1).split('\r\n')).toEqual([
      'Nama;Nomor HP;Provinsi;Kelompok;Status iuran;Harus dibayar (Rp);Untuk bulan;' +
        'Jatuh tempo;Nonaktif mulai;SMS dihentikan;ID peserta',
      `'=1+1;;Jawa Tengah;"Pasar; ""Klewer""";Belum dibayar;8400;2026-11;2026-11-16;` +
        `2027-02-01;ya;${siti.workerId}`,
      '',
    ]);
    expect(linesOf((await file({ month: '2026-09' })).body)).toEqual([
      'Siti Aminah;0870 0000 0000;Papua;;Menunggak;25200;2026-09 2026-10 2026-11;2026-09-15;' +
        `2026-12-01;tidak;${papua}`,
    ]);
  });

  it('is asked for as the list is', async () => {
    const [first = siti, second = siti, third = siti] = workersNamed(3);
    bring({ ...first, group: 'Pasar Klewer' }, { ...second, province: 'Papua' }, third);
    const named = async (query: Readonly<Record<string, string>>) => {
      const { body } = await calls('GET /api/workers', { query: { month: '2026-11', ...query } });
      const names = body.items.map(({ name }: { name: string }) => name);
      const lines = linesOf((await file(query)).body);
      expect(lines.map((line) => line.split(';')[0])).toEqual(names);
      return names;
    };
    expect(await named({ province: 'Papua' })).toEqual(['Pekerja 2']);
    expect(await named({ zone: 'Asia/Jayapura' })).toEqual(['Pekerja 2']);
    expect(await named({ group: ' pasar klewer ' })).toEqual(['Pekerja 1']);
    expect(await named({ province: 'Papua', group: 'Pasar Klewer' })).toEqual([]);
    expect(await named({ month: '2026-12' })).toEqual([]);
    expect(await named({})).toHaveLength(3);
  });

  it('says in its last line and in its head that it was cut, and goes on there', async () => {
    bring(...workersNamed(5_002, { province: 'Jawa Timur' }));
    const first = await file({ province: 'Jawa Timur' });
    expect(linesOf(first.body)).toHaveLength(5_001);
    expect(linesOf(first.body).at(-1)).toMatch(/^Terpotong di sini: /);
    const [, link = ''] = /^<\?(.*)>; rel="next"$/.exec(first.link ?? '') ?? [];
    const asked = Object.fromEntries(new URLSearchParams(link));
    expect(asked).toMatchObject({ month: '2026-11', province: 'Jawa Timur' });
    const second = await file(asked);
    expect(linesOf(second.body)).toHaveLength(2);
    expect(second.link).toBeUndefined();
    expect((await file({ ...asked, province: 'Jawa Barat' })).status).toBe(400);
  });

  it.each(['[finance]', '[service]'])('is not for %s', async (groups) => {
    const { status, body } = await file({}, groups);
    expect([status, body.error.code]).toEqual([403, 'forbidden']);
    expect(JSON.stringify(body)).not.toContain(siti.name);
  });

  it('stands in the audit log with how many left, and without their names', async () => {
    await file({ province: 'Jawa Tengah', group: 'Pasar Klewer' });
    const [entry] = [...given.memory.state.auditLog.values()];
    expect(entry).toMatchObject({
      ...{ call: 'GET /api/workers.csv', name: 'dewi', outcome: 'done' },
      trail: { month: '2026-11', zone: null, province: 'Jawa Tengah', workers: 0, isAll: true },
    });
    expect(JSON.stringify(entry)).not.toContain('Klewer');
  });

  it.each<[Readonly<Record<string, string>>, string]>([
    [{ month: '2026-13' }, 'month'],
    [{ zone: 'Asia/Tokyo' }, 'zone'],
    [{ province: 'Atlantis' }, 'province'],
    [{ cursor: 'x' }, 'cursor'],
  ])('asked with %j is refused', async (query, name) => {
    expect(await file(query)).toMatchObject(fields({ [name]: expect.any(String) }));
  });
});

import { describe, expect, it } from 'vitest';
import type { Callee } from '#flows/attention/list-items';
import type { Item } from '#web/src/attention/items';
import { itemRows } from '#web/src/attention/items-csv';

const callee: Callee = {
  ...{ name: 'Siti Aminah', phone: '+6287000000213', coverage: 'arrears', credit: 0 },
  owed: { amount: 16_800, months: ['2026-10', '2026-11'] },
};
const failed: Item = {
  ...{ id: '2026-11-11T02:00:03.000Z#wrk_1', kind: 'failed', workerId: 'wrk_1' },
  ...{ month: '2026-11', step: 'before', planned: { anchor: 'due', offsetDays: -5 } },
  ...{ reason: 'OptedOut', runId: 'run_WIB_2026-11-11_0900_before_2026-11' },
  ...{ at: '2026-11-11T02:00:03.000Z', province: 'Jawa Tengah', group: 'Pasar Klewer' },
  worker: callee,
};
const rowOf = (item: Item) => itemRows([item], false)[1];

describe('what needs a person as a call list', () => {
  // A lookup in somebody's workbook breaks with each head that changes.
  it('has the same heads always, in Indonesian', () =>
    expect(itemRows([], false)).toEqual([
      [
        ...['Nama', 'Nomor HP', 'Provinsi', 'Kelompok', 'Status iuran', 'Harus dibayar (Rp)'],
        ...['Untuk bulan', 'Waktu (WIB)', 'Tahap', 'Bulan SMS', 'Sebab', 'Pengiriman'],
        'ID peserta',
      ],
    ]));

  it('says whom to call, about what, and why there was no text', () =>
    expect(rowOf(failed)).toEqual([
      ...['Siti Aminah', '0870 0000 0213', 'Jawa Tengah', 'Pasar Klewer', 'Menunggak', 16_800],
      ...['2026-10 2026-11', '2026-11-11 09:00', '5 hari sebelum jatuh tempo', '2026-11'],
      ...['pemilik nomor menolak SMS', '2026-11-11', 'wrk_1'],
    ]));

  it.each<[string, Partial<Item>, readonly unknown[]]>([
    ['who was erased since, by the id alone', { worker: null }, [null, null]],
    ['who has no phone', { worker: { ...callee, phone: null } }, ['Siti Aminah', null]],
  ])('lists a worker %s', (_, facts, cells) => {
    const row = rowOf({ ...failed, ...facts });
    expect(row?.slice(0, 2)).toEqual(cells);
    expect(row?.at(-1)).toBe('wrk_1');
  });

  it('keeps a reason for which there are no words', () =>
    expect(rowOf({ ...failed, reason: 'SomethingNew' })).toContain('SomethingNew'));

  it('says in its last line that it was cut', () => {
    expect(itemRows([failed], true).at(-1)).toEqual([expect.stringMatching(/^Terpotong di sini/)]);
    expect(itemRows([failed], false)).toHaveLength(2);
  });
});

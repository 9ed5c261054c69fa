import { describe, expect, it } from 'vitest';
import { figuresCsv } from '#domain/renewals/files/figure';
import { memberFigures } from '#domain/renewals/files/member-figures';
import { renewalFigures } from '#domain/renewals/files/renewal-figures';

const table = (csv: string) => {
  const [head = '', ...rows] = csv.slice(1).trimEnd().split('\r\n');
  const names = head.split(';');
  return { names, cell: (name: string) => rows[0]?.split(';')[names.indexOf(name)] };
};
const october = {
  ...{ month: '2026-10', by: null, partial: false, due: 3, rates: { onTime: 1 / 3 } },
  reminders: { sent: 4, skipped: { 'held-out': 2 } },
};

describe('the files of finance', () => {
  it('have the same columns whatever was counted in the months', () => {
    const november = { ...october, month: '2026-11', reminders: { sent: 1, skipped: {} } };
    const files = [[october], [november], [october, november], []].map((items) =>
      table(figuresCsv(renewalFigures, items)),
    );
    for (const { names } of files) expect(names).toEqual(files[0]?.names);
  });

  it('name no column twice', () => {
    for (const columns of [renewalFigures, memberFigures])
      expect(new Set(columns.map(({ heading }) => heading)).size).toBe(columns.length);
  });

  it('say in Indonesian what stands where, with four decimals behind the comma', () => {
    const { cell } = table(figuresCsv(renewalFigures, [october]));
    expect(cell('Bulan iuran')).toBe('2026-10');
    expect(cell('Sebagian')).toBe('tidak');
    expect(cell('Tingkat tepat waktu')).toBe('0,3333');
    expect(cell('SMS sengaja tidak dikirim: kelompok pembanding')).toBe('2');
    expect(cell('SMS sengaja tidak dikirim: anggaran habis')).toBe('0');
    expect(cell('Dirinci menurut')).toBe('');
  });

  it('say of members the same, head by head', () => {
    const { names } = table(figuresCsv(memberFigures, []));
    expect(names).toEqual([
      ...['Bulan', 'Peserta pada awal bulan', 'Masuk', 'Masuk kembali', 'Menjadi nonaktif'],
      ...['Keluar', 'Peserta pada akhir bulan', 'Lunas (aktif)', 'Iuran tertagih (Rp)'],
      ...['Iuran yang seharusnya (Rp)', 'Tingkat penagihan'],
    ]);
  });

  // The heads come from the console's words: a lookup in somebody's workbook breaks with each.
  it('say of texts what the console says, head by head', () => {
    const { names } = table(figuresCsv(renewalFigures, []));
    expect(names.filter((name) => /^SMS (?!.*,)/.test(name))).toEqual([
      'SMS terkirim',
      'SMS sampai di HP',
      'SMS tidak sampai',
      'SMS gagal',
      'SMS berstatus tidak diketahui',
      'SMS tidak sempat terkirim',
      'SMS sengaja tidak dikirim: peserta meminta SMS dihentikan',
      'SMS sengaja tidak dikirim: kelompok pembanding',
      'SMS sengaja tidak dikirim: tanpa nomor HP',
      'SMS sengaja tidak dikirim: nomor tidak aktif',
      'SMS sengaja tidak dikirim: bukan nomor uji coba',
      'SMS sengaja tidak dikirim: anggaran habis',
      'SMS sengaja tidak dikirim: sudah membayar',
      'SMS sengaja tidak dikirim: ada pengingat lain di hari yang sama',
    ]);
  });
});

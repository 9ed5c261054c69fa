import { describe, expect, it } from 'vitest';
import type { Plan } from '#domain/plan/plan';
import { csvOf, people } from '#local/made-up';
import { asAdmin } from '../stage/calls.ts';
import { faultsFound, open, sidewaysScroll, widths } from './browser.ts';
import { beginStage, browser, stage, url } from './given.ts';

beginStage(async () => {
  await stage.importCsv(csvOf(people(3)));
});

it('an admin sets what hardly ever needs to be touched, is told what cannot be, and saves it all at once', async () => {
  const { page, close } = await open(browser, { url, role: 'admin', path: '/settings' });
  const said = (text: string): Promise<void> => page.getByText(text).first().waitFor();
  await page.getByLabel('Dari (malam)').fill('08:30');
  await said('"09:00" termasuk jam tanpa SMS, 08.30 sampai 08.00');
  expect(await faultsFound(page)).toEqual([]);
  await page.getByLabel('Dari (malam)').fill('19:00');
  await page.getByText('Minggu', { exact: true }).click();
  await page.getByText('Dibatasi').click();
  await page.getByRole('textbox', { name: 'Anggaran sebulan' }).fill('1500000');
  expect(await page.getByRole('textbox', { name: 'Anggaran sebulan' }).inputValue()).toBe(
    '1.500.000',
  );
  await page.getByRole('textbox', { name: 'Libur tambahan' }).fill('16/11/2026');
  await page.getByRole('button', { name: 'Tambah libur' }).click();
  await said('16 November 2026');
  await page.getByText('Kirim ke semua yang membayar').click();
  await said('5 perubahan belum disimpan');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  const asked = page.getByRole('dialog', { name: 'Simpan perubahan ini?' });
  await asked.getByText('Setiap peserta yang membayar mendapat SMS konfirmasi').waitFor();
  await asked.getByRole('button', { name: /^Simpan/ }).click();
  await said('Tersimpan. Versi 3 berlaku sekarang.');
  expect(await stage.ask<Plan>('GET', '/api/plan', asAdmin())).toMatchObject({
    quietHours: { from: '19:00', to: '08:00' },
    quietDays: ['national-holiday'],
    monthlyBudgetRupiah: 1_500_000,
    holidays: { add: ['2026-11-16'], remove: [] },
    paidText: { enabled: true },
  });
  await page.getByRole('link', { name: /ada di Jadwal pengingat/ }).click();
  await said('dari anggaran Rp1.500.000');
  await close();
});

it('an admin reads which holidays they correct, and what was set at deployment', async () => {
  const { page, close } = await open(browser, { url, role: 'admin', path: '/settings' });
  await page
    .getByRole('button', { name: 'Libur nasional menurut kalender resmi, 2026 dan 2027' })
    .click();
  await page.getByText('1 Januari 2026: Tahun Baru Masehi').waitFor();
  await page.getByText('3 bulan setelah bulan terakhir yang dibayar').waitFor();
  await page.getByText('US$0,16 = Rp2.640').waitFor();
  expect(await faultsFound(page)).toEqual([]);
  await close();
});

describe.each(['/plan', '/settings'])('%s', (path) => {
  it.each(Object.keys(widths) as (keyof typeof widths)[])(
    'holds on a %s screen, and axe finds nothing',
    async (width) => {
      const { page, complaints, close } = await open(browser, {
        url,
        role: 'admin',
        path,
        width,
        language: width === 'tablet' ? 'en' : 'id',
      });
      await page.getByRole('tab').first().waitFor();
      if (path === '/plan') await page.getByText(/Sesuai dengan draf|Matches your draft/).waitFor();
      expect(await sidewaysScroll(page)).toBe(0);
      expect(await faultsFound(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
  );
});

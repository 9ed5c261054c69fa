import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aPerson, csvOf } from '#local/made-up';
import { asAdmin } from '../stage/calls.ts';
import { faultsFound, fetched, open, picture, sidewaysScroll } from './browser.ts';
import {
  begin,
  browser,
  dialog,
  idOf,
  press,
  pressInDialog,
  see,
  stage,
  stopped,
  texted,
  timeline,
  url,
  writeDate,
} from './workers-given.ts';

begin();

const choose = async (page: Page, name: string): Promise<void> => {
  await press(page, 'Lainnya');
  await page.getByRole('menuitem', { name, exact: true }).click();
};

const correctedByOthers = async (nik: string, facts: object): Promise<void> => {
  await stage.ask('PATCH', `/api/workers/${await idOf(nik)}`, asAdmin(facts));
};

describe('an admin', () => {
  it('corrects a worker: what was written outlives a refresh and a refusal, and stands where it is wrong', async () => {
    const { page, close } = await open(browser, {
      url,
      role: 'admin',
      path: `/workers/${await idOf(aPerson(7).nik)}`,
    });
    await press(page, 'Perbaiki data');
    await dialog(page).getByLabel('Nomor HP').fill('0212345678');
    const income = dialog(page).getByLabel('Penghasilan sebulan');
    expect(await income.inputValue()).toBe('1.000.000');
    await income.fill('dua juta');
    await page.reload();
    expect(await dialog(page).getByLabel('Nomor HP').inputValue()).toBe('0212345678');
    await pressInDialog(page, 'Simpan');
    await see(page, 'Telepon rumah: SMS perlu nomor HP, yang diawali 08.');
    await see(page, 'Bukan rupiah bulat.');
    expect(await dialog(page).getByLabel('Nomor HP').getAttribute('aria-invalid')).toBe('true');
    await dialog(page).getByLabel('Nomor HP').fill('0870 0000 7777');
    await income.fill('2.000.000');
    await dialog(page).getByText('Rp2.000.000').waitFor();
    await correctedByOthers(aPerson(7).nik, { phone: '0870 0000 5555', jht: true });
    await pressInDialog(page, 'Simpan');
    await see(page, 'Baru saja diubah orang lain.');
    await pressInDialog(page, 'Muat ulang');
    await see(page, 'Semula: 0870 0000 5555');
    await page.route('**/api/workers/wrk_*', conflictOnce());
    await pressInDialog(page, 'Simpan');
    await see(page, 'Peserta ini baru saja diubah orang lain');
    await pressInDialog(page, 'Muat ulang');
    await pressInDialog(page, 'Simpan');
    await see(page, 'Data peserta diperbaiki.');
    await see(page, 'Rp2.000.000');
    expect(await timeline(page)).toContain('Admin memperbaiki nomor HP dan penghasilan.');
    expect(
      await page.getByRole('link', { name: /^jadwal versi \d+$/ }).getAttribute('href'),
    ).toMatch(/^\/plan\?version=\d+$/);
    expect(await timeline(page)).toContain('oleh Ratna Wulandari');
    expect(await stage.worker(aPerson(7).nik)).toMatchObject({
      phone: '+6287000007777',
      income: 2_000_000,
      jht: true,
      name: aPerson(7).name,
    });
    expect(await page.evaluate<string>('JSON.stringify(sessionStorage)')).not.toContain('7777');
    await close();
  });

  it('ends a membership, not on a day that is still to come, and takes it back', async () => {
    const { page, close } = await open(browser, {
      url,
      role: 'admin',
      path: `/workers/${await idOf(aPerson(8).nik)}`,
    });
    await choose(page, 'Akhiri kepesertaan');
    await dialog(page).getByText('Bekerja di luar negeri').click();
    await writeDate(dialog(page).getByLabel('Berakhir pada'), '1/1/2027');
    await pressInDialog(page, 'Akhiri kepesertaan');
    await see(page, /1 Januari 2027 masih akan datang/);
    await writeDate(dialog(page).getByLabel('Berakhir pada'), '01/11/2026');
    await pressInDialog(page, 'Akhiri kepesertaan');
    await see(
      page,
      'Kepesertaan diakhiri: peserta bekerja di luar negeri. Sejak itu tidak diingatkan lagi.',
    );
    await choose(page, 'Batalkan akhir kepesertaan');
    await pressInDialog(page, 'Batalkan akhir kepesertaan');
    await see(page, 'Akhir kepesertaan dibatalkan.');
    expect(await stage.worker(aPerson(8).nik)).toMatchObject({ ended: null });
    await close();
  });

  it('erases a worker only after being asked twice, and finds nobody afterwards', async () => {
    const workerId = await idOf(aPerson(9).nik);
    const { page, close } = await open(browser, {
      url,
      role: 'admin',
      path: `/workers/${workerId}`,
    });
    await choose(page, 'Hapus data peserta');
    await pressInDialog(page, 'Lanjutkan');
    const last = dialog(page).getByRole('button', { name: 'Hapus untuk selamanya' });
    await dialog(page).getByLabel('Ketik HAPUS untuk menghapus').fill('hapu');
    expect(await last.isDisabled()).toBe(true);
    await dialog(page).getByLabel('Ketik HAPUS untuk menghapus').fill('HAPUS');
    await last.click();
    await see(page, 'Data peserta dihapus.');
    expect(new URL(page.url()).pathname).toBe('/workers');
    await page.goto(`${url}/workers/${workerId}`);
    await see(page, 'Peserta ini tidak ditemukan');
    await close();
  });

  it('goes through who owes a month, page by page and by zone', async () => {
    const { page, close } = await open(browser, { url, role: 'admin', path: '/workers' });
    await see(page, '(50+)');
    expect(await page.getByRole('row').count()).toBe(51);
    await press(page, 'Tampilkan lebih banyak');
    await see(page, /\(5\d\)/);
    await page.getByLabel('Zona waktu').click();
    await page.getByRole('option', { name: /WIT / }).click();
    await see(page, '(2)');
    expect(new URL(page.url()).search).toBe('?month=2026-11&zone=Asia%2FJayapura');
    await writeDate(page.getByLabel('Bulan pertama yang belum dibayar'), '12/2026');
    await see(page, 'Tidak ada peserta yang belum membayar sejak Desember 2026.');
    await see(page, 'Menurut saringan ini.');
    await page.getByLabel('Zona waktu').click();
    await page.getByRole('option', { name: 'Semua zona' }).click();
    await writeDate(page.getByLabel('Bulan pertama yang belum dibayar'), '01/2027');
    await page
      .getByText('Bila belum ada peserta')
      .getByRole('link', { name: 'Impor peserta' })
      .waitFor();
    await close();
  });

  it('is told what failed, and goes on', async () => {
    const { page, close } = await open(browser, { url, role: 'admin' });
    await page.route('**/api/workers?*', (route) =>
      route.fulfill({ status: 400, json: { error: { code: 'invalid', message: 'x' } } }),
    );
    await page.goto(`${url}/workers`);
    await see(page, 'Belum membayar: data tidak dapat dimuat');
    await page.unroute('**/api/workers?*');
    await press(page, 'Coba lagi');
    await see(page, '(50+)');
    await close();
  });
});

/**
 * As the API answers where a worker is being changed by many at once: the first change is refused.
 * The worker is read again only once the second is on its way, which is taken after that.
 */
function conflictOnce() {
  let changes = 0;
  const [changing, read] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  return async (route: Route) => {
    if (changes === 0 && route.request().method() === 'GET') return route.continue();
    if (route.request().method() === 'PATCH') {
      changes += 1;
      if (changes === 1) return route.fulfill({ status: 409, json: { error: conflict } });
      changing.resolve();
      await read.promise;
      return route.continue();
    }
    await changing.promise;
    await route.fulfill({ response: await fetched(route) });
    read.resolve();
  };
}

const conflict = { code: 'conflict', message: 'is being changed by others' };

it.each([
  ['wide', 'id'],
  ['tablet', 'en'],
  ['phone', 'id'],
  ['phone', 'en'],
] as const)(
  'what is said to a caller, and the words that left, hold on a %s in %s, and axe finds nothing',
  async (width, language) => {
    const { page, complaints, close } = await open(browser, {
      ...{ url, role: 'service', width, language },
      path: `/workers/${await idOf(texted.nik)}`,
    });
    await timeline(page);
    await picture(page, ['worker-said', width, language].join('-'));
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await faultsFound(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  },
);

it('the form in which an admin corrects a worker holds on a phone, and axe finds nothing', async () => {
  const { page, complaints, close } = await open(browser, {
    url,
    role: 'admin',
    path: `/workers/${await idOf(stopped.nik)}`,
    width: 'phone',
  });
  await timeline(page);
  await press(page, 'Perbaiki data');
  await dialog(page).waitFor();
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await faultsFound(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

it('of a lapsed member it says since when, and neither a due date nor that texts come', async () => {
  const lapsed = aPerson(80, { coveredThrough: '2026-05' });
  await stage.importCsv(csvOf([lapsed]));
  const path = `/workers/${await idOf(lapsed.nik)}`;
  const { page, close } = await open(browser, { url, role: 'service', path });
  for (const said of ['Nonaktif sejak', '1 September 2026', 'Tidak ada SMS lagi'])
    await page.getByText(said, { exact: true }).waitFor();
  for (const wrong of ['Jatuh tempo', 'Mendapat SMS pengingat'])
    expect(await page.getByText(wrong, { exact: true }).count()).toBe(0);
  await close();
});

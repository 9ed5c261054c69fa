import { readFileSync } from 'node:fs';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPerson, csvOf, header, people, rowOf } from '#local/made-up';
import { startTestStage, type TestStage } from '../stage/stage.ts';
import { faultsFound, open, sidewaysScroll, startBrowser } from './browser.ts';

let stage: TestStage;
let browser: Browser;
let url: string;

const known = aPerson(1, { coveredThrough: '2026-11' });

beforeAll(async () => {
  [stage, browser] = await Promise.all([
    startTestStage({ now: '2026-11-10T08:00+07:00' }),
    startBrowser(),
  ]);
  url = stage.url();
  await stage.importCsv(csvOf([known]));
});
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

const choose = (page: Page, name: string, csv: string) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csv) });
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).click();
const see = (page: Page, text: string | RegExp) =>
  page.getByText(text).filter({ visible: true }).first().waitFor();
/** The one on top of the page: the list names it once more as long as nobody owes its month. */
const toImport = (page: Page) => page.getByRole('link', { name: 'Impor peserta' }).first();
const isThere = async (nik: string): Promise<boolean> =>
  (await stage.worker(nik).catch(() => null)) !== null;

/** Line 2 is behind what is paid, line 3 a landline, line 4 a formula; the rest is new. */
const faulty = [
  header,
  rowOf({ ...known, coveredThrough: '2026-09' }),
  rowOf(aPerson(2, { phone: '0212345678' })),
  rowOf(aPerson(3, { province: '=1+1' })),
  ...people(1_200, {}, 100).map(rowOf),
].join('\n');

it('checks a roster without changing anything, then imports it, and hands out the lines that were set aside', async () => {
  const { page, complaints, close } = await open(browser, { url, role: 'admin', path: '/workers' });
  await toImport(page).click();
  await choose(page, 'peserta.csv', faulty);
  await see(page, 'Hasil pemeriksaan: belum ada yang diubah');
  await see(page, '1.201 baris akan diimpor, 2 baris tidak.');
  await see(
    page,
    'Menurut baris ini lunas sampai September 2026, padahal November 2026 sudah dibayar: baris ini tidak dipakai',
  );
  await see(page, 'telepon rumah: SMS perlu nomor HP, yang diawali 08');
  expect(await isThere(aPerson(100).nik)).toBe(false);

  const downloading = page.waitForEvent('download');
  await press(page, 'Unduh CSV: Baris yang tidak masuk');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('peserta.ditolak.csv');
  expect(readFileSync(await download.path(), 'utf8').split('\r\n')).toEqual([
    '\uFEFFBaris;Kolom;Isi;Alasan',
    expect.stringMatching(/^2;seluruh baris;;Menurut baris ini lunas sampai September 2026/),
    expect.stringMatching(/^4;provinsi;'=1\+1;bukan salah satu dari 38 provinsi/),
    '',
  ]);

  const warned = page.waitForEvent('download');
  await press(page, 'Unduh CSV: Isian yang tidak dipakai');
  expect((await warned).suggestedFilename()).toBe('peserta.peringatan.csv');
  expect(readFileSync(await (await warned).path(), 'utf8').split('\r\n')).toEqual([
    '\uFEFFBaris;Kolom;Isi;Alasan',
    '3;no_hp;0212345678;telepon rumah: SMS perlu nomor HP, yang diawali 08',
    '',
  ]);

  await press(page, 'Impor 1.201 baris');
  await see(page, '1.201 baris dari peserta.csv sudah masuk.');
  expect(await isThere(aPerson(1_299).nik)).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});

it('hands out an example, which can be imported as it is', async () => {
  const { page, close } = await open(browser, { url, role: 'admin', path: '/workers/import' });
  const [example] = await Promise.all([
    page.waitForEvent('download'),
    press(page, 'Unduh contoh CSV: Impor peserta'),
  ]);
  expect(example.suggestedFilename()).toBe('contoh-peserta.csv');
  await choose(page, 'contoh-peserta.csv', readFileSync(await example.path(), 'utf8'));
  await see(page, '1 baris akan diimpor, 0 baris tidak.');
  await page.getByRole('link', { name: '← Peserta' }).click();
  await see(page, 'Cari peserta');
  await close();
});

it('keeps what was taken in where it breaks off, and goes on from there', async () => {
  const { page, close } = await open(browser, { url, role: 'admin', path: '/workers/import' });
  await choose(page, 'dua.csv', csvOf(people(1_500, {}, 2_000)));
  await see(page, 'Hasil pemeriksaan');
  const sent: string[] = [];
  page.on(
    'request',
    (request) => request.url().includes('dryRun=false') && sent.push(new URL(request.url()).search),
  );
  await page.route('**/api/workers/import?firstLine=1002*', refused);
  await press(page, 'Impor 1.500 baris');
  await see(page, 'Impor terhenti');
  await see(page, 'Sampai baris 1.001, 1.000 baris sudah masuk dan tetap tersimpan.');
  expect([await isThere(aPerson(2_999).nik), await isThere(aPerson(3_499).nik)]).toEqual([
    true,
    false,
  ]);

  await page.unroute('**/api/workers/import?firstLine=1002*');
  await press(page, 'Lanjutkan');
  await see(page, '1.500 baris dari dua.csv sudah masuk.');
  expect(sent).toEqual([
    '?firstLine=2&dryRun=false',
    '?firstLine=1002&dryRun=false',
    '?firstLine=1002&dryRun=false',
  ]);
  expect(await isThere(aPerson(3_499).nik)).toBe(true);
  await close();
});

it('asks whoever leaves in the middle, and tells them afterwards how far it came', async () => {
  const { page, close } = await open(browser, { url, role: 'admin', path: '/workers/import' });
  await choose(page, 'tiga.csv', csvOf(people(2_500, {}, 4_000)));
  await see(page, 'Hasil pemeriksaan');
  const held: Route[] = [];
  await page.route('**/api/workers/import?firstLine=1002*', (route) => void held.push(route));
  await press(page, 'Impor 2.500 baris');
  await see(page, '1.000 baris sejauh ini');
  await page.locator('nav').getByRole('link', { name: 'Peserta', exact: true }).click();
  await see(page, 'Impor masih berjalan');
  await press(page, 'Tetap di sini');
  expect(new URL(page.url()).pathname).toBe('/workers/import');
  await page.locator('nav').getByRole('link', { name: 'Peserta', exact: true }).click();
  await press(page, 'Pergi');
  await see(page, 'Cari peserta');
  for (const route of held) await route.continue();

  await toImport(page).click();
  await see(page, /Impor tiga\.csv terhenti setelah baris (1|2)\.001\./);
  expect(await isThere(aPerson(6_499).nik)).toBe(false);
  await close();
});

const refused = (route: Route) =>
  route.fulfill({ status: 403, json: { error: { code: 'forbidden', message: 'no' } } });

/** A NIK column that was a number in Excel. */
const roundedNiks = csvOf(
  people(12).map((each) => ({ ...each, nik: each.nik.replace(/1$/, '0') })),
);

describe('a file that is no roster', () => {
  it.each([
    ['kosong.csv', '', 'File ini kosong'],
    ['judul.csv', 'a,b\n1,2\n', /, tetapi menyebut "a", "b", yang bukan nama kolom\./u],
    ['kurang.csv', header.replace('phone,', ''), 'Baris judul tidak menyebut "no_hp".'],
    ['garis.csv', csvOf([known]).replaceAll(',', '|'), 'Kolom berkas ini dipisahkan dengan "|"'],
    ['bulat.csv', roundedNiks, '12 dari 12 NIK berakhiran 0: Excel hanya menyimpan 15 angka'],
    ['data.csv', Buffer.from([0x50, 0x4b, 0xff, 0xfe]).toString('latin1'), null],
  ])('is refused with the reason: %s', async (name, csv, says) => {
    const { page, close } = await open(browser, { url, role: 'admin', path: '/workers/import' });
    if (says === null)
      await page
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csv, 'latin1') });
    else await choose(page, name, csv);
    await see(page, says ?? 'File ini bukan teks UTF-8');
    await press(page, 'Impor file lain');
    await see(page, 'Pilih file');
    await close();
  });
});

it.each([
  ['id', 'wide'],
  ['en', 'tablet'],
  ['id', 'phone'],
  ['en', 'phone'],
] as const)(
  'the page holds in %s on a %s screen, and axe finds nothing',
  async (language, width) => {
    const { page, close } = await open(browser, {
      url,
      role: 'admin',
      path: '/workers/import',
      width,
      language,
    });
    const holds = async () => {
      expect(await sidewaysScroll(page)).toBe(0);
      expect(await faultsFound(page)).toEqual([]);
    };
    await page.locator('input[type=file]').waitFor({ state: 'attached' });
    await holds();
    await choose(page, 'peserta.csv', faulty);
    await see(page, language === 'id' ? 'Baris yang tidak masuk' : 'Lines that are not taken in');
    await holds();
    await close();
  },
);

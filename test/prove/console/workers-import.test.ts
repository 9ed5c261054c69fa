import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aPerson, csvOf, header, people, rowOf } from '#local/made-up';
import {
  faultsFound,
  fetched,
  open,
  picture,
  saved,
  sidewaysScroll,
} from '../../browser/browser.ts';
import { beginStage, browser, stage, url } from '../../browser/given.ts';
import { until } from '../../stage/process.ts';

const known = aPerson(1, { coveredThrough: '2026-11' });

beginStage(async () => {
  await stage.importCsv(csvOf([known]));
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

  const refused = await saved(page, 'Unduh CSV: Baris yang tidak masuk');
  expect(refused.name).toBe('peserta.ditolak.csv');
  expect(refused.lines).toEqual([
    '\uFEFFBaris;Kolom;Isi;Alasan',
    expect.stringMatching(/^2;seluruh baris;;Menurut baris ini lunas sampai September 2026/),
    expect.stringMatching(/^4;provinsi;'=1\+1;bukan salah satu dari 38 provinsi/),
    '',
  ]);

  const warned = await saved(page, 'Unduh CSV: Isian yang tidak dipakai');
  expect(warned.name).toBe('peserta.peringatan.csv');
  expect(warned.lines).toEqual([
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
  const example = await saved(page, 'Unduh contoh CSV: Impor peserta');
  expect(example.name).toBe('contoh-peserta.csv');
  await choose(page, 'contoh-peserta.csv', example.lines.join('\r\n'));
  await see(page, '1 baris akan diimpor, 0 baris tidak.');
  await page.getByRole('link', { name: '← Peserta' }).click();
  await see(page, 'Cari peserta');
  await close();
});

it('shows a running import again after a reload, and in the list of earlier ones', async () => {
  const { page, close } = await open(browser, { url, role: 'admin', path: '/workers/import' });
  await choose(page, 'dua.csv', csvOf(people(1_100, {}, 2_000)));
  await see(page, 'Hasil pemeriksaan');
  await stage.faults({ mappings: { off: ['import-piece'] } });
  await press(page, 'Impor 1.100 baris');
  await see(page, 'Ini berjalan terus walaupun halaman ini ditutup.');
  await see(page, '0 dari 1.100 baris');
  expect(await faultsFound(page)).toEqual([]);
  await picture(page, 'import-running');
  await page.reload();
  await see(page, '0 dari 1.100 baris');
  await press(page, 'Impor file lain');
  await see(page, 'Sedang diimpor');
  await page.getByRole('link', { name: 'dua.csv', exact: true }).first().click();
  await stage.faults({ mappings: { off: [] } });
  await see(page, '1.100 baris dari dua.csv sudah masuk.');
  expect(await isThere(aPerson(3_099).nik)).toBe(true);
  await close();
});

it('asks whoever leaves while a file is being sent, and sends it again where that broke off', async () => {
  const { page, close } = await open(browser, { url, role: 'admin', path: '/workers/import' });
  const held: Route[] = [];
  await page.route('**/_s3/**', (route) => void held.push(route));
  const tiga = csvOf(people(2, {}, 4_000));
  await choose(page, 'tiga.csv', tiga);
  await until(() => held.length === 1);
  await press(page, 'Hentikan pengiriman');
  await see(page, 'Pilih file');
  await choose(page, 'tiga.csv', tiga);
  await see(page, 'Mengirim file');
  expect(await faultsFound(page)).toEqual([]);
  await picture(page, 'import-sending');
  await page.locator('nav').getByRole('link', { name: 'Peserta', exact: true }).click();
  await see(page, 'File masih dikirim');
  await press(page, 'Tetap di sini');
  await until(() => held.length === 2);
  for (const route of held) await route.abort();
  await page.unroute('**/_s3/**');
  await see(page, 'File belum terkirim');
  await press(page, 'Kirim lagi');
  await see(page, '2 baris akan diimpor, 0 baris tidak.');
  await close();
});

it('does not begin an import where the bucket refuses the file', async () => {
  const { page, close } = await open(browser, { url, role: 'admin', path: '/workers/import' });
  await page.route('**/_s3/**', (route) => route.fulfill({ status: 403, body: '<Error/>' }));
  await choose(page, 'empat.csv', csvOf(people(2, {}, 4_000)));
  await see(page, 'File belum terkirim');
  await see(page, 'Tempat penyimpanannya tidak menerima file ini.');
  expect(await faultsFound(page)).toEqual([]);
  await picture(page, 'import-not-sent');
  await press(page, 'Impor file lain');
  await see(page, 'Menunggu file');
  await close();
});

it('goes on where the bucket has the file already, since the answer to it was lost', async () => {
  const { page, close } = await open(browser, { url, role: 'admin', path: '/workers/import' });
  await page.route('**/_s3/**', async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    await fetched(route);
    return route.fulfill({ response: await fetched(route) });
  });
  await choose(page, 'lima.csv', csvOf(people(2, {}, 4_100)));
  await see(page, '2 baris akan diimpor, 0 baris tidak.');
  await close();
});

/** A NIK column that was a number in Excel. */
const roundedNiks = csvOf(
  people(12).map((each) => ({ ...each, nik: each.nik.replace(/1$/, '0') })),
);

describe('a file that is no roster', () => {
  it.each([
    ['kosong.csv', '', 'File ini kosong'],
    ['judul.csv', 'a,b\n1,2\n', /Baris judul tidak menyebut ".+", ".+"\./u],
    ['kurang.csv', header.replace('phone,', ''), 'Baris judul tidak menyebut "no_hp".'],
    ['garis.csv', csvOf([known]).replaceAll(',', '|'), 'Kolom file ini dipisahkan dengan "|"'],
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
    expect(await faultsFound(page)).toEqual([]);
    await picture(page, `import-unfit-${name}`);
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
    await picture(page, `import-checked-${language}-${width}`);
    await press(page, language === 'id' ? 'Impor file lain' : 'Import another file');
    await see(page, language === 'id' ? 'Impor sebelumnya' : 'Earlier imports');
    await see(page, 'peserta.csv');
    await holds();
    await picture(page, `import-earlier-${language}-${width}`);
    await close();
  },
);

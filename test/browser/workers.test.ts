import type { Browser, Locator, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPerson, csvOf, people } from '#local/made-up';
import { asAdmin } from '../stage/calls.ts';
import { startTestStage, type TestStage } from '../stage/stage.ts';
import { faultsFound, open, picture, sidewaysScroll, startBrowser } from './browser.ts';

let stage: TestStage;
let browser: Browser;
let url: string;

const [texted, stopped, noPhone, paid, twin] = [
  aPerson(1),
  aPerson(2),
  aPerson(3, { phone: '' }),
  aPerson(4),
  aPerson(6),
];
/** A family with one phone. */
const family = [aPerson(5), { ...twin, phone: aPerson(5).phone }];

const idOf = async (nik: string): Promise<string> => (await stage.worker(nik)).workerId;

/** At 09:05 on Wednesday 11 November 2026: 60 owe November, and the first step has gone out in Jakarta's zone. */
beforeAll(async () => {
  [stage, browser] = await Promise.all([
    startTestStage({ now: '2026-11-10T08:00+07:00' }),
    startBrowser(),
  ]);
  url = stage.url();
  await stage.importCsv(
    csvOf([
      texted,
      stopped,
      noPhone,
      paid,
      ...family,
      ...people(52, {}, 7),
      ...people(2, { province: 'Papua' }, 70),
    ]),
  );
  await stage.ask('POST', `/api/workers/${await idOf(stopped.nik)}/stop`, asAdmin({}));
  await stage.pay({ reference: 'W-1', nik: paid.nik, amount: 8_400 });
  await stage.clockTo('2026-11-11T09:05+07:00');
});
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

const timeline = async (page: Page): Promise<string> => {
  const list = page.getByRole('list', { name: /Riwayat peserta|happened/ });
  await list.waitFor();
  return (await list.allTextContents()).join();
};
const field = (page: Page) => page.getByLabel('Nomor HP, NIK, atau ID peserta');
const dialog = (page: Page) => page.getByRole('dialog');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const pressInDialog = (page: Page, name: string) =>
  dialog(page).getByRole('button', { name, exact: true }).click();
const choose = async (page: Page, name: string): Promise<void> => {
  await press(page, 'Lainnya');
  await page.getByRole('menuitem', { name, exact: true }).click();
};
/** A date is shown as it is said, and turns into figures under the cursor. */
const writeDate = async (input: Locator, figures: string): Promise<void> => {
  await input.click();
  await input.press('ControlOrMeta+A');
  await input.pressSequentially(figures);
};
const see = (page: Page, text: string | RegExp) =>
  page.getByText(text).filter({ visible: true }).first().waitFor();

describe('somebody of the call centre', () => {
  it('finds a worker by phone with the keyboard alone, and reads why they were texted', async () => {
    const { page, complaints, close } = await open(browser, {
      url,
      role: 'service',
      path: '/workers',
    });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await field(page).waitFor();
    await page.keyboard.type('0870 0000 0001');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: texted.name, exact: true }).waitFor();
    expect(await timeline(page)).toMatch(
      /SMS tentang iuran November 2026 \(5 hari sebelum jatuh tempo\) terkirim/,
    );
    expect(new URL(page.url()).pathname).toBe(`/workers/${await idOf(texted.nik)}`);
    const kept = await page.evaluate<string>(
      'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state])',
    );
    expect([...asked, kept].filter((text) => /87000000001|8700?\D{0,3}0000/.test(text))).toEqual(
      [],
    );
    expect(complaints).toEqual([]);
    await close();
  });

  it('reads why others were not', async () => {
    const { page, close } = await open(browser, {
      url,
      role: 'service',
      path: `/workers/${await idOf(stopped.nik)}`,
    });
    await see(
      page,
      'SMS tentang iuran November 2026 (5 hari sebelum jatuh tempo) tidak dikirim, karena peserta meminta SMS dihentikan.',
    );
    await page.goto(`${url}/workers/${await idOf(noPhone.nik)}`);
    await see(page, /karena nomor HP-nya tidak ada/);
    await page.goto(`${url}/workers/${await idOf(paid.nik)}`);
    await see(page, 'Membayar Rp8.400 lewat counter untuk iuran November 2026.');
    await see(page, 'referensi W-1');
    await close();
  });

  it('finds somebody by name in a province, and is told what to write', async () => {
    const { page, close } = await open(browser, {
      url,
      role: 'service',
      path: '/workers',
    });
    await press(page, 'Cari dengan nama');
    await press(page, 'Cari nama');
    await see(page, 'Isi paling sedikit dua huruf nama');
    const [first] = texted.name.split(' ');
    await page.getByLabel('Nama depan, atau nama lengkap').fill(`${first?.toUpperCase()}`);
    await page.getByLabel('Provinsi').fill('Jateng');
    await press(page, 'Cari nama');
    await page.getByRole('link', { name: texted.name, exact: true }).waitFor();
    await picture(page, 'workers-named');
    await page.getByLabel('Kelompok').fill('Tidak ada');
    await press(page, 'Cari nama');
    await see(page, /tidak ada peserta dengan nama dan kelompok itu/);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await faultsFound(page)).toEqual([]);
    await close();
  });

  it('is told at the field what is wrong with a number, and who shares one', async () => {
    const { page, close } = await open(browser, { url, role: 'service', path: '/workers' });
    for (const [text, says] of [
      ['021 2345678', 'Nomor HP: telepon rumah: SMS perlu nomor HP, yang diawali 08.'],
      ['997201630583000', 'NIK: terdiri dari 15 angka: NIK terdiri dari 16 angka.'],
      ['wrk_1', 'Ini bukan ID peserta'],
      ['0870 9999 9999', 'Tidak ditemukan'],
    ] as const) {
      await field(page).fill(text);
      await page.keyboard.press('Enter');
      await see(page, says);
    }
    await field(page).fill('087000000005');
    await page.keyboard.press('Enter');
    for (const { name } of family) await page.getByRole('link', { name, exact: true }).waitFor();
    await page.getByRole('link', { name: twin.name, exact: true }).click();
    await page.getByRole('heading', { name: twin.name, exact: true }).waitFor();
    await see(page, '0870 0000 0005');
    await page.getByRole('link', { name: '← Peserta' }).click();
    await field(page).waitFor();
    await close();
  });

  it('answers a caller: what is owed, which text came, which comes next, and what else the phone is', async () => {
    const { page, close } = await open(browser, {
      url,
      role: 'service',
      path: `/workers/${await idOf(texted.nik)}`,
    });
    await see(page, 'Iuran November 2026 sebesar Rp8.400 belum kami terima.');
    await see(page, 'Jatuh temponya Senin, 16 November 2026.');
    await see(page, /SMS berikutnya kami kirim Sabtu, 14 November 2026, pukul 09.00 WIB/);
    const [{ text } = { text: 'none' }] = await stage.outbox(texted.phone);
    expect(await page.locator('ol q').allTextContents()).toEqual([text]);
    expect(await page.getByText('Ditulis ulang').count()).toBe(0);
    const next = await page.locator('q').first().textContent();
    expect(next).toContain('Rp8.400');
    await page.goto(`${url}/workers/${await idOf(paid.nik)}`);
    await see(page, 'Iuran Bapak/Ibu lunas sampai November 2026');
    await close();
  });

  it('stops the texts to a phone for all who share it, where the caller wants that', async () => {
    const [first = twin] = family;
    const { page, close } = await open(browser, {
      url,
      role: 'service',
      path: `/workers/${await idOf(first.nik)}`,
    });
    await see(page, 'Nomor ini juga dipakai:');
    await press(page, 'Hentikan SMS');
    await dialog(page).getByText(twin.name).waitFor();
    await pressInDialog(page, 'Hentikan SMS');
    await see(page, 'Kami tidak mengirim SMS: peserta meminta SMS dihentikan.');
    expect(await stage.worker(twin.nik)).toMatchObject({ stopped: { until: null } });
    await page.getByRole('link', { name: twin.name, exact: true }).click();
    await page.getByRole('heading', { name: twin.name, exact: true }).waitFor();
    await press(page, 'Kirim SMS lagi');
    await pressInDialog(page, 'Kirim SMS lagi');
    await see(page, 'SMS dilanjutkan');
    expect(await stage.worker(first.nik)).toMatchObject({ stopped: { until: null } });
    await page.getByRole('link', { name: first.name, exact: true }).click();
    await page.getByRole('heading', { name: first.name, exact: true }).waitFor();
    await press(page, 'Kirim SMS lagi');
    await pressInDialog(page, 'Kirim SMS lagi');
    await see(page, 'SMS dilanjutkan');
    await close();
  });

  it('stops texts until a day and lets them go out again, and can do no more than that', async () => {
    const { page, close } = await open(browser, {
      url,
      role: 'service',
      path: `/workers/${await idOf(twin.nik)}`,
    });
    await press(page, 'Hentikan SMS');
    await dialog(page)
      .getByLabel(/Juga untuk 1 peserta lain/)
      .uncheck();
    await dialog(page).getByText('Sampai tanggal tertentu').click();
    await pressInDialog(page, 'Hentikan SMS');
    await see(page, /Bukan tanggal seperti/);
    await writeDate(dialog(page).getByLabel('SMS dikirim lagi mulai'), '2026/12/01');
    await pressInDialog(page, 'Hentikan SMS');
    await see(page, 'Peserta meminta tanpa SMS sebelum 1 Desember 2026');
    expect(await stage.worker(twin.nik)).toMatchObject({ stopped: { until: '2026-12-01' } });
    await press(page, 'Kirim SMS lagi');
    await pressInDialog(page, 'Kirim SMS lagi');
    await see(page, 'SMS dilanjutkan');
    expect(await page.getByRole('button', { name: /Perbaiki data|Lainnya|Impor/ }).count()).toBe(0);
    await close();
  });
});

it('finance finds a worker, can change nothing, and goes to no pages that are not theirs', async () => {
  const { page, close } = await open(browser, {
    url,
    role: 'finance',
    path: '/workers',
  });
  await page.getByLabel('Nomor HP, NIK, atau ID peserta').fill(paid.nik);
  await page.keyboard.press('Enter');
  await see(page, 'Membayar Rp8.400');
  expect(
    await page
      .locator('main')
      .getByRole('button', { name: /SMS|Perbaiki|Lainnya/ })
      .count(),
  ).toBe(0);
  expect(await page.getByRole('link', { name: /jadwal versi/ }).count()).toBe(0);
  await page.goto(`${url}/workers/import`);
  await see(page, 'Halaman ini bukan untuk peran Anda');
  await close();
});

describe('an admin', () => {
  it('corrects a worker: what was written outlives a refresh and a refusal, and stands where it is wrong', async () => {
    const { page, close } = await open(browser, {
      url,
      role: 'admin',
      path: `/workers/${await idOf(aPerson(7).nik)}`,
    });
    await press(page, 'Perbaiki data');
    await dialog(page).getByLabel('Nomor HP').fill('0212345678');
    await dialog(page).getByLabel('Penghasilan sebulan').fill('dua juta');
    await page.reload();
    expect(await dialog(page).getByLabel('Nomor HP').inputValue()).toBe('0212345678');
    await pressInDialog(page, 'Simpan');
    await see(page, 'Telepon rumah: SMS perlu nomor HP, yang diawali 08.');
    await see(page, 'Bukan rupiah bulat.');
    expect(await dialog(page).getByLabel('Nomor HP').getAttribute('aria-invalid')).toBe('true');
    await dialog(page).getByLabel('Nomor HP').fill('0870 0000 7777');
    await dialog(page).getByLabel('Penghasilan sebulan').fill('2.000.000');
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
    await writeDate(dialog(page).getByLabel('Berakhir pada'), '2027/01/01');
    await pressInDialog(page, 'Akhiri kepesertaan');
    await see(page, /1 Januari 2027 masih akan datang/);
    await writeDate(dialog(page).getByLabel('Berakhir pada'), '2026/11/01');
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
    await writeDate(page.getByLabel('Bulan pertama yang belum dibayar'), '2026/12');
    await see(page, 'Tidak ada peserta yang belum membayar sejak Desember 2026.');
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
    await route.fulfill({ response: await route.fetch() });
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

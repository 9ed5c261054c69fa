import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { faultsFound, fetched, open, picture, sidewaysScroll } from './browser.ts';
import {
  begin,
  browser,
  dialog,
  family,
  idOf,
  noPhone,
  paid,
  press,
  pressInDialog,
  see,
  stage,
  stopped,
  texted,
  timeline,
  twin,
  url,
  writeDate,
} from './workers-given.ts';

begin();

const field = (page: Page) => page.getByLabel('Nomor HP, NIK, atau ID peserta');

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
      ['330205', 'NIK: terdiri dari 6 angka: NIK terdiri dari 16 angka.'],
      ['Siti Aminah', 'Untuk nama, pakai “Cari dengan nama” di bawah.'],
      ['wrk_1', 'Ini bukan ID peserta'],
      ['0870 9999 9999', 'Tidak ditemukan'],
      ['9972016305839999', 'atau cari dengan cara lain: nomor HP, NIK, atau nama.'],
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
    await see(page, /kirim Sabtu, 14 November 2026, pukul 09.00 WIB, bila sebelum itu iurannya/);
    const [{ text } = { text: 'none' }] = await stage.outbox(texted.phone);
    expect(await page.locator('ol q').allTextContents()).toEqual([text]);
    expect(await page.getByText('Ditulis ulang').count()).toBe(0);
    const next = await page.locator('q').first().textContent();
    expect(next).toContain('Rp8.400');
    await page.goto(`${url}/workers/${await idOf(paid.nik)}`);
    await see(page, 'Iuran Bapak/Ibu lunas sampai November 2026');
    await close();
  });

  it('tells a caller of the money that came already: a part of what is owed, or more', async () => {
    const having = (changed: object) => (page: Page) =>
      page.route(/\/api\/workers\/wrk_\w+$/, async (route) => {
        const response = await fetched(route);
        const { worker, ...rest } = await response.json();
        await route.fulfill({ response, json: { ...rest, worker: { ...worker, ...changed } } });
      });
    const part = { credit: 5_000, owed: { amount: 3_400, months: ['2026-11'] } };
    const more = { credit: 815_200, owed: { amount: 0, months: ['2026-12'] } };
    for (const [who, given, money, fact] of [
      [texted, part, 'Rp5.000 sudah kami terima, kurang Rp3.400.', 'Saldo Rp5.000, sudah'],
      [paid, more, 'Saldo Bapak/Ibu Rp815.200, untuk iuran berikutnya.', 'Saldo Rp815.200, sudah'],
    ] as const) {
      const path = `/workers/${await idOf(who.nik)}`;
      const { page, close } = await open(browser, {
        ...{ url, role: 'service', path, given: having(given) },
      });
      await see(page, money);
      await see(page, `${fact} diperhitungkan`);
      await close();
    }
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
    await see(page, 'Sekarang kami tidak mengirim SMS: peserta meminta SMS dihentikan.');
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
    await writeDate(dialog(page).getByLabel('SMS dikirim lagi mulai'), '01/12/2026');
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

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aPerson, csvOf, people } from '#local/made-up';
import { faultsFound, open, saved, shapes, sidewaysScroll, widths } from './browser.ts';
import { beginStage, browser, stage, url } from './given.ts';

/** At 08:00 on Tuesday 10 November 2026: 12 owe Rp8.400 for November. */
beginStage(async () => {
  await stage.importCsv(csvOf(people(12)));
});

const [first, second] = [aPerson(1), aPerson(2)];

/**
 * Of the first the month, of the second too little, of somebody unknown a month, and two lines that
 * cannot be read.
 */
const file = [
  'referensi;kanal;nik;jumlah;waktu_bayar;jumlah_bulan',
  `P-1;bank;${first.nik};8.400;10/11/2026 07.30;1`,
  `P-2;indomaret;${second.nik};5000;10/11/2026 07.31;`,
  `P-3;alfamart;${aPerson(900).nik};8400;10/11/2026 07.32;`,
  'P-4;bank;12345;8400;10/11/2026 07.33;',
  `=P-5;bank;${first.nik};-5;10/11/2026 07.34;`,
].join('\r\n');

const choose = (page: Page): Promise<void> =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name: 'bank.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });

describe('finance, in the morning', () => {
  it('reads what a file would do, imports it, and gets the rejected lines back', async () => {
    const { page, complaints, close } = await open(browser, {
      url,
      role: 'finance',
      path: '/payments',
    });
    await page.getByRole('link', { name: 'Impor CSV' }).click();
    await choose(page);
    await page.getByText('Hasil pemeriksaan: belum ada yang diubah').waitFor();
    const money = async (label: string) =>
      page
        .locator('dt', { hasText: label })
        .locator('xpath=following-sibling::dd')
        .locator('.unbroken')
        .textContent();
    expect({
      total: await money('Rupiah dalam file'),
      recorded: await money('Rupiah dicatat'),
      known: await money('Rupiah yang sudah ada sebelumnya'),
      refused: await money('Rupiah yang ditolak'),
      flagged: await money('Rupiah yang ditandai'),
    }).toEqual({
      ...{ total: 'Rp30.200', recorded: 'Rp21.800', known: 'Rp0', refused: 'Rp8.400' },
      flagged: 'Rp5.000',
    });
    // The unmatched one is not among those recorded, and its rupiah are.
    await page.getByText('termasuk yang tanpa peserta').first().waitFor();
    await page.getByText('terdiri dari 5 angka: NIK terdiri dari 16 angka').waitFor();
    expect((await stage.worker(first.nik)).coveredThrough).toBe('2026-10');
    const { lines: rejected } = await saved(page, 'Unduh CSV');
    expect(rejected[0]).toBe('\uFEFFBaris;Kolom;Isi;Alasan');
    expect(rejected.slice(1).map((line) => line.split(';').slice(0, 3))).toEqual([
      ['5', 'nik', '12345'],
      ['6', 'jumlah', '-5'],
      [''],
    ]);
    await page.getByRole('button', { name: 'Impor 3 baris' }).click();
    await page.getByText('3 baris dari bank.csv sudah masuk').waitFor();
    expect((await stage.worker(first.nik)).coveredThrough).toBe('2026-11');
    expect(complaints).toEqual([]);
    await close();
  });

  it('finds them among those of the day, and why one is flagged', async () => {
    const { page, close } = await open(browser, { url, role: 'finance', path: '/payments' });
    const row = (name: string) => page.getByRole('row').filter({ hasText: name });
    await row('P-1').getByText('untuk November 2026').waitFor();
    await row('P-2').getByText('Disimpan sebagai saldo').waitFor();
    await row('P-2').getByText('kurang Rp3.400; saldo menjadi Rp5.000, sekarang Rp5.000').waitFor();
    await row('P-2').getByText('Kurang', { exact: true }).waitFor();
    await row('P-2').getByRole('link', { name: second.name, exact: true }).waitFor();
    await row('P-2').getByRole('button', { name: 'Batalkan pembayaran indomaret P-2' }).click();
    const asked = page.getByRole('dialog');
    await asked.getByText('Saldo setelah pembayaran ini Rp5.000: Rp5.000 masih').waitFor();
    await asked.getByText(second.name, { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await row('P-3').getByText('Belum terdaftar').waitFor();
    await page.getByText('Jumlah: Rp21.800 dari 3 pembayaran.').waitFor();
    const { name, lines } = await saved(page, /^Unduh CSV: Dicatat/);
    expect(name).toBe('payments-2026-11-10.csv');
    expect(lines.map((line) => line.split(';').slice(2, 5).join(';'))).toEqual(
      expect.arrayContaining(['bank;P-1;8400', 'indomaret;P-2;5000', 'alfamart;P-3;8400']),
    );
    await page.getByRole('tab', { name: 'Ditandai' }).click();
    await page.getByText('Uangnya sudah dicatat.').waitFor();
    await row('P-2').getByText('Kurang dari iuran satu bulan').waitFor();
    await row('P-2').getByText('kurang Rp3.400; saldo menjadi Rp5.000').waitFor();
    await row('P-1').waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?kind=flagged');
    await close();
  });

  it('finds those of a span of days, of one channel or reference, and what they add up to', async () => {
    await stage.clockBy('PT1M');
    const { page, close } = await open(browser, {
      url,
      role: 'finance',
      path: '/payments?from=2026-11-01&to=2026-11-30',
    });
    const row = (name: string) => page.getByRole('row').filter({ hasText: name });
    const totals = page.getByRole('grid', { name: 'Jumlah per kanal' });
    await totals.getByRole('row').filter({ hasText: 'Semua' }).getByText('Rp21.800 (3)').waitFor();
    await totals
      .getByRole('row')
      .filter({ hasText: 'alfamart' })
      .getByText('Rp8.400 (1)')
      .first()
      .waitFor();
    await page.getByLabel('Kanal', { exact: true }).fill('indomaret');
    await page.getByRole('button', { name: 'Tampilkan' }).click();
    await row('P-1').waitFor({ state: 'detached' });
    await row('P-2').waitFor();
    await page.getByLabel('Kanal', { exact: true }).fill('');
    await page.getByLabel('Referensi', { exact: true }).fill('P-3');
    await page.keyboard.press('Enter');
    await row('P-2').waitFor({ state: 'detached' });
    await row('P-3').waitFor();
    expect(new URL(page.url()).searchParams.get('reference')).toBe('P-3');
    await page.getByLabel('Referensi', { exact: true }).fill('p-3');
    await page.keyboard.press('Enter');
    await page.getByText('huruf besar dan kecil dibedakan').first().waitFor();
    await row('P-3').waitFor({ state: 'detached' });
    await close();
  });

  it('reads a date as day, month and year, or says that it does not', async () => {
    const { page, complaints, close } = await open(browser, {
      url,
      role: 'finance',
      path: '/payments',
    });
    const from = page.getByLabel('Dicatat dari', { exact: true });
    await from.waitFor();
    // No other field of the library's can be seen.
    expect(await page.locator('input').filter({ visible: true }).count()).toBe(4);
    const type = async (text: string): Promise<void> => {
      await from.click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    };
    await type('11/16/2026');
    await page.getByText('Tulis tanggal seperti 16/11/2026.').first().waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(await faultsFound(page)).toEqual([]);
    for (const [text, day, shown] of [
      ['01/11/2026', '2026-11-01', '1 November 2026'],
      ['26 Oktober 2026', '2026-10-26', '26 Oktober 2026'],
      ['2026-11-02', '2026-11-02', '2 November 2026'],
    ] as const) {
      await type(text);
      await page.waitForURL((at) => at.searchParams.get('from') === day);
      expect(await from.inputValue()).toBe(shown);
    }
    const [calendar] = await page.getByRole('button', { name: /tanggal|Kalender/i }).all();
    await calendar?.click();
    await page.getByRole('gridcell', { name: /\b9 November 2026/ }).click();
    expect(await from.inputValue()).toBe('9 November 2026');
    expect(complaints).toEqual([]);
    await close();
  });

  it('gives the unmatched one to whoever owes exactly that, by the keyboard alone', async () => {
    const { page, close } = await open(browser, {
      url,
      role: 'finance',
      path: '/payments?kind=unmatched',
    });
    await page.getByText('NIK-nya tidak disimpan').waitFor();
    await page.getByRole('button', { name: 'Cari peserta untuk pembayaran alfamart P-3' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Pembayaran ini milik siapa?' }).waitFor();
    expect(
      await page.getByRole('button', { name: 'Pasangkan', description: 'Pilih peserta' }).count(),
    ).toBe(1);
    await page.keyboard.press('Tab');
    await page.keyboard.type(aPerson(3).phone.replace('+62', '0'));
    await page.keyboard.press('Enter');
    await page.getByText('Tagihan sama dengan jumlah ini').waitFor();
    await page.getByRole('radio').focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: `Pasangkan dengan ${aPerson(3).name}` }).press('Enter');
    await page.getByText(`Pembayaran ini sekarang milik ${aPerson(3).name}`).waitFor();
    await page.getByText('Rp8.400 membayar November 2026.').waitFor();
    await page.getByText(`${aPerson(3).name} sekarang lunas sampai November 2026.`).waitFor();
    expect(await page.getByText(/wrk_/).count()).toBe(0);
    expect((await stage.worker(aPerson(3).nik)).coveredThrough).toBe('2026-11');
    await page.getByRole('button', { name: 'Tutup', exact: true }).last().click();
    await page.getByText('Semua pembayaran sudah punya peserta').waitFor();
    await close();
  });

  it('reverses one with a reason that outlives a refresh, and reads what that did', async () => {
    const { page, close } = await open(browser, { url, role: 'finance', path: '/payments' });
    const ask = () => page.getByRole('button', { name: 'Batalkan pembayaran bank P-1' }).click();
    const confirm = () =>
      page.getByRole('button', { name: 'Batalkan pembayaran', exact: true }).click();
    await ask();
    await confirm();
    await page.getByText('Tulis alasannya.').waitFor();
    await page.getByLabel('Alasan').fill('Dicatat dua kali oleh bank');
    await page.reload();
    await ask();
    expect(await page.getByLabel('Alasan').inputValue()).toBe('Dicatat dua kali oleh bank');
    await confirm();
    await page
      .getByText('Rp8.400 tidak lagi dihitung. Pembayaran ini dulu untuk iuran November 2026.')
      .waitFor();
    await page
      .getByText(
        `${first.name} sekarang lunas sampai Oktober 2026. Yang terutang: Rp8.400 untuk November 2026.`,
      )
      .waitFor();
    expect((await stage.worker(first.nik)).coveredThrough).toBe('2026-10');
    await page.getByRole('button', { name: 'Tutup', exact: true }).last().click();
    await page.getByRole('row').filter({ hasText: 'P-1' }).getByText('Dibatalkan').waitFor();
    await page
      .getByText('Jumlah: Rp13.400 dari 2 pembayaran. Tidak termasuk 1 yang dibatalkan, Rp8.400.')
      .waitFor();
    await close();
  });
});

it('an admin looks at payments and changes none, by address either', async () => {
  const { page, close } = await open(browser, { url, role: 'admin', path: '/payments' });
  await page.getByText('P-2').waitFor();
  expect(await page.getByRole('button', { name: /Batalkan|Cari peserta/ }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Impor CSV' }).count()).toBe(0);
  await page.goto(`${url}/payments/import`);
  await page.getByText('Halaman ini bukan untuk peran Anda').waitFor();
  await close();
});

it('is chosen from a list on a phone, where three tabs do not fit', async () => {
  const { page, close } = await open(browser, {
    ...{ url, role: 'finance', path: '/payments', width: 'phone' },
  });
  await page.getByRole('button', { name: /Daftar/ }).click();
  await page.getByRole('option', { name: 'Ditandai' }).click();
  await page.getByText('Uangnya sudah dicatat.').waitFor();
  expect(new URL(page.url()).search).toBe('?kind=flagged');
  expect(await page.getByRole('tab').count()).toBe(0);
  await close();
});

it('keeps a half-typed amount of the filter while a phone is turned', async () => {
  const { page, close } = await open(browser, {
    ...{ url, role: 'finance', path: '/payments?kind=flagged', width: 'wide' },
  });
  const amount = page.getByLabel('Jumlah paling sedikit (Rp)');
  await amount.fill('50');
  await page.setViewportSize({ width: widths.phone, height: 900 });
  await page.getByRole('tab').first().waitFor({ state: 'detached' });
  expect(await amount.inputValue()).toBe('50');
  await page.setViewportSize({ width: widths.wide, height: 900 });
  await page.getByRole('tab').first().waitFor();
  expect(await amount.inputValue()).toBe('50');
  await close();
});

it.each(shapes)(
  'in $language on a $width screen nothing sticks out, and axe finds nothing',
  async ({ language, width }) => {
    const { page, complaints, close } = await open(browser, {
      url,
      role: 'finance',
      path: '/payments',
      language,
      width,
    });
    const holds = async () => {
      expect(await sidewaysScroll(page)).toBe(0);
      expect(await faultsFound(page)).toEqual([]);
    };
    await page.getByText('P-2').waitFor();
    await holds();
    await page.goto(`${url}/payments?kind=flagged`);
    await page
      .getByRole('button', { name: /(Batalkan pembayaran|Reverse payment) indomaret P-2/ })
      .click();
    await holds();
    await page.goto(`${url}/payments/import`);
    await choose(page);
    await page.getByText(/Hasil pemeriksaan|What the import would do/).waitFor();
    await holds();
    expect(complaints).toEqual([]);
    await close();
  },
);

it('says on the page of who paid too little what was lacking, and what the rest bought', async () => {
  const { nik } = aPerson(4);
  await stage.pay({ reference: 'P-8', nik, amount: 5_000 });
  await stage.clockBy('P1D');
  const path = `/workers/${(await stage.worker(nik)).workerId}`;
  const { page, complaints, close } = await open(browser, { url, role: 'service', path });
  const kept = 'Jumlahnya kurang Rp3.400. Saldo setelah pembayaran ini Rp5.000';
  await page.getByText(`${kept}: Rp5.000 masih menjadi saldo.`).waitFor();
  await stage.pay({ reference: 'P-9', nik, amount: 4_000 });
  await page.reload();
  await page
    .getByText(`${kept}: Rp4.400 dipakai untuk iuran November 2026 pada 11 November 2026, Rp600`)
    .waitFor();
  await page.getByText('untuk iuran November 2026. Rp4.400 lagi diambil dari saldo.').waitFor();
  expect(complaints).toEqual([]);
  await close();
  const list = await open(browser, { url, role: 'finance', path: '/payments' });
  await list.page.getByText('untuk November 2026; Rp4.400 dari saldo').waitFor();
  await list.close();
});

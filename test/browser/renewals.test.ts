import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutTables, faultsFound, sidewaysScroll } from './browser.ts';
import { begin, cells, end, row, seen, url } from './renewals-given.ts';

beforeAll(begin);
afterAll(end);

describe('the rate by cohort', () => {
  it('is what the API says, and says of which month there is none, and which may still grow', async () => {
    const { page, complaints, close } = await seen('/renewals?from=2026-09&to=2026-11');
    await page.getByText('* Belum final: Oktober 2026 (final pada 4 Januari 2027)').waitFor();
    expect(await cells(page, 'Oktober 2026')).toEqual([
      'Oktober 2026 belum final',
      '40',
      '12 (30,0%)',
      '6',
      '45,0%',
      '22',
      '0',
      '0',
      '–',
    ]);
    expect(await cells(page, 'September 2026')).toEqual([
      'September 2026 sebagian',
      '0 Mulai terlambat: 3',
      ...['0', '0', '–', '0', '0', '0', '–'],
    ]);
    await page.getByText('September 2026: sebagian. Bulan itu sudah berjalan').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('leads from a number to the rows it was counted from, and back', async () => {
    const { page, close } = await seen('/renewals?from=2026-10&to=2026-11&month=2026-10&by=sector');
    await row(page, 'Oktober 2026').getByRole('link', { name: '6', exact: true }).click();
    await page.getByRole('heading', { name: 'Rincian peserta Oktober 2026' }).waitFor();
    await page.getByText('6 dari 6 baris').waitFor();
    await page.getByText('Posisi per hari ini, 15 November 2026').waitFor();
    expect(await page.locator('tbody tr').allInnerTexts()).toSatisfy((rows: string[]) =>
      rows.every((text) => text.includes('25 Okt 2026')),
    );
    await page.getByRole('link', { name: 'Ke Perpanjangan' }).click();
    await page.getByRole('heading', { name: 'Perpanjangan', exact: true }).waitFor();
    const way = Object.fromEntries(new URL(page.url()).searchParams);
    expect(way).toEqual({ from: '2026-10', to: '2026-11', month: '2026-10', by: 'sector' });
    await close();
  });

  it('shows of each row when it was paid and why a text was left out, and gives the rows as a file', async () => {
    const { page, close } = await seen('/renewals/2026-10?outcome=onTime');
    await page.getByText('12 dari 12 baris').waitFor();
    expect(await page.getByRole('link', { name: /^Siti / }).count()).toBe(12);
    await page.getByText('Sengaja tidak dikirim (kelompok pembanding)').first().waitFor();
    const lines = (await downloaded(page)).split('\r\n').filter((line) => line !== '');
    expect(lines).toHaveLength(13);
    expect(lines[1]).toMatch(
      /^wrk_[0-9a-f]{20};2026-\d\d-\d\d;Dibayar tepat waktu;tidak;2026-10-10;/,
    );
    await page.goto(`${url}/renewals/2026-05`);
    await page.getByText('Belum ada peserta dengan iuran bulan itu').waitFor();
    expect(await page.getByText(/ dari 0 baris/).count()).toBe(0);
    await close();
  });

  it('can be asked for as things stood: the day is in the address, and nobody is', async () => {
    const { page, close } = await seen('/renewals?from=2026-10&asOf=2026-10-20');
    await page.getByText('Posisi per 20 Oktober 2026').waitFor();
    expect((await cells(page, 'Oktober 2026')).slice(1, 6)).toEqual([
      '40',
      '12 (30,0%)',
      '0',
      '30,0%',
      '28',
    ]);
    await page.getByRole('button', { name: 'Hari ini' }).click();
    await page.getByText('Posisi per hari ini, 15 November 2026').waitFor();
    await page.goto(`${url}/renewals?from=2026-10&asOf=2026-10-20`);
    await row(page, 'Oktober 2026').getByRole('link', { name: '28', exact: true }).click();
    await page.getByText('28 dari 28 baris').waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(
      '/renewals/2026-10?outcome=open&from=2026-10&asOf=2026-10-20',
    );
    await close();
  });

  it('is taken away as a file for Excel, whole or by province', async () => {
    const { page, close } = await seen(
      '/renewals?from=2026-10&view=groups&month=2026-10&by=sector',
    );
    expect(await cells(page, 'Lainnya')).toEqual(expect.arrayContaining(['40', '12 (30,0%)']));
    const text = await downloaded(page);
    expect(text.startsWith('\uFEFFBulan iuran;Dirinci menurut;Kelompok;')).toBe(true);
    expect(text).toContain('2026-10;sector;other;');
    await close();
  });
});

async function downloaded(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Unduh CSV/ }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

it('draws a cohort day by day beside the one before, with every day in its file', async () => {
  const { page, close } = await seen('/renewals?view=curve&month=2026-10');
  await page
    .getByText('September 2026 hanya sebagian')
    .or(page.getByText('Tidak ada yang wajib bayar iuran September 2026'))
    .waitFor();
  expect(await cells(page, 'Pada hari jatuh tempo')).toEqual([
    'Pada hari jatuh tempo',
    '30,0% (12 / 40)',
  ]);
  expect(await cells(page, '10 hari setelah jatuh tempo')).toEqual([
    '10 hari setelah jatuh tempo',
    '45,0% (18 / 40)',
  ]);
  const lines = (await downloaded(page)).split('\r\n').filter((line) => line !== '');
  expect([lines[0], lines.at(-1)]).toEqual([
    '\uFEFFHari setelah jatuh tempo (minus: sebelum);2026-10 sudah membayar;2026-10 wajib bayar',
    '31;18;40',
  ]);
  expect(lines).toContain('-5;12;40');
  await close();
});

it('shows members and what is unpaid by age, each with its file', async () => {
  const { page, close } = await seen('/renewals?from=2026-10&to=2026-11&view=members');
  expect((await cells(page, 'Oktober 2026')).slice(0, 5)).toEqual([
    'Oktober 2026',
    '43',
    '0 + 0',
    '0 + 0',
    '43 Lunas (aktif): 18 (41,9%)',
  ]);
  expect(await cells(page, '31–60 hari')).toEqual([
    '31–60 hari',
    '22',
    expect.stringMatching(/^Rp\d/),
  ]);
  expect(await page.getByRole('button', { name: /^Unduh CSV/ }).count()).toBe(2);
  await close();
});

it('explains each figure one key away, and gives the place back', async () => {
  const { page, close } = await seen('/renewals?from=2026-10');
  const link = page.getByRole('button', { name: /^Penjelasan istilah: Tingkat perpanjangan/ });
  await link.focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('dialog')
    .getByText('Kelima hasil ini berjumlah tepat wajib bayar')
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await page.evaluate('document.activeElement?.textContent')).toContain(
    'Penjelasan istilah',
  );
  await page.getByRole('tab', { name: 'Tingkat' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.waitForURL(/view=curve/);
  await close();
});

it('says what failed and how to go on, and that there is nothing where there is nothing', async () => {
  const { page, close } = await seen('/');
  await page.route('**/api/renewals?*', (route) =>
    route.fulfill({ status: 400, json: { error: { code: 'invalid', message: 'Ask for fewer' } } }),
  );
  await page.goto(`${url}/renewals`);
  await page.getByText('Ada isian yang belum benar').first().waitFor();
  expect(await page.getByText('Ask for fewer').count()).toBe(0);
  await page.getByText('Tingkat perpanjangan per bulan iuran: data tidak dapat dimuat').waitFor();
  await page.unroute('**/api/renewals?*');
  await page.getByRole('button', { name: 'Coba lagi' }).click();
  await page.getByText('Tingkat perpanjangan per bulan iuran').waitFor();
  await page.goto(`${url}/renewals?from=2025-01&to=2025-03`);
  await page.getByText('Belum ada peserta yang wajib bayar di bulan-bulan ini').waitFor();
  await page.getByText('Pilih bulan lain, atau minta admin mengimpor daftar peserta.').waitFor();
  await page.goto(`${url}/renewals?from=2026-06&to=2026-10`);
  await page.getByText('Juni 2026, Juli 2026, Agustus 2026: belum ada peserta.').waitFor();
  await close();
});

it.each(['/renewals', '/renewals/2026-10'])(
  'is not for member service, by address either: %s',
  async (path) => {
    const { page, close } = await seen(path, { role: 'service' });
    expect(await page.locator('h1').textContent()).toBe('Halaman ini bukan untuk peran Anda');
    await close();
  },
);

describe.each([
  ['phone', 'id', ['rates', 'effect', 'members']],
  ['tablet', 'en', ['rates', 'curve', 'groups', 'effect', 'worth', 'steps', 'members']],
] as const)('on a %s screen in %s', (width, language, views) => {
  it('every view holds, and axe finds nothing', async () => {
    const { page, complaints, close } = await seen('/renewals', { width, language });
    for (const view of views) {
      await page.goto(`${url}/renewals?from=2026-09&to=2026-11&month=2026-10&view=${view}`);
      await page
        .getByRole('heading', { name: language === 'id' ? 'Tabel' : 'The figures' })
        .first()
        .waitFor();
      await page.locator('[role=status]:has-text("…")').first().waitFor({ state: 'detached' });
      const wrong = {
        sideways: await sidewaysScroll(page),
        cut: await cutTables(page),
        faults: await faultsFound(page),
      };
      expect({ view, ...wrong }).toEqual({ view, sideways: 0, cut: 0, faults: [] });
    }
    expect(complaints).toEqual([]);
    await close();
  });
});

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { header, people, rowOf } from '#local/made-up';
import {
  faultsFound,
  open,
  picture,
  saved,
  shapes,
  sidewaysScroll,
} from '../../browser/browser.ts';
import { beginStage, browser, stage, url } from '../../browser/given.ts';

const inTengah = people(12);
const inPapua = people(3, { province: 'Papua' }, 40);
const inMarket = inTengah.slice(0, 5);

/** At 08:00 on Tuesday 10 November 2026: 15 owe November, five of them of one market. */
beginStage(async () => {
  const groupOf = (person: (typeof inTengah)[number]) =>
    inMarket.includes(person) ? 'Pasar Klewer' : '';
  const lines = [...inTengah, ...inPapua].map((person) => `${rowOf(person)},${groupOf(person)}`);
  await stage.importCsv([`${header},group`, ...lines, ''].join('\n'));
});

const path = '/workers';

async function chooseProvince(page: Page, name: string): Promise<void> {
  // Above is another, of the search by name.
  await page.getByLabel('Provinsi', { exact: true }).last().click();
  await page.getByRole('option', { name, exact: true }).click();
}

describe('an admin, for a branch that calls', () => {
  it('narrows the list to what it works on, and saves it as a file', async () => {
    const { page, complaints, close } = await open(browser, { url, role: 'admin', path });
    await page.getByText('(15)', { exact: true }).waitFor();
    await chooseProvince(page, 'Papua');
    await page.getByText('(3)', { exact: true }).waitFor();
    await chooseProvince(page, 'Jawa Tengah');
    await page.getByText('(12)', { exact: true }).waitFor();
    const group = page.getByLabel('Kelompok', { exact: true }).last();
    await group.fill('pasar klewer');
    await group.press('Enter');
    await page.getByText('(5)', { exact: true }).waitFor();
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      ...{ month: '2026-11', province: 'Jawa Tengah', group: 'pasar klewer' },
    });
    const { name, lines: all } = await saved(page, 'Unduh daftar telepon: Belum membayar');
    const [heads, ...lines] = all;
    expect(name).toBe('workers-2026-11-Jawa Tengah.csv');
    expect(heads).toMatch(/^\uFEFFNama;Nomor HP;Provinsi;Kelompok;Status iuran;/);
    expect(lines.pop()).toBe('');
    const told = lines.map((line) => line.split(';').slice(0, 6));
    expect(told.toSorted()).toEqual(
      inMarket
        .map((person) => [
          ...[person.name, dialled(person.phone), 'Jawa Tengah', 'Pasar Klewer'],
          ...['Belum dibayar', '8400'],
        ])
        .toSorted(),
    );
    await page.goto(`${url}/activity`);
    const row = page.getByRole('row').filter({ hasText: 'Mengunduh daftar peserta' });
    await row.getByText('5 peserta, belum membayar sejak November 2026, Jawa Tengah').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('gets one file of many parts, and is told where even that was cut', async () => {
    const { page, complaints, close } = await open(browser, { url, role: 'admin', path });
    await page.getByText('(15)', { exact: true }).waitFor();
    let parts = 0;
    await page.route('**/api/workers.csv?*', (route) => {
      parts += 1;
      const isLast = parts === 22;
      return route.fulfill({
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="workers-2026-11.csv"',
          ...(isLast ? {} : { link: `<?month=2026-11&cursor=${parts}>; rel="next"` }),
        },
        body: `\uFEFFNama\r\nPekerja ${parts}\r\n${isLast ? '' : 'Terpotong di sini\r\n'}`,
      });
    });
    const { lines: first } = await saved(page, 'Unduh daftar telepon: Belum membayar');
    const names = Array.from({ length: 20 }, (_, part) => `Pekerja ${part + 1}`);
    expect(first).toEqual(['\uFEFFNama', ...names, 'Terpotong di sini', '']);
    await page.getByText('Masih ada yang belum termasuk.').waitFor();
    expect(await faultsFound(page)).toEqual([]);
    await picture(page, 'call-list-cut');
    const { lines: second } = await saved(page, 'Unduh bagian berikutnya');
    expect(second).toEqual(['\uFEFFNama', 'Pekerja 21', 'Pekerja 22', '']);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(shapes)('reads the list in $language at the width of a $width', async (shape) => {
    const { page, complaints, close } = await open(browser, { url, role: 'admin', path, ...shape });
    await page.getByText('(15)', { exact: true }).waitFor();
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await faultsFound(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await picture(page, `call-list-${shape.language}-${shape.width}`);
    await close();
  });
});

it('finance and the call centre look people up one by one: neither has the list', async () => {
  for (const role of ['finance', 'service'] as const) {
    const { page, close } = await open(browser, { url, role, path });
    await page.getByLabel('Nomor HP, NIK, atau ID peserta').waitFor();
    expect(await page.getByRole('button', { name: /^Unduh daftar telepon/ }).count()).toBe(0);
    const answer = await stage.call('GET', '/api/workers.csv?month=2026-11', { role });
    expect(answer.status).toBe(403);
    await close();
  }
});

/** `+6287000000001` → `0870 0000 0001`. */
const dialled = (phone: string): string =>
  phone.replace('+62', '0').replace(/(\d{4})(?=\d)/g, '$1 ');

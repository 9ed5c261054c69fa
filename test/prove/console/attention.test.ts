import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  faultsFound,
  open,
  picture,
  saved,
  shapes,
  sidewaysScroll,
  widths,
} from '../../browser/browser.ts';
import { beginStage, browser, stage, url } from '../../browser/given.ts';
import { bringMany } from '../../browser/many-items.ts';

/** At 08:00 on Tuesday 10 November 2026: 3,000 texts of yesterday did not arrive. */
beginStage(async () => {
  await bringMany(stage);
});

const path = '/attention/undelivered';

async function choose(page: Page, label: string, option: RegExp): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.getByRole('option', { name: option }).click();
}

describe('3,000 texts that did not arrive', () => {
  it('are counted on Today and at the head of their list', async () => {
    const { page, complaints, close } = await open(browser, { url, role: 'admin' });
    await page.locator(`a[href="${path}"]`).getByText('3.000', { exact: true }).click();
    await page.getByText('(100 dari 3.000)').waitFor();
    await page.getByRole('button', { name: 'Tampilkan lebih banyak' }).click();
    await page.getByText('(200 dari 3.000)').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('are narrowed to what a branch works on, in an address that can be passed on', async () => {
    const { page, complaints, close } = await open(browser, { url, role: 'admin', path });
    await page.getByText('(100 dari 3.000)').waitFor();
    await choose(page, 'Provinsi', /^Papua/);
    await page.getByText('(100 dari 1.000)').waitFor();
    await choose(page, 'Kelompok', /^Pasar Klewer/);
    await page.getByText('(100 dari 200)').waitFor();
    await choose(page, 'Sebab', /^HP sedang tidak dapat dihubungi/);
    await page.getByText('(100)', { exact: true }).waitFor();
    await choose(page, 'Urutan', /^Terlama/);
    await page.getByRole('row').nth(1).getByText('9 Nov 2026, 09.05').waitFor();
    expect(await page.getByRole('row').count()).toBe(101);
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      ...{ province: 'Papua', group: 'Pasar Klewer', order: 'oldest' },
      reason: 'Phone is currently unreachable/unavailable',
    });
    await page.reload();
    await page.getByText('(100)', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Hapus saringan' }).click();
    await page.getByText('(100 dari 3.000)').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('are resolved many at once with a note that stands on the page of the worker', async () => {
    const { page, complaints, close } = await open(browser, { url, role: 'admin', path });
    await page.getByText('(100 dari 3.000)').waitFor();
    const mark = page.getByRole('button', { name: 'Tandai sudah ditangani' });
    expect(await mark.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Tampilkan lebih banyak' }).click();
    await page.getByText('(200 dari 3.000)').waitFor();
    const first = page.getByRole('link', { name: /^Siti/ }).first();
    const worker = await first.getAttribute('href');
    await page.getByRole('checkbox', { name: 'Pilih semua yang ditampilkan' }).click();
    await page.getByRole('button', { name: 'Tandai 200 sudah ditangani' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Catatan (boleh kosong)').fill('telepon 0870 0000 0001');
    await dialog.getByText('Paling banyak 200 huruf, tanpa nomor HP atau NIK.').waitFor();
    await dialog.getByLabel('Catatan (boleh kosong)').fill('ditelepon, akan membayar besok');
    expect(await faultsFound(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Sudah ditangani', exact: true }).click();
    await page.getByText('200 ditandai sudah ditangani, dan hilang dari daftar ini.').waitFor();
    await page.getByText(/\(\d+ dari 2\.800\)/).waitFor();
    await page.evaluate(
      `history.pushState({}, '', '${worker}'); dispatchEvent(new PopStateEvent('popstate'))`,
    );
    await page.getByText('ditelepon, akan membayar besok').first().waitFor();
    await page.getByRole('button', { name: 'Urungkan' }).click();
    await page.getByText('200 dikembalikan ke daftar.').waitFor();
    await page.getByText('Perlu ditangani lagi').first().waitFor();
    await page.goto(url + path);
    await page.getByText('(100 dari 3.000)').waitFor();
    await page.goto(`${url}/activity`);
    const row = (text: string) => page.getByRole('row').filter({ hasText: text });
    await row('Mengembalikan ke daftar yang perlu ditangani').getByText('100').first().waitFor();
    await row('Menandai sudah ditangani').getByText('100').first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('keep a half-typed note and what is chosen while a tablet is turned, or pictured whole', async () => {
    const { page, complaints, close } = await open(browser, { url, role: 'admin', path });
    await page.getByText('(100 dari 3.000)').waitFor();
    await page.getByRole('checkbox', { name: 'Pilih semua yang ditampilkan' }).click();
    await page.getByRole('button', { name: 'Tandai 100 sudah ditangani' }).click();
    const note = page.getByRole('dialog').getByLabel('Catatan (boleh kosong)');
    await note.fill('ditelepon, akan');
    const tabs = page.locator('[role=tab]').first();
    await page.setViewportSize({ width: widths.phone, height: 900 });
    await tabs.waitFor({ state: 'detached' });
    await page.locator('ol').first().waitFor();
    expect(await note.inputValue()).toBe('ditelepon, akan');
    await page.setViewportSize({ width: widths.wide, height: 900 });
    await tabs.waitFor();
    await page.screenshot({ fullPage: true });
    expect(await note.inputValue()).toBe('ditelepon, akan');
    await page.getByText('Tandai 100 sudah ditangani?').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('are saved as a call list, shown or not', async () => {
    const asked = '?province=Papua&group=Pasar+Klewer';
    const { page, complaints, close } = await open(browser, {
      url,
      role: 'admin',
      path: path + asked,
    });
    await page.getByText('(100 dari 200)').waitFor();
    const file = await saved(page, 'Unduh daftar telepon');
    expect(file.name).toBe('attention-undelivered-2026-11-10.csv');
    const [heads, ...lines] = file.lines;
    expect(heads).toMatch(/^\uFEFFNama;Nomor HP;Provinsi;Kelompok;Status iuran;/);
    expect(lines.pop()).toBe('');
    expect(lines).toHaveLength(200);
    for (const line of lines)
      expect(line).toMatch(/^[^;]+;0870 0000 \d{4};Papua;Pasar Klewer;Belum dibayar;8400;2026-11;/);
    expect(complaints).toEqual([]);
    await close();
  });

  it('are no call list for finance, who is told no names here', async () => {
    const { page, complaints, close } = await open(browser, { url, role: 'finance', path });
    await page.getByText('(100 dari 3.000)').waitFor();
    await page.getByRole('link', { name: /^wrk_/ }).first().waitFor();
    expect(await page.getByRole('button', { name: 'Unduh daftar telepon' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(shapes)('are readable in $language at the width of a $width', async (shape) => {
    const { page, complaints, close } = await open(browser, { url, role: 'admin', path, ...shape });
    await page.getByText(/\(100 (dari 3\.000|of 3,000)\)/).waitFor();
    // Where there is no room for the run's day, the moment leads to it, and no date stands twice.
    const run = await page.locator('a[href^="/runs?date="]').first().textContent();
    expect(run).toMatch(shape.width === 'wide' ? /^\d+ \w+ 2026$/ : /\d\d[.:]\d\d WI(B|TA|T)$/);
    // The day and the time, in a line each at most: a cell has 11 pixels of its own.
    const moment = page.getByText(/^\d+ \w+ 2026, \d\d[.:]\d\d WI(B|TA|T)$/).first();
    expect((await moment.boundingBox())?.height).toBeLessThan(55);
    // Below each other they would fill a tablet's screen before the first row.
    const fields = page.getByRole('main').locator('label').filter({ visible: true });
    const [one, two] = [await fields.nth(0).boundingBox(), await fields.nth(1).boundingBox()];
    if (shape.width !== 'phone') expect(one?.y).toBe(two?.y);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await faultsFound(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await picture(page, `attention-many-${shape.language}-${shape.width}`);
    await close();
  });
});

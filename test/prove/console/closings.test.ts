import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aPerson, csvOf, people } from '#local/made-up';
import { faultsFound, open, saved, shapes, sidewaysScroll } from '../../browser/browser.ts';
import { beginStage, browser, stage } from '../../browser/given.ts';
import { json } from '../../stage/calls.ts';

const header = 'reference,channel,nik,amount,paid_at';
const file = (...lines: readonly string[]) =>
  stage.ask('POST', '/api/payments/import', {
    role: 'finance',
    body: [header, ...lines].join('\n'),
  });
const paidBy = (person: number, reference: string, channel: string, day: string): string =>
  `${reference},${channel},${aPerson(person).nik},8400,${day}T09:00:00+07:00`;

/**
 * Five owe November 2026. Three pay in it, and money of nobody comes too. Then it is 5 February
 * 2027, a day after November is final; the stage rests in between.
 */
beginStage(
  async () => {
    await stage.importCsv(csvOf(people(5)));
    await rest(15);
    await file(
      paidBy(1, 'P-1', 'bank', '2026-11-11'),
      paidBy(2, 'P-2', 'bank', '2026-11-11'),
      paidBy(3, 'P-3', 'kantor', '2026-11-11'),
      paidBy(900, 'P-900', 'bank', '2026-11-11'),
    );
    await stage.clockBy('PT2M');
    await rest(85);
  },
  { now: '2026-10-28T08:00+07:00' },
);

/** So many days pass while the stage is down. */
async function rest(days: number): Promise<void> {
  await stage.kill();
  await stage.restart({ downFor: days * 24 });
}

const opened = (path: string, shape = {}) =>
  open(browser, { url: stage.url(), role: 'finance', path, ...shape });

const receipts = (page: Page) =>
  page.getByRole('grid', { name: 'Iuran yang dibayar pada bulan ini' });

/** A row of the receipts, in numbers: `−Rp8.400 (-1)` is -8400 and -1. */
async function numbersOf(page: Page, channel: string): Promise<readonly number[]> {
  const cells = receipts(page).getByRole('row').filter({ hasText: channel }).getByRole('gridcell');
  const texts = await cells.allInnerTexts();
  return texts
    .slice(-3)
    .flatMap((text) => text.match(/[−-]?(?:Rp)?[\d.]+/g) ?? [])
    .map((text) => Number(text.replace('−', '-').replace(/Rp|\./g, '')));
}

describe('finance, when a month is final', () => {
  it('closes it, after reading what is frozen and that it is for good', async () => {
    const { page, complaints, close } = await opened('/closings');
    await page.getByText('Belum ada bulan yang ditutup').waitFor();
    const now = page.getByText(/^Dapat ditutup sekarang: .*November 2026\.$/);
    await now.waitFor();
    await page.getByText('Berikutnya: Desember 2026, dapat ditutup mulai 4 Maret 2027.').waitFor();
    await page.getByRole('button', { name: 'Tutup bulan' }).click();
    await page.getByRole('button', { name: /Bulan yang ditutup/ }).click();
    await page.getByRole('option', { name: 'November 2026' }).click();
    await page.getByText('Tidak dapat dibatalkan').waitFor();
    await page
      .getByText(/posisi per 4 Februari 2027/)
      .first()
      .waitFor();
    expect(await faultsFound(page)).toEqual([]);
    await page.getByRole('button', { name: 'Tutup November 2026', exact: true }).click();
    await page.getByRole('heading', { name: 'Tutup buku November 2026' }).waitFor();
    await page.getByText('Tidak ada yang dicatat, dicocokkan, atau dibatalkan').waitFor();
    expect(await numbersOf(page, 'Semua kanal')).toEqual([33_600, 4, 0, 0, 33_600, 4]);
    await page.getByRole('link', { name: '← Tutup buku' }).click();
    const row = page.getByRole('row').filter({ hasText: 'November 2026' });
    await row.getByText('Rp33.600 (4)').waitFor();
    await now.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });

  it('reads what came since: closed and all events are the figure now, to the rupiah', async () => {
    await stage.ask('POST', '/api/payments/reverse', {
      ...json({ channel: 'bank', reference: 'P-1', reason: 'twice' }),
      role: 'finance',
    });
    await file(paidBy(4, 'L-1', 'pos', '2026-11-15'), paidBy(5, 'L-2', 'bank', '2027-02-05'));
    await stage.clockBy('PT2M');
    const { page, close } = await opened('/closings/2026-11');
    await page.getByText('Saat ditutup ditambah semua peristiwa sama dengan sekarang').waitFor();
    const lines = {
      bank: [25_200, 3, -8_400, -1, 16_800, 2],
      kantor: [8_400, 1, 0, 0, 8_400, 1],
      pos: [0, 0, 8_400, 1, 8_400, 1],
      'Semua kanal': [33_600, 4, 0, 0, 33_600, 4],
    };
    for (const [channel, numbers] of Object.entries(lines))
      expect([channel, ...(await numbersOf(page, channel))]).toEqual([channel, ...numbers]);
    const events = page.getByRole('grid', { name: 'Peristiwa sejak ditutup' });
    const event = (name: string) => events.getByRole('row').filter({ hasText: name });
    await event('bank P-1').getByText('Dibatalkan').waitFor();
    await event('bank P-1').getByText('−Rp8.400').waitFor();
    await event('pos L-1').getByText('+Rp8.400').waitFor();
    expect(await events.getByRole('row').count()).toBe(3);
    const figures = page.getByRole('grid', { name: 'Perpanjangan dan peserta' });
    expect(await figures.getByRole('columnheader').allInnerTexts()).toEqual([
      ...['Angka', 'Saat ditutup', 'Dihitung ulang', 'Selisih'],
    ]);
    await page.getByText('Dihitung ulang: posisi per 4 Februari 2027 menurut data').waitFor();
    await close();
  });

  it('takes both home as a file, and on one sheet of paper', async () => {
    const { page, close } = await opened('/closings/2026-11');
    const { name, lines } = await saved(page, /^Unduh CSV/);
    expect(name).toBe('closing-2026-11.csv');
    expect(lines[0]?.split(';').slice(0, 6).join(';')).toBe(
      '\uFEFFBagian;Kanal;Angka;Saat ditutup;Sekarang;Selisih',
    );
    const starts = [
      'Penerimaan;bank;Iuran diterima (Rp);25200;16800;-8400;',
      'Peristiwa;bank;Iuran diterima (Rp);;;-8400;',
      'Peristiwa;pos;Iuran diterima (Rp);;;8400;',
    ];
    for (const start of starts)
      expect(lines.filter((line) => line.startsWith(start))).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#top').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Cetak' }).isVisible()).toBe(false);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    await close();
  });
});

it.each(shapes)(
  'in $language on a $width screen nothing sticks out, and axe finds nothing',
  async (shape) => {
    const { page, complaints, close } = await opened('/closings', shape);
    const holds = async () => {
      expect(await sidewaysScroll(page)).toBe(0);
      expect(await faultsFound(page)).toEqual([]);
    };
    await page.getByRole('link', { name: 'November 2026' }).waitFor();
    await holds();
    await page.getByRole('link', { name: 'November 2026' }).click();
    await page.getByText('bank P-1').waitFor();
    await holds();
    expect(complaints).toEqual([]);
    await close();
  },
);

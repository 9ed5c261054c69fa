import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '#domain/plan/plan';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import {
  cutTables,
  cutTexts,
  faultsFound,
  open,
  picture,
  type Seen,
  shapes,
  sidewaysScroll,
} from '../../browser/browser.ts';
import { countryOf, tell } from '../../browser/country.ts';
import { playOctober } from '../../browser/october.ts';
import { asAdmin } from '../../stage/calls.ts';
import type { TestStage } from '../../stage/stage.ts';

let stage: TestStage;
let browser: Browser;
let url: string;
let october: Renewals;

/** Then it is 5 January 2027. */
beforeAll(async () => {
  [stage, browser] = await playOctober(72);
  url = stage.url();
  october = await toldOf('2026-10');
});

async function toldOf(month: string): Promise<Renewals> {
  type Answer = Readonly<{ items: readonly Renewals[] }>;
  const path = `/api/renewals?from=${month}&to=${month}`;
  return (await stage.ask<Answer>('GET', path, { role: 'finance' })).items[0] as Renewals;
}

afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

const seen = (path: string, options: Partial<Parameters<typeof open>[1]> = {}): Promise<Seen> =>
  open(browser, { url, role: 'finance', path, ...options });

const country = (page: Page): Promise<void> => tell(page, countryOf(october, '2026-08', 6));

/** The summary, a label above each figure and what stands below it. */
async function summary(page: Page): Promise<string> {
  await page.locator('dl').waitFor();
  return (await page.locator('dl').allInnerTexts()).join(' ').replace(/\s+/g, ' ').trim();
}

const nothingWrong = { sideways: 0, tables: 0, texts: [], faults: [] };
const wrongIn = async (page: Page) => ({
  sideways: await sidewaysScroll(page),
  tables: await cutTables(page),
  texts: await cutTexts(page),
  faults: await faultsFound(page),
});

const rupiah = (value: number): string =>
  `${value < 0 ? '−' : ''}Rp${new Intl.NumberFormat('id-ID').format(Math.abs(value))}`;

describe('the last final month', () => {
  it('stands on top in four figures, as the API has them', async () => {
    const { page, complaints, close } = await seen('/renewals?from=2026-09&to=2027-01');
    await page.getByText('Bulan final terakhir: Oktober 2026').waitFor();
    expect(october.final).toBe(true);
    // 18 of 40 paid Rp8.400 each. September is partial, so there is nothing to compare with.
    expect(await summary(page)).toBe(
      [
        'Tingkat perpanjangan 45,0% belum ada bulan pembanding 18 dari 40 yang wajib bayar',
        'Peserta pada akhir bulan 40 belum ada bulan pembanding',
        'Iuran diterima Rp151.200 belum ada bulan pembanding dari Rp336.000 yang ditagih',
        `Hasil bersih pengingat ${rupiah(october.net ?? 0)} belum ada bulan pembanding`,
        `biaya SMS ${rupiah(october.spendRupiah)},`,
        `tambahan iuran ${rupiah(october.extraContribution ?? 0)}`,
      ].join(' '),
    );
    const bar = page.getByRole('img', { name: /^Okt 2026: Dibayar tepat waktu 30,0% \(12\)/ });
    expect((await bar.boundingBox())?.width).toBe(40);
    await page.getByText('Per tahap, iuran Oktober 2026').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('says before it is final that there is none, and when there will be', async () => {
    const { page, close } = await seen('/renewals?from=2026-09&to=2026-12&asOf=2027-01-03');
    await page.getByText('Belum ada bulan yang final').waitFor();
    await page.getByText('Yang pertama adalah Oktober 2026, pada 4 Januari 2027').waitFor();
    expect(await page.locator('dl').count()).toBe(0);
    await close();
  });
});

describe.each(shapes)('of the whole country, on a $width screen in $language', (shape) => {
  it('it is told with what changed, and nothing is cut', async () => {
    const path = '/renewals?from=2026-08&to=2027-01';
    const { page, close } = await seen(path, { ...shape, given: country });
    const isId = shape.language === 'id';
    await page
      .getByText(isId ? 'Per tahap, iuran Okto' : 'By step, Octo')
      .first()
      .waitFor();
    const said = await summary(page);
    // (24.420.000 + 5.000.000) ÷ 42.000.000 is 70,0 %, and 0,5 points more than with 210.000 less.
    expect(said).toContain(
      isId ? '70,0% +0,5 poin dari September 2026' : '70.0% +0.5 points since September 2026',
    );
    expect(said).toContain(isId ? '42.062.000 +31.000 dari' : '42,062,000 +31,000 since');
    await picture(page, `summary-${shape.width}-${shape.language}`);
    expect(await wrongIn(page)).toEqual(nothingWrong);
    await close();
  });
});

describe('what reminding brings in the long run', () => {
  it('says from which day on it is known: 1 March 2027 is the lapse date of December', async () => {
    const { page, complaints, close } = await seen('/renewals?from=2026-09&to=2027-01&view=kept');
    await page.getByText('Yang pertama diketahui: iuran Oktober 2026, pada 28 Februari').waitFor();
    await page.getByText('Menurut lama jadi peserta, iuran Oktober 2026').waitFor();
    await page.getByRole('img', { name: /^Tidak diketahui: / }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(shapes)('is told in months of a thousand workers: $width, $language', async (shape) => {
    const path = '/renewals?from=2026-08&to=2027-01&view=kept';
    const { page, close } = await seen(path, { ...shape, given: country });
    const isId = shape.language === 'id';
    const sentence = isId
      ? 'Dalam 12 bulan, 1.000 peserta yang diingatkan untuk satu bulan membayar 140 bulan iuran lebih banyak'
      : 'Within 12 months, 1,000 workers reminded for one month paid for 140 more months';
    await page.getByText(sentence).waitFor();
    await page
      .getByText(isId ? 'Belum terbukti: selang' : 'Not proven yet: the interval')
      .waitFor();
    const three = isId
      ? 'Dalam 3 bulan: +41 bulan iuran, selang 95% +29 sampai +53'
      : 'Within 3 months: +41 months paid, 95% interval +29 to +53';
    await page.getByRole('img', { name: three }).waitFor();
    const young = isId ? /^Tiga bulan pertama: \+4,1 poin/ : /^First three months: \+4.1 points/;
    await page.getByRole('img', { name: young }).waitFor();
    await picture(page, `kept-${shape.width}-${shape.language}`);
    expect(await wrongIn(page)).toEqual(nothingWrong);
    await close();
  });
});

describe('the plan', () => {
  it.each(shapes)('shows what a step has to bring, and whom to hold out: $width', async (shape) => {
    const { page, close } = await seen('/plan', { ...shape, role: 'admin', given: country });
    const isId = shape.language === 'id';
    // 1.64827 ÷ 0.02² is 4,120.7 where there are endless others, and a little more of 42 million.
    const needed = isId
      ? 'Perlu 4.122 peserta kelompok pembanding sebulan (0,01% dari 42.000.000'
      : '4,122 workers a month have to be held out (0.01% of the 42,000,000';
    await page.getByText(needed).waitFor();
    const seenSoFar = isId ? 'Yang terlihat +1,6 poin' : 'Seen were +1.6 points';
    await page.getByText(seenSoFar).waitFor();
    await page
      .getByText(isId ? '13,9 poin' : '13.9 points')
      .first()
      .waitFor();
    await picture(page, `plan-${shape.width}-${shape.language}`);
    expect(await wrongIn(page)).toEqual(nothingWrong);
    // 10,000 of 42 million are 0.0238 %. Taken, it is a change like any other; nothing is saved.
    await page.getByRole('button', { name: isId ? 'Pakai 0,024%' : 'Use 0.024%' }).click();
    await page
      .getByText(isId ? /^1 perubahan/ : /^1 change/)
      .first()
      .waitFor();
    expect((await stage.ask<Plan>('GET', '/api/plan', asAdmin())).holdoutPercent).toBe(50);
    await close();
  });
});

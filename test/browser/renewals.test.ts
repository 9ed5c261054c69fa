import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatRupiah } from '#domain/messages/formats';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { cutTables, faultsFound, saved, sidewaysScroll } from './browser.ts';
import { countryOf, tell } from './country.ts';
import { type Answer, begin, cells, end, october, row, seen, url } from './renewals-given.ts';

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
    const lines = (await saved(page, /^Unduh CSV/)).lines.filter((line) => line !== '');
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
    const path = '/renewals?from=2026-10&view=groups&month=2026-10&by=sector';
    const { page, close } = await seen(path);
    expect(await cells(page, 'Lainnya')).toEqual(expect.arrayContaining(['40', '12 (30,0%)']));
    const [heads, ...lines] = (await saved(page, /^Unduh CSV/)).lines;
    expect(heads).toMatch(/^\uFEFFBulan iuran;Dirinci menurut;Kelompok;/);
    expect(lines.join('\n')).toContain('2026-10;sector;other;');
    await close();
  });
});

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
  const lines = (await saved(page, /^Unduh CSV/)).lines.filter((line) => line !== '');
  // Today, the 31st day, is not over.
  await page.getByText('Sampai akhir 14 November 2026.').waitFor();
  expect([lines[0], lines.at(-1)]).toEqual([
    '\uFEFFHari setelah jatuh tempo (minus: sebelum);2026-10 sudah membayar;2026-10 wajib bayar',
    '30;18;40',
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
  await page.getByText('Yang belum dibayar sampai sekarang, 15 November 2026,').waitFor();
  await close();
});

it.each(['tablet', 'wide'] as const)(
  'names the last of twelve months below the chart, as it matters most, on a %s screen',
  async (width) => {
    const given = (page: Page) => tell(page, countryOf(october, '2025-12', 12));
    const path = '/renewals?from=2025-12&to=2026-11&view=members';
    const { page, close } = await seen(path, { language: 'en', width, given });
    const labels = page.locator('g[aria-label="Month"] > g');
    await labels.first().waitFor();
    expect(await labels.last().getAttribute('aria-label')).toMatch(/^Nov\s2026$/);
    await close();
  },
);

it('tells of a day that is over what was so when it ended', async () => {
  const { page, close } = await seen('/renewals?view=curve&month=2026-10&asOf=2026-10-25');
  await page.getByText('Sampai akhir 25 Oktober 2026.').waitFor();
  const lines = (await saved(page, /^Unduh CSV/)).lines.filter((line) => line !== '');
  expect(lines.at(-1)).toBe('10;18;40');
  await page.getByRole('tab', { name: 'Peserta' }).click();
  await page.getByText('Yang belum dibayar pada akhir 25 Oktober 2026,').waitFor();
  await close();
});

it('explains each figure one key away, and gives the place back', async () => {
  const { page, close } = await seen('/renewals?from=2026-10');
  const link = page.getByRole('button', { name: /^Penjelasan istilah: Tingkat perpanjangan/ });
  await link.focus();
  await page.keyboard.press('Enter');
  const said = page.getByRole('dialog');
  await said.getByText('Kelima hasil ini berjumlah tepat wajib bayar').waitFor();
  await page.keyboard.press('Escape');
  await said.waitFor({ state: 'hidden' });
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
  const { page, close } = await seen('/renewals', {
    given: (page) =>
      page.route('**/api/renewals?*', (route) =>
        route.fulfill({
          status: 400,
          json: { error: { code: 'invalid', message: 'Ask for fewer' } },
        }),
      ),
  });
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

describe('what reminding is worth', () => {
  const points = (value: number) =>
    `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(1).replace('.', ',')}`;

  it('is drawn with its interval, and where there is no figure it says why', async () => {
    const { page, close } = await seen('/renewals?from=2026-09&to=2026-11&view=effect');
    const { points: middle, low, high } = october.effect;
    const said = `${points(middle ?? 0)} poin, selang 95% ${points(low ?? 0)} sampai ${points(high ?? 0)}`;
    await page.getByRole('img', { name: `Okt 2026: ${said}` }).waitFor();
    await page.getByRole('img', { name: `Semua bulan: ${said}` }).waitFor();
    expect(await cells(page, 'September 2026')).toContain('Bulan sebagian: tidak dibandingkan');
    expect(await cells(page, 'November 2026')).toContain(
      'Baru dibandingkan mulai 16 Desember 2026, 30 hari setelah jatuh tempo',
    );
    await close();
  });

  it('says so when nobody was held out', async () => {
    const path = '/renewals?from=2026-10&to=2026-10&view=effect';
    const { page, close } = await seen(path, { given: told(nobodyHeldOut()) });
    await page.getByText('Oktober 2026: Tidak ada kelompok pembanding').waitFor();
    await close();
  });

  it.each([
    [
      'a loss',
      { extraContribution: 50_000, net: -60_000 },
      'Pengingat untuk iuran Oktober 2026 rugi Rp60.000',
    ],
    [
      'fewer renewals',
      { extraContribution: -50_000, net: -160_000 },
      'iuran diperkirakan berkurang Rp50.000',
    ],
    [
      'a gain',
      { extraContribution: 150_000, net: 40_000 },
      'Pengingat untuk iuran Oktober 2026 menghasilkan Rp40.000',
    ],
  ])('calls %s what it is', async (_, worth, sentence) => {
    const given = told({ ...october, spendRupiah: 110_000, ...worth });
    const path = '/renewals?from=2026-10&to=2026-10&view=worth';
    const { page, close } = await seen(path, { given });
    await page.getByText(sentence).waitFor();
    await close();
  });

  it.each([
    [12_300, 'Rp12.300 per perpanjangan tambahan'],
    [null, 'tidak ada perpanjangan tambahan'],
  ])('shows cost beside the contribution it brought, as the API has them', async (each, extra) => {
    const worth = { costPerExtraRenewal: each, extraContribution: 50_000, net: -60_000 };
    const path = '/renewals?from=2026-10&to=2026-10&view=worth';
    const { page, close } = await seen(path, { given: told({ ...october, ...worth }) });
    await page.getByText('rugi Rp60.000').waitFor();
    const shown = await cells(page, 'Oktober 2026');
    const spent = [october.spendRupiah, october.costPerRenewal ?? 0].map(formatRupiah).join(' ');
    expect(shown).toContain(`${spent} per perpanjangan ${extra}`);
    expect(shown).toContain('−Rp60.000');
    await close();
  });

  it('says from which day on it tells what a month earned', async () => {
    const { page, close } = await seen('/renewals?from=2026-10&view=worth&month=2026-10');
    await page.getByText('Baru dihitung mulai 31 Desember 2026').first().waitFor();
    await close();
  });

  const nobodyHeldOut = () => ({
    ...october,
    effect: {
      ...{ ...october.effect, points: null, low: null, high: null },
      heldOut: { due: 0, renewed: 0 },
    },
  });
  /** Whatever months the page asks for, it is told this one. */
  const told = (item: Renewals) => (page: Page) => {
    const json: Answer = { items: [item], overall: { effect: item.effect } };
    return page.route('**/api/renewals?*', (route) => route.fulfill({ json }));
  };
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { type Answer, begin, cells, end, october, seen, url } from './renewals-given.ts';

beforeAll(begin);
afterAll(end);

describe('what reminding is worth', () => {
  const points = (value: number) =>
    `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(1).replace('.', ',')}`;
  const rupiah = (value: number) => `Rp${new Intl.NumberFormat('id-ID').format(Math.abs(value))}`;

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
    const { page, close } = await seen('/');
    await page.route('**/api/renewals?*', (route) =>
      route.fulfill({ json: answerOf(nobodyHeldOut) }),
    );
    await page.goto(`${url}/renewals?from=2026-10&to=2026-10&view=effect`);
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
    const { page, close } = await seen('/');
    await page.route('**/api/renewals?*', (route) =>
      route.fulfill({ json: answerOf({ ...october, spendRupiah: 110_000, ...worth }) }),
    );
    await page.goto(`${url}/renewals?from=2026-10&to=2026-10&view=worth`);
    await page.getByText(sentence).waitFor();
    await close();
  });

  it.each([
    [12_300, 'Rp12.300 per perpanjangan tambahan'],
    [null, 'tidak ada perpanjangan tambahan'],
  ])('shows cost beside the contribution it brought, as the API has them', async (each, extra) => {
    const { page, close } = await seen('/');
    const worth = { costPerExtraRenewal: each, extraContribution: 50_000, net: -60_000 };
    await page.route('**/api/renewals?*', (route) =>
      route.fulfill({ json: answerOf({ ...october, ...worth }) }),
    );
    await page.goto(`${url}/renewals?from=2026-10&to=2026-10&view=worth`);
    await page.getByText('rugi Rp60.000').waitFor();
    const shown = await cells(page, 'Oktober 2026');
    const spent = `${rupiah(october.spendRupiah)} ${rupiah(october.costPerRenewal ?? 0)}`;
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
      ...october.effect,
      heldOut: { due: 0, renewed: 0 },
      points: null,
      low: null,
      high: null,
    },
  });
  const answerOf = (cohort: Renewals | (() => Renewals)): Answer => {
    const item = typeof cohort === 'function' ? cohort() : cohort;
    return { items: [item], overall: { effect: item.effect } };
  };
});

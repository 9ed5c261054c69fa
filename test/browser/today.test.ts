import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aPerson, csvOf, header, people, rowOf } from '#local/made-up';
import { asAdmin } from '../stage/calls.ts';
import { faultsFound, fetched, open } from './browser.ts';
import { beginStage, browser, stage, url } from './given.ts';

const [stopped, thanked] = [aPerson(1), aPerson(41)];

/** At 09:20 on Wednesday 11 November 2026: reminders have left, and a payment was confirmed. */
beginStage(async () => {
  await stage.importCsv(csvOf(people(40)));
  await stage.importCsv(`${header},group\n${rowOf(thanked)},Paguyuban Batik Laweyan\n`);
  const { workerId } = await stage.worker(stopped.nik);
  await stage.ask('POST', `/api/workers/${workerId}/stop`, asAdmin({}));
  await stage.faults({ sns: [{ kind: 'accept-then-timeout', count: 1 }] });
  await stage.clockTo('2026-11-11T09:05+07:00');
  await stage.pay({ reference: 'T-1', nik: thanked.nik, amount: 8_400 });
  await stage.clockTo('2026-11-11T09:20+07:00');
});

const see = (page: Page, text: string | RegExp) =>
  page.getByText(text).filter({ visible: true }).first().waitFor();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const preview = async () => {
  const plan = await stage.ask<object>('GET', '/api/plan', asAdmin());
  const asked = { plan, from: '2026-11-11', to: '2026-11-17' };
  return stage.ask<{ total: Record<string, number>; days: readonly object[] }>(
    ...(['POST', '/api/plan/preview', asAdmin(asked)] as const),
  );
};
describe('an admin, in the morning', () => {
  it('reads what leaves in seven days, as the plan’s own preview says', async () => {
    const { page, complaints, close } = await open(browser, { url, role: 'admin' });
    await page.getByRole('list', { name: 'SMS per hari' }).waitFor();
    const { total, days } = await preview();
    expect(total.expectedReminders).toBeGreaterThan(0);
    const said = await page.locator('main').textContent();
    expect(said).toMatch(new RegExp(`Perkiraan SMS\\s*${total.expectedReminders}(?!\\d)`));
    // There is no month to go by, so that what is expected is the most there can be.
    expect(total.mostReminders).toBe(total.expectedReminders);
    expect(said).not.toContain('paling banyak');
    expect(said).toMatch(/Sabtu, 14 Nov\s*1 hari sebelum jatuh tempo, iuran November 2026/);
    expect(
      await page.getByRole('list', { name: 'SMS per hari' }).getByRole('listitem').count(),
    ).toBe(days.length);
    expect(complaints).toEqual([]);
    await close();
  });

  it('reads what left today, and that a confirmation is no reminder', async () => {
    const { page, close } = await open(browser, { url, role: 'admin' });
    const sent = await stage.outbox();
    expect(sent).toHaveLength(41);
    // Of one nobody knows whether it left.
    await see(page, '40 SMS terkirim: 39 pengingat dan 1 konfirmasi pembayaran.');
    await see(page, '1 peserta meminta SMS dihentikan');
    await page.locator('a[href="/attention/unknown"]').getByText('1', { exact: true }).waitFor();
    await close();
  });

  it('reads what the month has cost, against its budget, and is warned where it runs out', async () => {
    const { page, close } = await open(browser, { url, role: 'admin' });
    const { budget } = await stage.ask<{ budget: { spent: number } }>(
      ...(['GET', '/api/runs', asAdmin()] as const),
    );
    await see(page, `Rp${budget.spent.toLocaleString('id-ID')}`);
    await see(page, 'tanpa batas anggaran');
    let of = { spent: 854_600, committed: 904_600, budget: 1_000_000, mark: 80 };
    await page.route(
      '**/api/runs',
      answering((json) => ({ ...json, budget: { ...budget, ...of } })),
    );
    await page.reload();
    await see(page, 'terpakai 85% dari anggaran Rp1.000.000');
    await page.locator('small', { hasText: /^85%$/ }).waitFor();
    await see(page, 'Rp50.000 lagi dicadangkan untuk SMS yang sedang dikirim.');
    await see(page, 'Anggaran SMS bulan ini hampir habis');
    expect(await faultsFound(page)).toEqual([]);
    of = { ...of, budget: 400_000, mark: 100 };
    await page.reload();
    await see(page, 'terpakai 213% dari anggaran Rp400.000');
    expect(await page.getByText('100%').count()).toBe(0);
    await close();
  });

  it('pauses all texts at once, and lets them leave again', async () => {
    const { page, close } = await open(browser, { url, role: 'admin' });
    await press(page, 'Jeda semua SMS');
    await press(page, 'Jeda sekarang');
    await see(page, 'Tidak ada SMS yang dikirim sampai seorang admin melanjutkannya.');
    await see(page, 'Bila pengiriman dilanjutkan sekarang.');
    expect(await stage.ask('GET', '/api/plan', asAdmin())).toMatchObject({ paused: true });
    await press(page, 'Lanjutkan SMS');
    await press(page, /^Lanjutkan: /);
    await page.getByText('Tidak ada SMS yang dikirim').waitFor({ state: 'detached' });
    expect(await stage.ask('GET', '/api/plan', asAdmin())).toMatchObject({ paused: false });
    await close();
  });

  it('puts away what nobody can act on today, for good', async () => {
    const { page, close } = await open(browser, { url, role: 'admin' });
    await page
      .getByRole('button', { name: /^Sembunyikan: / })
      .first()
      .waitFor();
    const notices = page.getByRole('button', { name: /^Sembunyikan: / });
    for (let left = await notices.count(); left > 0; left -= 1) {
      await notices.first().click();
      await expect.poll(() => notices.count()).toBe(left - 1);
    }
    await page.reload();
    await see(page, 'tanpa batas anggaran');
    expect(await notices.count()).toBe(0);
    await close();
  });

  it('counts as owing whoever is in the list behind the number, however late they came', async () => {
    const late = [aPerson(51), aPerson(52)].map((each) => ({ ...each, coveredThrough: '2026-08' }));
    await stage.importCsv(csvOf([...late, aPerson(53, { coveredThrough: '2026-09' })]));
    const { page, close } = await open(browser, { url, role: 'admin' });
    await see(page, 'Menunggak dari bulan sebelumnya');
    expect(await page.locator('main').textContent()).toMatch(/bulan sebelumnya\s*3Sept/);
    await see(page, 'Oktober 2026: 1');
    await see(page, 'dari 41 peserta yang sebelumnya lunas sampai Oktober 2026');
    await see(page, /^dari 41 peserta itu$/);
    await page.route(
      '**/api/members?*',
      answering(({ owing, ...rest }) => ({
        ...rest,
        owing: (owing as Owing[]).map((each) => ({ ...each, workers: each.workers + 2 })),
      })),
    );
    await page.reload();
    await see(page, 'jatuh tempo 16 November 2026. Termasuk 2 yang mulai terlambat.');
    await page.locator('a[href="/workers?month=2026-11"]').getByText('42').waitFor();
    await page.unroute('**/api/members?*');
    await page.reload();
    await page.getByRole('link', { name: 'September 2026: 2' }).click();
    await page.getByRole('heading', { name: /Belum membayar\s*\(2\)/ }).waitFor();
    const { ageing } = await stage.ask<{ ageing: readonly Record<string, unknown>[] }>(
      ...(['GET', '/api/members?from=2026-11&to=2026-11', asAdmin()] as const),
    );
    expect(ageing.map(({ bucket, workers }) => [bucket, workers])).toEqual([
      ['not-due', 40],
      ['1-30', 1],
      ['31-60', 2],
      ['61-to-lapse', 0],
    ]);
    await close();
  });

  it('opens the navigation on a phone, from the bar on top', async () => {
    const { page, close } = await open(browser, { url, role: 'admin', width: 'phone' });
    await press(page, 'Buka navigasi');
    await page.locator('nav').getByRole('link', { name: 'Peserta', exact: true }).click();
    await page.getByRole('heading', { name: 'Peserta', exact: true }).waitFor();
    await close();
  });
});

type Json = Record<string, unknown>;
type Owing = Readonly<{ month: string; workers: number }>;

const answering = (changed: (json: Json) => Json) => async (route: Route) => {
  const response = await fetched(route);
  await route.fulfill({ response, json: changed(await response.json()) });
};

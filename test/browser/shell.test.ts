import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Plan } from '#domain/plan/plan';
import { aPerson, csvOf, people } from '#local/made-up';
import type { UserId } from '#local/sign-in/users';
import type { Role } from '#triggers';
import { asAdmin } from '../stage/calls.ts';
import { faultsFound, open, picture, sidewaysScroll, signInAs } from './browser.ts';
import { beginStage, browser, stage, url } from './given.ts';

/** At 09:05 on 11 November 2026, when 12 who owe November have been reminded in Jakarta's zone. */
beginStage(
  async () => {
    await stage.importCsv(csvOf(people(12)));
    await stage.clockTo('2026-11-11T09:05+07:00');
  },
  { approval: true },
);

const navigation = (page: Page): Promise<readonly string[]> =>
  page.locator('nav li').allTextContents();
const title = (page: Page): Promise<string | null> => page.locator('h1').textContent();

describe('who signs in', () => {
  it.each<[Role, string, readonly string[]]>([
    [
      'admin',
      'Ratna Wulandari',
      [
        'Hari ini',
        'Peserta',
        'Jadwal pengingat',
        'Pengiriman',
        'Aktivitas',
        'Perpanjangan',
        'Pembayaran',
        'Pengaturan',
      ],
    ],
    ['finance', 'Bambang Setiadi', ['Peserta', 'Perpanjangan', 'Pembayaran', 'Tutup buku']],
    ['service', 'Ayu Puspita', ['Peserta']],
  ])('as %s is shown exactly the pages of that role', async (role, name, pages) => {
    const { page, complaints, close } = await open(browser, { url, role });
    expect(await page.locator('#top').textContent()).toContain(name);
    expect(await navigation(page)).toEqual(pages);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each<[Role, string]>([
    ['service', '/plan'],
    ['service', '/renewals'],
    ['service', '/payments'],
    ['service', '/closings'],
    ['admin', '/closings'],
    ['finance', '/plan'],
    ['finance', '/settings'],
    ['finance', '/activity'],
  ])('as %s is told plainly that %s is not for them', async (role, path) => {
    const { page, close } = await open(browser, { url, role, path });
    expect(await title(page)).toBe('Halaman ini bukan untuk peran Anda');
    await close();
  });

  it('is told plainly that there is no such page', async () => {
    const { page, close } = await open(browser, { url, role: 'admin', path: '/nothing' });
    expect(await title(page)).toBe('Halaman tidak ditemukan');
    await close();
  });
});

describe('a session that is lost', () => {
  it('comes back to where one was, with what was being written', async () => {
    const { page, close } = await open(browser, {
      url,
      role: 'admin',
      path: '/nothing?kind=failed#there',
      byHand: true,
    });
    await page.evaluate(`sessionStorage.setItem('ingat.draft.plan', '1')`);
    await page.evaluate(spoilToken);
    await page.reload();
    await page.locator('#top').waitFor();
    expect(
      new URL(page.url()).pathname + new URL(page.url()).search + new URL(page.url()).hash,
    ).toBe('/nothing?kind=failed#there');
    expect(await page.evaluate<string>(`sessionStorage.getItem('ingat.draft.plan')`)).toBe('1');
    await close();
  });

  it('asks who one is where the issuer has forgotten it too', async () => {
    const { page, close } = await open(browser, {
      url,
      role: 'admin',
      path: '/nothing?a=b',
      byHand: true,
    });
    await page.context().clearCookies();
    await page.evaluate(spoilToken);
    await page.reload();
    await signInAs(page, 'admin');
    expect(page.url()).toBe(`${url}/nothing?a=b`);
    await close();
  });

  it('ends by signing out, and the next in the same tab chooses anew', async () => {
    const { page, close } = await open(browser, { url, role: 'admin', byHand: true });
    await page.getByRole('button', { name: 'Ratna Wulandari' }).click();
    await page.getByText('Keluar').click();
    await signInAs(page, 'service');
    expect(await page.locator('#top').textContent()).toContain('Ayu Puspita');
    await close();
  });
});

const keyOfUser = "Object.keys(sessionStorage).find((key) => key.startsWith('oidc.user:'))";
const readToken = `JSON.parse(sessionStorage.getItem(${keyOfUser})).access_token`;
const spoilToken = `(() => {
  const key = ${keyOfUser};
  const user = JSON.parse(sessionStorage.getItem(key));
  sessionStorage.setItem(key, JSON.stringify({ ...user, access_token: 'spoilt' }));
})()`;

it('speaks Indonesian first, English when asked, and remembers it', async () => {
  const { page, close } = await open(browser, { url, role: 'admin' });
  expect(await title(page)).toBe('Hari ini');
  await page.getByRole('button', { name: 'Bahasa' }).click();
  await page.getByText('English').click();
  expect(await title(page)).toBe('Today');
  await page.reload();
  await page.locator('#top').waitFor();
  expect([await title(page), await page.locator('html').getAttribute('lang')]).toEqual([
    'Today',
    'en',
  ]);
  await close();
});

it('says what failed and how to go on, and goes on', async () => {
  const { page, complaints, close } = await open(browser, { url, role: 'admin' });
  await page.route('**/api/renewals?*', (route) =>
    route.fulfill({ status: 500, json: { error: { code: 'failed', message: 'x' } } }),
  );
  await page.reload();
  await page.getByText('Data tidak dapat dimuat').first().waitFor();
  expect(complaints).not.toEqual([]);
  await page.unroute('**/api/renewals?*');
  await page.getByRole('button', { name: 'Coba lagi' }).first().click();
  await page.getByText('Belum membayar iuran November 2026').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

describe.each(['id', 'en'] as const)('in %s', (language) => {
  it('axe finds nothing on the page for signing in', async () => {
    const { page, close } = await open(browser, { url, language, width: 'phone' });
    await page.locator('button[value=admin]').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await faultsFound(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await close();
  });
});

describe('whoever did something is called by name', () => {
  const opened = (role: UserId, path: string) => open(browser, { url, role, path });
  /** What a row or an entry says, once it is there. */
  const textOf = (page: Page, about: string | RegExp): Promise<string | null> =>
    page.locator('tbody tr, main li').filter({ hasText: about }).first().textContent();

  it('in the history of the plan, and by whom it was approved', async () => {
    const plan = await stage.ask<Plan>('GET', '/api/plan', asAdmin());
    const steps = plan.steps.map((step) => ({ ...step, at: '10:00' }));
    const headers = { 'if-match': String(plan.version) };
    await stage.ask('PUT', '/api/plan', { ...asAdmin({ ...plan, steps }), headers });
    const { page, close } = await opened('second-admin', '/plan');
    expect(await textOf(page, 'menunggu')).toContain('Ratna Wulandari');
    await page.getByRole('button', { name: /^Lihat versi \d+ yang menunggu$/ }).click();
    await page.getByRole('button', { name: 'Setujui', exact: true }).click();
    expect(await textOf(page, 'disetujui')).toContain('Ratna Wulandari, disetujui Anda');
    await picture(page, 'names-plan');
    await close();
    const first = await opened('admin', '/plan');
    expect(await textOf(first.page, 'disetujui')).toContain('Anda, disetujui Wayan Sudarma');
    await first.close();
  });

  it('in a worker’s timeline', async () => {
    const { workerId } = await stage.worker(aPerson(1).nik);
    await stage.ask('POST', `/api/workers/${workerId}/stop`, { role: 'service', body: '{}' });
    const { page, close } = await opened('admin', `/workers/${workerId}`);
    expect(await textOf(page, 'Oleh')).toContain('Ayu Puspita');
    await picture(page, 'names-worker');
    await close();
  });

  it('in the audit log, also where they were refused', async () => {
    await stage.call('POST', '/api/plan/pause', { role: 'finance' });
    const { page, close } = await opened('second-admin', '/activity');
    await textOf(page, 'WIB');
    const said = await page.locator('tbody').textContent();
    for (const name of ['Ratna Wulandari', 'Wayan Sudarma', 'Bambang Setiadi', 'Ayu Puspita'])
      expect(said).toContain(name);
    expect(said).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
    await picture(page, 'names-activity');
    await close();
  });
});

// The last, as the stage comes back on another port.
it('whoever signed in stays so when the stage is started again', async () => {
  const { page, close } = await open(browser, { url, role: 'finance' });
  const token = await page.evaluate<string>(readToken);
  await close();
  await stage.kill();
  await stage.restart();
  const answer = await fetch(`${stage.url()}/api/me`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(await answer.json()).toMatchObject({
    name: 'Bambang Setiadi',
    roles: ['finance'],
    now: expect.stringMatching(/^2026-11-11T02:/),
  });
});

import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { asAdmin } from '../stage/calls.ts';
import { faultsFound } from './browser.ts';
import {
  anotherSaves,
  begin,
  current,
  isPaused,
  planPage,
  press,
  said,
  save,
  stage,
} from './plan-given.ts';

begin();

/** As the API calls whoever is signed in. */
const ownName = (page: Page): Promise<string> =>
  page.evaluate<string>(
    `JSON.parse(
      Object.entries(sessionStorage).find(([key]) => key.startsWith('oidc.user:'))[1],
    ).profile.sub`,
  );

it('pauses all texts after saying what that does, with a draft at hand that stays', async () => {
  const { page, close } = await planPage();
  await page.getByLabel('Jam setempat').fill('11:00');
  await press(page, 'Jeda semua SMS');
  await said(page, 'Paling lambat satu menit lagi tidak ada SMS yang keluar');
  await said(page, 'SMS yang tertahan menyusul bila dilanjutkan dalam');
  await press(page, 'Jeda sekarang');
  await isPaused(page).waitFor();
  await said(page, 'angka ini berlaku bila pengiriman dilanjutkan');
  expect((await current()).paused).toBe(true);
  await said(page, '1 perubahan belum disimpan');
  await press(page, 'Lanjutkan SMS');
  await press(page, 'Lanjutkan: tidak ada SMS yang menunggu');
  await isPaused(page).waitFor({ state: 'detached' });
  await save(page);
  await said(page, 'berlaku sekarang');
  expect(await current()).toMatchObject({
    paused: false,
    steps: [{ at: '11:00' }, {}, {}, {}, {}],
  });
  await close();
});

it('pauses all texts also while the plan cannot be read, and says what did not happen where it fails', async () => {
  const broken = { status: 500, json: { error: { code: 'failed', message: 'x' } } };
  const { page, close } = await planPage('/plan', async (page) => {
    for (const path of ['**/api/plan', '**/api/plan/pause'])
      await page.route(path, (route) => route.fulfill(broken));
  });
  await said(page, 'Jadwal pengingat: data tidak dapat dimuat');
  await press(page, 'Jeda semua SMS');
  await press(page, 'Jeda sekarang');
  await said(page, 'SMS belum dijeda');
  expect(await page.getByRole('dialog').textContent()).not.toContain('SMS yang tertahan');
  await page.unroute('**/api/plan/pause');
  await press(page, 'Jeda sekarang');
  await isPaused(page).waitFor();
  expect((await current()).paused).toBe(true);
  await stage.ask('POST', '/api/plan/resume', asAdmin());
  await close();
});

it('goes back to an earlier version after seeing what changes', async () => {
  const { page, close } = await planPage();
  await press(page, 'Pulihkan versi 2');
  expect(await page.getByRole('dialog').textContent()).toContain('5 hari sebelum jatuh tempo');
  await press(page, 'Pulihkan');
  await said(page, 'Tersimpan. Versi');
  expect((await current()).steps[0]).toMatchObject({ offsetDays: -5, at: '09:00' });
  await close();
});

it('sends the text as it stands on the page to a phone for samples, and to nobody else', async () => {
  const { page, close } = await planPage();
  const values = { time: '21:00', from: '20:00', to: '08:00' };
  const issues = [{ path: '', code: 'sample-at-night', values, reason: 'It is 21:00' }];
  const atNight = {
    status: 409,
    json: { error: { code: 'conflict', message: 'It is 21:00 in Jakarta', issues } },
  };
  await said(page, 'Belum ada nomor penerima contoh.');
  await page.getByRole('link', { name: 'Tambahkan di Pengaturan' }).click();
  await page.getByRole('textbox', { name: 'Nomor HP penerima contoh' }).fill('0870 0000 0099');
  await press(page, 'Tambah nomor penerima contoh');
  await press(page, 'Simpan');
  await said(page, 'Tersimpan. Versi');
  await page.getByRole('link', { name: 'Contoh dikirim dari Jadwal pengingat.' }).click();
  // The settings have a text of the same name, for confirmations.
  await page.getByRole('button', { name: 'Kirim contoh' }).waitFor();
  const written = page.getByLabel('Teks SMS', { exact: true }).first();
  await written.fill('Yth. {name}, contoh draf {months} {amount}.');
  const { version } = await current();
  await page.route('**/api/plan/test', (route) => route.fulfill(atNight));
  await press(page, 'Kirim contoh');
  await said(page, 'Sekarang pukul 21.00 WIB, dan dari 20.00 sampai 08.00 tidak ada SMS');
  await page.unroute('**/api/plan/test');
  await press(page, 'Kirim contoh');
  await said(page, 'Contoh terkirim');
  expect(await stage.outbox('+6287000000099')).toMatchObject([
    { text: expect.stringContaining('Yth. Siti Contoh, contoh draf') },
  ]);
  expect(await current()).toMatchObject({ version, onlyTo: null });
  await written.fill('');
  await press(page, 'Kirim contoh');
  await said(page, 'Contoh tidak terkirim');
  expect(await faultsFound(page)).toEqual([]);
  await close();
  await anotherSaves({ testPhones: [] });
});

it('shows what waits for a second admin, who is asked, and that nobody approves their own', async () => {
  const { page, close } = await planPage();
  const plan = await current();
  const view = (version: number, savedBy: string, status: string) => ({
    ...{
      version,
      status,
      savedAt: '2026-11-13T02:00:00.000Z',
      savedBy,
      savedByName: null,
      replaces: plan.version,
    },
    ...{ approvedAt: null, approvedBy: null, approvedByName: null },
    plan: { ...plan, version, catchUpDays: version },
  });
  const items = [
    view(91, await ownName(page), 'pending'),
    { ...view(90, 'another', 'pending'), savedByName: 'Wayan Proyek' },
    { ...view(plan.version, 'x', 'current'), plan, replaces: 1 },
    { ...view(2, 'x', 'superseded'), replaces: 1 },
    { ...view(1, 'deployment', 'superseded'), replaces: null },
  ];
  await page.route('**/api/plan/versions', (route) => route.fulfill({ json: { items } }));
  await page.route('**/api/plan', async (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({
          status: 202,
          json: { ...plan, version: 92, status: 'pending', behind: [] },
        })
      : route.continue(),
  );
  await page.route('**/api/plan/approve', (route) =>
    route.fulfill({
      json: {
        ...plan,
        version: 90,
        status: 'current',
        behind: [],
        warning: { code: 'schedules-behind', values: {}, reason: 'They could not be updated' },
      },
    }),
  );
  await page.reload();
  await said(page, 'Usulan Anda: admin lain yang menyetujui');
  for (const name of [/^90 menunggu .*Wayan Proyek/, /^2 gugur /, /^1 lama .*konfigurasi awal/])
    await page.getByRole('row', { name }).waitFor();
  await press(page, 'Jeda semua SMS');
  await said(page, 'Usulan yang menunggu persetujuan gugur');
  await press(page, 'Kembali');
  await press(page, 'Lihat versi 91 yang menunggu');
  expect(await page.getByRole('dialog').textContent()).toContain('91 hari');
  await press(page, 'Kembali');
  await page.getByLabel('Hari dari jatuh tempo').fill('-2');
  await save(page);
  await said(page, 'Versi 92 menunggu persetujuan');
  await page.getByText('perubahan belum disimpan').waitFor({ state: 'detached' });
  await press(page, 'Lihat versi 90 yang menunggu');
  expect(await page.getByRole('dialog').textContent()).toContain('90 hari');
  await press(page, 'Setujui');
  await said(
    page,
    'Jadwal tersimpan dan berlaku, tetapi SMS mungkin masih keluar pada jam yang lama',
  );
  await close();
});

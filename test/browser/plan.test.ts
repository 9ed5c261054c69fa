import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '#domain/plan/plan';
import { aPerson, csvOf, people } from '#local/made-up';
import { asAdmin } from '../stage/calls.ts';
import { startTestStage, type TestStage } from '../stage/stage.ts';
import { faultsFound, open, type Seen, startBrowser } from './browser.ts';

let stage: TestStage;
let browser: Browser;
let url: string;

/** Tuesday 10 November 2026, the day before `before`: 12 owe November in Jakarta's zone. */
beforeAll(async () => {
  [stage, browser] = await Promise.all([
    startTestStage({ now: '2026-11-10T08:00+07:00' }),
    startBrowser(),
  ]);
  url = stage.url();
  await stage.importCsv(csvOf(people(12)));
  await stage.clockBy('PT1M');
});
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

const current = (): Promise<Plan> => stage.ask('GET', '/api/plan', asAdmin());
const anotherSaves = async (facts: Partial<Plan>): Promise<Plan> => {
  const plan = await current();
  return stage.ask('PUT', '/api/plan', {
    ...asAdmin({ ...plan, ...facts }),
    headers: { 'if-match': String(plan.version) },
  });
};
const planPage = (path = '/plan'): Promise<Seen> => open(browser, { url, role: 'admin', path });
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
/** What changes people, money or measurement is asked about once more. */
const save = async (page: Page): Promise<void> => {
  await press(page, 'Simpan');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Simpan/ })
    .click();
};
const said = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor();
/** What the browser itself says of a 400 or 409 that the page then puts into words. */
const complaintsOf = ({ complaints }: Seen): readonly string[] =>
  complaints.filter((text) => !/status of 4\d\d/.test(text));

const isPaused = (page: Page): Locator => page.getByText('Semua SMS dijeda', { exact: true });

/** As the API calls whoever is signed in. */
const ownName = (page: Page): Promise<string> =>
  page.evaluate<string>(
    `JSON.parse(Object.entries(sessionStorage).find(([key]) => key.startsWith('oidc.user:'))[1]).profile.sub`,
  );

describe('an admin moves a step', () => {
  it('with the arrow keys, reads what that does, saves it, and the texts leave on that day', async () => {
    const seen = await planPage();
    const { page, close } = seen;
    await said(page, 'Sesuai dengan draf');
    const before = page.getByRole('slider', { name: 'Tahap 5 hari sebelum jatuh tempo' });
    await before.focus();
    for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    expect(await before.getAttribute('aria-valuetext')).toBe('3 hari sebelum jatuh tempo, 09.00');
    await page
      .locator('.calendar-step', { hasText: '3 hari sebelum jatuh tempo' })
      .first()
      .waitFor();
    expect(await page.locator('.calendar-step').first().textContent()).toMatch(
      /12 SMS\s*3 hari sebelum jatuh tempo\s*Rp31.680/,
    );
    await said(page, /Perkiraan 60 hari: tetap \d+ SMS · Rp[\d.]+/);
    await press(page, 'Simpan');
    const asked = page.getByRole('dialog', { name: 'Simpan perubahan ini?' });
    expect(await asked.textContent()).toMatch(/5 hari sebelum[\s\S]*→[\s\S]*3 hari sebelum/);
    const last = asked.getByRole('button', {
      name: /^Simpan: mulai 13 November 2026 \d+ SMS, Rp[\d.]+$/,
    });
    await last.waitFor();
    expect(await faultsFound(page)).toEqual([]);
    await last.click();
    await said(page, 'Tersimpan. Versi 3 berlaku sekarang.');
    expect(await faultsFound(page)).toEqual([]);
    expect((await current()).steps[0]).toMatchObject({ id: 'before', offsetDays: -3 });
    await stage.clockTo('2026-11-12T23:00+07:00');
    expect(await stage.outbox()).toEqual([]);
    await stage.clockTo('2026-11-13T09:30+07:00');
    expect(await stage.outbox()).toHaveLength(12);
    expect(complaintsOf(seen)).toEqual([]);
    await close();
  });

  it('in its field, and loses nothing by a refresh or a look at the settings', async () => {
    const { page, close } = await planPage();
    await page.getByLabel('Hari dari jatuh tempo').fill('-4');
    await said(page, '1 perubahan belum disimpan');
    await page.getByRole('link', { name: /ada di Pengaturan/ }).click();
    await page.getByLabel('Batas hari pengiriman susulan').fill('2');
    await said(page, '2 perubahan belum disimpan');
    await page.reload();
    await said(page, '2 perubahan belum disimpan');
    await press(page, 'Lihat perubahan');
    expect(await page.getByRole('dialog').textContent()).toMatch(
      /Batas hari pengiriman susulan[\s\S]*1 hari →[\s\S]*2 hari/,
    );
    await page.keyboard.press('Escape');
    await press(page, 'Batalkan perubahan');
    expect(await page.getByRole('dialog').textContent()).toMatch(
      /Batas hari pengiriman susulan[\s\S]*1 hari →[\s\S]*2 hari/,
    );
    await press(page, 'Kembali');
    await said(page, '2 perubahan belum disimpan');
    await press(page, 'Batalkan perubahan');
    await press(page, 'Ya, batalkan');
    await page.getByText('perubahan belum disimpan').waitFor({ state: 'detached' });
    await close();
  });
});

describe('an admin who is asked before it is saved', () => {
  it('reads what a step less costs, and that nobody is reminded without any; going back saves nothing', async () => {
    const { page, close } = await planPage();
    const { version, steps } = await current();
    await said(page, 'Sesuai dengan draf');
    for (const toggle of await page.locator('tr input[type="checkbox"]').all())
      if (await toggle.isChecked()) await toggle.click({ force: true });
    expect(steps.length).toBeGreaterThan(0);
    await said(page, /Perkiraan 60 hari: \d+ → 0 SMS · Rp[\d.]+ → Rp0 \(-100%\)/);
    await press(page, 'Simpan');
    const asked = page.getByRole('dialog', { name: 'Simpan perubahan ini?' });
    await asked.getByText('Tidak ada tahap yang aktif').waitFor();
    await asked.getByRole('button', { name: 'Simpan: tidak ada SMS dalam 60 hari' }).waitFor();
    await press(page, 'Kembali');
    expect((await current()).version).toBe(version);
    await press(page, 'Batalkan perubahan');
    await press(page, 'Ya, batalkan');
    await close();
  });
});

describe('an admin writes a text', () => {
  it('is told at its place what is wrong, in their language, while they write', async () => {
    const seen = await planPage();
    const { page, close } = seen;
    const text = page.getByLabel('Teks SMS', { exact: true });
    await text.fill('Yth. {name}, bayar {amout} di www.bayar.com');
    await said(page, '{amout} tidak dikenal');
    expect(await text.getAttribute('aria-invalid')).toBe('true');
    await said(page, '1 isian belum benar');
    expect(await faultsFound(page)).toEqual([]);
    await press(page, 'Simpan');
    await said(page, 'Belum dapat disimpan');
    await text.fill(`Yth. {name}, ${'bayar '.repeat(24)}`);
    await said(page, '2 dari 1 bagian SMS');
    expect(complaintsOf(seen)).toEqual([]);
    await close();
  });

  it('sees it on a phone with a worker’s own facts, and why it would not be sent', async () => {
    const { nik, phone } = aPerson(3);
    const { workerId } = await stage.worker(nik);
    await stage.ask('POST', `/api/workers/${workerId}/stop`, asAdmin({}));
    const { page, close } = await planPage();
    await page.getByRole('slider', { name: 'Tahap 1 hari sebelum jatuh tempo' }).click();
    await page.getByLabel('Contoh dengan data peserta').fill(phone);
    await press(page, 'Cari');
    await said(
      page,
      'Yth. Siti D, iuran BPJS Ketenagakerjaan Nov 2026 Rp8.400 jatuh tempo 16 November.',
    );
    await said(page, 'Tidak akan dikirim: peserta meminta SMS dihentikan');
    expect(page.url()).not.toContain(phone.slice(1));
    await close();
  });
});

describe('two admins at once', () => {
  it('whoever comes second sees both, and keeps both', async () => {
    const { page, close } = await planPage();
    await page.getByLabel('Jam setempat').fill('10:00');
    await said(page, '1 perubahan belum disimpan');
    const { version } = await anotherSaves({ catchUpDays: 3 });
    await save(page);
    await said(page, `Versi ${version} sudah disimpan lebih dulu`);
    const dialog = page.getByRole('dialog');
    expect(await dialog.textContent()).toMatch(
      /Diubah di versi \d+\s*Batas hari pengiriman susulan[\s\S]*Diubah oleh Anda\s*3 hari sebelum jatuh tempo · Jam/,
    );
    expect(await faultsFound(page)).toEqual([]);
    await press(page, 'Gabungkan dengan perubahan saya');
    await save(page);
    await said(page, `Tersimpan. Versi ${version + 1} berlaku sekarang.`);
    const plan = await current();
    expect([plan.catchUpDays, plan.steps[0]?.at]).toEqual([3, '10:00']);
    await close();
  });

  it('a pause in between is undone by nobody’s saving', async () => {
    const { page, close } = await planPage('/settings');
    await page.getByLabel('Batas hari pengiriman susulan').fill('1');
    await stage.ask('POST', '/api/plan/pause', asAdmin());
    await press(page, 'Simpan');
    await said(page, 'sudah disimpan lebih dulu');
    await press(page, 'Gabungkan dengan perubahan saya');
    await press(page, 'Simpan');
    await isPaused(page).waitFor();
    await page.getByText('perubahan belum disimpan').waitFor({ state: 'detached' });
    expect(await current()).toMatchObject({ paused: true, catchUpDays: 1 });
    await stage.ask('POST', '/api/plan/resume', asAdmin());
    await close();
  });
});

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
  const { page, close } = await planPage();
  const broken = { status: 500, json: { error: { code: 'failed', message: 'x' } } };
  for (const path of ['**/api/plan', '**/api/plan/pause'])
    await page.route(path, (route) => route.fulfill(broken));
  await page.reload();
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

it('adds a step, switched off until it says something, and takes it away again', async () => {
  const { page, close } = await planPage();
  await press(page, 'Tambah tahap');
  await said(page, 'belum diisi: bahasa tanpa teks menerima teks Bahasa Indonesia');
  await page
    .getByLabel('Teks SMS', { exact: true })
    .fill('Yth. {name}, iuran {months} {amount} ditunggu.');
  await page.getByText('belum diisi').first().waitFor({ state: 'detached' });
  await page.getByText('Tahap aktif', { exact: true }).click();
  await said(page, '14 hari setelah jatuh tempo');
  await press(page, 'Hapus tahap');
  await page.getByText('perubahan belum disimpan').waitFor({ state: 'detached' });
  await close();
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

it('is no page of finance or service, by address either', async () => {
  for (const role of ['finance', 'service'] as const) {
    const { page, close } = await open(browser, { url, role, path: '/plan' });
    await said(page, 'Halaman ini bukan untuk peran Anda');
    await close();
  }
});

it('says what failed and how to go on', async () => {
  const { page, close } = await planPage();
  await page.route('**/api/plan/preview', (route) =>
    route.fulfill({ status: 500, json: { error: { code: 'failed', message: 'x' } } }),
  );
  await page.reload();
  await said(page, 'Pratinjau tidak dapat dihitung');
  await said(page, 'Contoh tidak dapat disusun');
  expect(await page.getByText('Menghitung').count()).toBe(0);
  await page.unroute('**/api/plan/preview');
  await press(page, 'Coba lagi');
  await said(page, 'Sesuai dengan draf');
  await close();
});

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aPerson } from '#local/made-up';
import { asAdmin } from '../stage/calls.ts';
import { faultsFound, open, type Seen } from './browser.ts';
import {
  anotherSaves,
  begin,
  browser,
  current,
  isPaused,
  planPage,
  press,
  said,
  save,
  stage,
  url,
} from './plan-given.ts';

begin();

/** What the browser itself says of a 400 or 409 that the page then puts into words. */
const complaintsOf = ({ complaints }: Seen): readonly string[] =>
  complaints.filter((text) => !/status of 4\d\d/.test(text));

it('a preview says how many there are at most on a day on which none is expected, and why more are expected than if nobody pays', async () => {
  const { page, complaints, close } = await planPage();
  await page.route('**/api/plan/preview', async (route) => {
    const answer = await route.fetch();
    const { days, total, ...preview } = await answer.json();
    const counts = { reminders: 300, expectedReminders: 320, mostReminders: 500 };
    const confirmations = [{ ...total, month: '2026-11', expectedReminders: 90 }];
    const more = { total: { ...total, ...counts }, confirmations, pastCohorts: 6 };
    const unexpected = { expectedReminders: 0, expectedCostRupiah: 0, mostReminders: 21_622 };
    const [first, ...others] = days;
    const json = { ...preview, ...more, days: [{ ...first, ...unexpected }, ...others] };
    await route.fulfill({ response: answer, json });
  });
  await page.reload();
  const onDay = page.locator('.calendar-step');
  await onDay.first().waitFor();
  expect(await onDay.first().textContent()).toBe('maks. 21.622 SMS5 hari sebelum jatuh tempo');
  expect(await onDay.nth(1).textContent()).toMatch(/^\d+ SMS.*Rp/);
  await said(page, 'paling banyak 500; 300 bila tidak ada lagi yang membayar');
  await said(page, 'karena setiap pembayaran dikonfirmasi lewat SMS.');
  expect(complaints).toEqual([]);
  await close();
});

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
    await said(page, /Perkiraan 60 hari: \d+ → 0 SMS · Rp[\d.]+ → Rp0 \(−100%\)/);
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
    const { page, close } = await open(browser, { url, role: 'second-admin', path: '/plan' });
    await page.getByLabel('Jam setempat').fill('10:00');
    await said(page, '1 perubahan belum disimpan');
    const { version } = await anotherSaves({ catchUpDays: 3 });
    await save(page);
    await said(page, `Versi ${version} sudah disimpan lebih dulu`);
    const dialog = page.getByRole('dialog');
    await dialog
      .getByText(/^Disimpan oleh Ratna Wulandari pada 1\d Nov 2026, \d\d\.\d\d WIB\. Pilih/)
      .waitFor();
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

it('is no page of finance or service, by address either', async () => {
  for (const role of ['finance', 'service'] as const) {
    const { page, close } = await open(browser, { url, role, path: '/plan' });
    await said(page, 'Halaman ini bukan untuk peran Anda');
    await close();
  }
});

it('says what failed and how to go on', async () => {
  const given = (page: Page) =>
    page.route('**/api/plan/preview', (route) =>
      route.fulfill({ status: 500, json: { error: { code: 'failed', message: 'x' } } }),
    );
  const { page, close } = await planPage('/plan', given);
  await said(page, 'Pratinjau tidak dapat dihitung');
  await said(page, 'Contoh tidak dapat disusun');
  expect(await page.getByText('Menghitung').count()).toBe(0);
  await page.unroute('**/api/plan/preview');
  await press(page, 'Coba lagi');
  await said(page, 'Sesuai dengan draf');
  await close();
});

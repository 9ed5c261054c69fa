import { describe, expect, it } from 'vitest';
import { csvOf, people } from '#local/made-up';
import { faultsFound, fetched, open } from './browser.ts';
import { beginStage, browser, stage, url } from './given.ts';

/**
 * At 09:05 on Wednesday 11 November 2026: of 12 who owe November 11 were reminded, and of one
 * nobody knows.
 */
beginStage(async () => {
  await stage.importCsv(csvOf(people(12)));
  await stage.faults({ sns: [{ kind: 'accept-then-timeout', count: 1 }] });
  await stage.clockTo('2026-11-11T09:05+07:00');
});

describe('an admin who looks at what was sent', () => {
  it('reads each run in words, and goes back a day', async () => {
    const { page, complaints, close } = await open(browser, { url, role: 'admin', path: '/runs' });
    const run = page.getByRole('row', { name: '09.00 WIB' });
    await run.getByText('11 terkirim').waitFor();
    await run.getByText('5 hari sebelum jatuh tempo').waitFor();
    expect(await run.textContent()).toMatch(/5 hari sebelum jatuh tempo\s*Iuran November 2026/);
    expect(await run.textContent()).toMatch(/1 tidak diketahui/);
    expect(await run.textContent()).toMatch(/Selesai\s*Semua peserta sudah ditangani/);
    await page.getByRole('button', { name: 'Hari sebelumnya' }).click();
    await page.getByText('Tidak ada pengiriman pada tanggal ini').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Pengiriman 10 November 2026' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('reads what the month costs on the days of that month alone', async () => {
    const { page, close } = await open(browser, { url, role: 'admin', path: '/runs' });
    await page.getByRole('heading', { name: 'Biaya SMS November 2026' }).waitFor();
    await page.goto(`${url}/runs?date=2026-10-31`);
    await page.getByText('Tidak ada pengiriman pada tanggal ini').waitFor();
    expect(await page.getByText('Biaya SMS').count()).toBe(0);
    await close();
  });

  it('does not read that everybody was handled while a trial withholds some', async () => {
    const { page, close } = await open(browser, {
      ...{ url, role: 'admin', path: '/runs' },
      given: (page) =>
        page.route('**/api/runs?*', async (route) => {
          const answer = await fetched(route);
          const { items, ...rest } = await answer.json();
          const withheld = items.map((run: object) => ({ ...run, withheld: 45 }));
          await route.fulfill({ response: answer, json: { ...rest, items: withheld } });
        }),
    });
    const run = page.getByRole('row', { name: '09.00 WIB' });
    await run.getByText('45 tertahan selama uji coba').waitFor();
    expect(await run.textContent()).toMatch(/Sebagian tertahan\s*Peserta lainnya sudah ditangani/);
    expect(await page.getByText('Semua peserta sudah ditangani').count()).toBe(0);
    await close();
  });

  it('continues one that is not finished, and finds that in the activity', async () => {
    const { page, close } = await open(browser, { url, role: 'admin', path: '/activity' });
    // The stage is too quick to be caught with a run half done.
    await page.route('**/api/runs?*', async (route) => {
      const answer = await fetched(route);
      const { items, ...rest } = await answer.json();
      await route.fulfill({
        response: answer,
        json: { ...rest, items: items.map((run: object) => ({ ...run, finished: false })) },
      });
    });
    await page.locator('nav').getByRole('link', { name: 'Pengiriman', exact: true }).click();
    await page.getByText('Belum semua peserta ditangani').first().waitFor();
    await page
      .getByRole('button', { name: 'Lanjutkan 5 hari sebelum jatuh tempo, 09.00 WIB' })
      .click();
    await page.getByText('Semua bagian sudah selesai; tidak ada yang perlu dilanjutkan.').waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    await page.goto(`${url}/activity`);
    const retried = page
      .getByRole('row')
      .filter({ hasText: 'Melanjutkan pengiriman yang belum selesai' });
    expect(await retried.textContent()).toMatch(/Ratna Wulandari\s*Admin/);
    expect(await retried.textContent()).toContain('Selesai');
    await retried.getByRole('link', { name: 'Pengiriman 11 Nov 2026' }).click();
    await page.getByRole('heading', { name: 'Pengiriman 11 November 2026' }).waitFor();
    await close();
  });

  it('reads who imported whom the day before, without those who only looked', async () => {
    const { page, close } = await open(browser, {
      url,
      role: 'admin',
      path: '/activity?date=2026-11-10',
    });
    const imported = page.getByRole('row').filter({ hasText: 'Mengirim file peserta' });
    expect(await imported.textContent()).toContain(
      'Diimpor: 12 baru, 0 diperbarui, 0 tetap, 0 ditolak, 0 tidak sesuai dengan data tersimpan',
    );
    const changed = page.getByRole('row').filter({ hasText: 'Mengubah jadwal pengingat' });
    await changed.getByText('Versi 1 diganti dengan versi 2').waitFor();
    await changed.getByRole('link', { name: 'Jadwal versi 2' }).click();
    await page.getByRole('dialog').getByText('Kelompok pembanding').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Tutup' }).first().click();
    await page.waitForURL(`${url}/plan`);
    await stage.worker(people(1)[0]?.nik ?? '');
    await page.goto(`${url}/activity`);
    await page.getByText('Mencari peserta menurut NIK').first().waitFor();
    await page.getByText('Sembunyikan aktivitas melihat data').click();
    expect(await page.getByText('Mencari peserta menurut NIK').count()).toBe(0);
    await close();
  });

  it('comes from Today to the text of which nobody knows, and on by the keyboard', async () => {
    const { page, close } = await open(browser, { url, role: 'admin' });
    await page.locator('a[href="/attention/unknown"]').click();
    await page.getByText('Tidak diketahui').first().waitFor();
    await page.getByText('Penyedia SMS tidak menjawab pada waktunya').waitFor();
    expect(await page.locator('a[href^="/workers/wrk_"]').count()).toBe(1);
    await page.getByRole('tab', { name: 'Tidak diketahui' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('Tidak ada SMS yang gagal').waitFor();
    expect(new URL(page.url()).pathname).toBe('/attention/failed');
    await close();
  });

  it('is told when the runs did not come, and tries again', async () => {
    const { page, close } = await open(browser, { url, role: 'admin', path: '/payments' });
    const failing = { status: 500, json: { error: { code: 'failed', message: 'x' } } };
    await page.route('**/api/runs?*', (route) => route.fulfill(failing));
    await page.locator('nav').getByRole('link', { name: 'Pengiriman', exact: true }).click();
    await page.getByText('Data tidak dapat dimuat').waitFor();
    await page.unroute('**/api/runs?*');
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await page.getByText('11 terkirim').waitFor();
    await close();
  });
});

it.each(['/runs', '/activity'])('%s is not for finance, by address either', async (path) => {
  const { page, close } = await open(browser, { url, role: 'finance', path });
  await page.getByText('Halaman ini bukan untuk peran Anda').waitFor();
  await close();
});

it('an admin is told on Today of work that is stuck, and what follows from it', async () => {
  const { page, close } = await open(browser, { url, role: 'admin', path: '/plan' });
  const stuck = {
    kind: 'dead-letter',
    id: 'send-reminders',
    at: '2026-11-11T02:05:00.000Z',
    queue: 'send-reminders',
    count: 2,
  };
  await page.route('**/api/attention?kind=dead-letter', (route) =>
    route.fulfill({ json: { items: [stuck] } }),
  );
  await page.route('**/api/attention/totals', (route) =>
    route.fulfill({ json: { items: [{ kind: 'dead-letter', workers: 2, isAll: true }] } }),
  );
  await page.locator('nav').getByRole('link', { name: 'Hari ini' }).click();
  await page.locator('a[href="/attention/dead-letter"]').getByText('2', { exact: true }).click();
  await page.getByText('Sebagian peserta terlambat menerima SMS').waitFor();
  expect(await faultsFound(page)).toEqual([]);
  await close();
});

it('an admin is told on Today of a step that halted itself, and lets it go on', async () => {
  const { page, complaints, close } = await open(browser, { url, role: 'admin', path: '/plan' });
  const halted = {
    ...{ date: '2026-11-11', step: 'before', planVersion: 2 },
    planned: { anchor: 'due', offsetDays: -5 },
    zones: ['Asia/Jakarta', 'Asia/Makassar'],
    ...{ sent: 44, failed: 5, unknown: 1, overParts: 0 },
  };
  let waiting = [halted];
  const released: unknown[] = [];
  await page.route('**/api/runs', async (route) => {
    const answer = await fetched(route);
    await route.fulfill({ response: answer, json: { ...(await answer.json()), halted: waiting } });
  });
  await page.route('**/api/runs/release', async (route) => {
    released.push(route.request().postDataJSON());
    waiting = [];
    await route.fulfill({ status: 202, json: { queued: 8 } });
  });
  await page.locator('nav').getByRole('link', { name: 'Hari ini' }).click();
  await page
    .getByText('SMS “5 hari sebelum jatuh tempo” tanggal 11 November 2026 ditahan')
    .waitFor();
  await page.getByText('Dari 50 SMS pertama: 44 terkirim, 5 gagal, 1 tidak diketahui.').waitFor();
  await page.getByText('Peserta lainnya (WIB, WITA) menunggu keputusan admin.').waitFor();
  expect(await faultsFound(page)).toEqual([]);
  await page.getByRole('button', { name: /^Kirim sisanya: 5 hari/ }).click();
  await page
    .getByRole('dialog')
    .getByText('Tidak ada peserta yang menerima SMS dua kali')
    .waitFor();
  expect(await faultsFound(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Kirim sisanya' }).click();
  await page.getByText('Sisa SMS sedang dikirim.').waitFor();
  await page.getByText('Dari 50 SMS pertama').waitFor({ state: 'detached' });
  expect(released).toEqual([{ date: '2026-11-11', step: 'before' }]);
  expect(complaints).toEqual([]);
  await close();
});

it('what an admin has seen to is off the list for everybody, and the activity says so', async () => {
  const { page, complaints, close } = await open(browser, {
    url,
    role: 'admin',
    path: '/attention/unknown',
  });
  const mark = page.getByRole('button', { name: 'Tandai sudah ditangani' });
  await mark.waitFor();
  expect(await mark.isDisabled()).toBe(true);
  await page.getByText('Semua provinsi').waitFor();
  await page.getByRole('checkbox', { name: 'Pilih semua yang ditampilkan' }).click();
  await page.getByRole('button', { name: 'Tandai 1 sudah ditangani' }).waitFor();
  await page.getByRole('button', { name: /^Sudah ditangani: Siti/ }).click();
  await page.getByText('1 ditandai sudah ditangani, dan hilang dari daftar ini.').waitFor();
  await page.getByText('Tidak ada SMS berstatus tidak diketahui').waitFor();
  await page.getByText('itu jumlah saat SMS dikirim').waitFor();
  await page.getByText('Semua provinsi').waitFor({ state: 'detached' });
  expect(await stage.attention('unknown')).toEqual([]);
  await page.goto(`${url}/activity`);
  await page
    .getByRole('row')
    .filter({ hasText: 'Menandai sudah ditangani' })
    .getByText('Selesai')
    .waitFor();
  expect(complaints).toEqual([]);
  await close();
});

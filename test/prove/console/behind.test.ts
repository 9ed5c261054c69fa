import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { csvOf, people } from '#local/made-up';
import { faultsFound, open } from '../../browser/browser.ts';
import { beginStage, browser, stage } from '../../browser/given.ts';
import { actOnPlan, currentPlan } from '../../stage/plan-calls.ts';

/** Half past six on Wednesday 11 November 2026, the day of `before`. */
beginStage(async () => {
  await stage.importCsv(csvOf([...people(12), ...people(3, { province: 'Bali' }, 13)]));
  await stage.clockTo('2026-11-11T06:30+07:00');
});

const said = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor();
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
const title = 'Waktunya sudah lewat bagi paling banyak 15 peserta';
const line =
  '6 hari sebelum jatuh tempo (iuran November 2026), untuk Selasa, 10 November 2026: 12 peserta di WIB, 3 peserta di WITA. SMS keluar pada Rabu, 11 November 2026, kecuali bagi yang sudah membayar.';

it('an admin who moves a step to yesterday reads who is behind before they save, and after', async () => {
  const { page, close, complaints } = await open(browser, {
    url: stage.url(),
    role: 'admin',
    path: '/plan',
  });
  await said(page, 'Sesuai dengan draf');
  const before = page.getByRole('slider', { name: 'Tahap 5 hari sebelum jatuh tempo' });
  await before.focus();
  await page.keyboard.press('ArrowLeft');
  await said(page, title);
  await said(page, line);
  expect(await faultsFound(page)).toEqual([]);
  await press(page, 'Simpan');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Simpan: mulai 11 November 2026/ })
    .click();
  await said(page, /Versi 3 tersimpan\. Tahap berikut jatuh pada waktu yang sudah lewat/);
  await said(page, line);
  expect(await faultsFound(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

it('an admin who restores the version before reads that nobody is behind any more', async () => {
  const { version } = await currentPlan(stage);
  expect(await actOnPlan(stage, 'restore', version - 1)).toMatchObject({ behind: [] });
  const { page, close } = await open(browser, {
    url: stage.url(),
    role: 'admin',
    path: '/plan',
  });
  await page.getByRole('button', { name: `Pulihkan versi ${version}` }).click();
  await page.getByRole('dialog').getByText(title).waitFor();
  expect(await faultsFound(page)).toEqual([]);
  await close();
});

it('an admin who resumes reads how many texts wait, and what they cost', async () => {
  await actOnPlan(stage, 'pause');
  await stage.clockTo('2026-11-11T09:30+07:00');
  const { page, close } = await open(browser, { url: stage.url(), role: 'admin', path: '/plan' });
  await press(page, 'Lanjutkan SMS');
  // Each of the 15 is one part of Rp2.640.
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Lanjutkan: 15 SMS menunggu, Rp39.600', exact: true })
    .waitFor();
  await close();
});

it('an admin who does not resume yet reads on the first page what waits, and what would leave', async () => {
  const { page, close } = await open(browser, { url: stage.url(), role: 'admin' });
  await page
    .getByText('Bila dilanjutkan sekarang, 15 SMS yang tertahan (Rp39.600) dikirim.')
    .waitFor();
  await page.getByRole('list', { name: 'SMS per hari' }).getByText('Rabu, 11 Nov').waitFor();
  await close();
});

import { expect, it } from 'vitest';
import { currentPlan } from '../stage/plan-calls.ts';
import { faultsFound, open, sidewaysScroll } from './browser.ts';
import { beginStage, browser, stage } from './given.ts';

beginStage();

it('an admin puts a placeholder in where the cursor stands, and reads all of them in Indonesian', async () => {
  const { page, complaints, close } = await open(browser, {
    ...{ url: stage.url(), role: 'admin', path: '/plan' },
  });
  const text = page.getByLabel('Teks SMS', { exact: true });
  await text.fill('Yth. {name}, iuran  ditunggu s.d. {jatuhTempo}.');
  expect(await text.inputValue()).toBe('Yth. {nama}, iuran  ditunggu s.d. {jatuhTempo}.');
  await text.press('Control+Home');
  for (const _ of 'Yth. {nama}, iuran ') await text.press('ArrowRight');
  await page.getByRole('button', { name: '{jumlah}', exact: true }).first().click();
  expect(await text.inputValue()).toBe('Yth. {nama}, iuran {jumlah} ditunggu s.d. {jatuhTempo}.');
  await page.getByRole('tab', { name: /^Jawa/ }).click();
  await page.getByText('Draf ini belum dibaca penutur asli.').first().waitFor();
  expect(await faultsFound(page)).toEqual([]);
  await page.getByRole('button', { name: 'Pakai draf yang belum diperiksa' }).click();
  expect(await text.inputValue()).toMatch(/^Kagem \{nama\}, iuran/);
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await page
    .getByText(/^Tersimpan\. Versi/)
    .first()
    .waitFor();
  expect((await currentPlan(stage)).steps[0]?.texts).toMatchObject({
    id: 'Yth. {name}, iuran {amount} ditunggu s.d. {dueDate}.',
    jv: expect.stringMatching(/^Kagem \{name\}, iuran/),
  });
  expect(complaints).toEqual([]);
  await close();
});

it('shows the placeholders on a phone, in English to who reads English', async () => {
  const { page, close } = await open(browser, {
    ...{ url: stage.url(), role: 'admin', path: '/plan', width: 'phone', language: 'en' },
  });
  await page.getByRole('button', { name: '{dueDate}', exact: true }).first().waitFor();
  expect(await page.getByLabel('SMS text', { exact: true }).inputValue()).toContain('{dueDate}');
  expect(await sidewaysScroll(page)).toBe(0);
  await close();
});

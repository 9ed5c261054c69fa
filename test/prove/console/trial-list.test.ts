import { expect, it } from 'vitest';
import type { Plan } from '#domain/plan/plan';
import { csvOf, people } from '#local/made-up';
import { faultsFound, open, picture, sidewaysScroll } from '../../browser/browser.ts';
import { beginStage, browser, stage } from '../../browser/given.ts';
import { asAdmin } from '../../stage/calls.ts';

/** Tuesday 10 November 2026, the day before `before`: 12 owe November in Jakarta's zone. */
beginStage(async () => {
  await stage.importCsv(csvOf(people(12)));
  await stage.clockBy('PT1M');
});

const onlyTo = async () => (await stage.ask<Plan>('GET', '/api/plan', asAdmin())).onlyTo;

/** The text of Wednesday 11 November can go out until texts end on the day after. */
const languages = {
  id: {
    ...{ everybody: 'Semua peserta', listed: 'Hanya nomor uji coba', phone: 'Nomor HP' },
    ...{ save: 'Simpan', saving: /^Simpan/ },
    nobodyElse: 'Mulai sekarang hingga 12 peserta tidak menerima SMS',
    lost: 'Hangus, tidak dikirim lagi, bila uji coba belum diakhiri pada 12 Nov 2026, 20.00 WIB.',
    instead: 'Untuk mencoba satu teks saja, gunakan Kirim contoh',
    isOn: 'SMS hanya dikirim ke 1 nomor uji coba',
    leaving: 'juga yang tertahan dan belum melewati batas waktunya',
  },
  en: {
    ...{ everybody: 'All workers', listed: 'Trial phones only', phone: 'Phone' },
    ...{ save: 'Save', saving: /^Save/ },
    nobodyElse: 'From now on up to 12 workers get no text',
    lost: 'Lost for good if the trial has not ended by 12 Nov 2026, 20:00 WIB.',
    instead: 'To try one text, send a sample instead',
    isOn: 'Texts go to 1 trial phone only',
    leaving: 'also those that were withheld and whose time has not run out',
  },
} as const;

it.each([
  ['id', 'wide'],
  ['en', 'phone'],
] as const)(
  'a list of trial phones says whom it costs their text, asks, and warns as long as it lasts, in %s',
  async (language, width) => {
    const words = languages[language];
    const { url } = stage;
    const shape = { url: url(), role: 'admin', language, width } as const;
    const { page, complaints, close } = await open(browser, { ...shape, path: '/plan' });
    await page.getByText(words.listed, { exact: true }).click();
    await page.getByRole('textbox', { name: words.phone, exact: true }).fill('087000000099');
    await page.keyboard.press('Enter');
    await page.getByText('0870 0000 0099', { exact: true }).first().waitFor();
    await page.getByText(words.nobodyElse).first().waitFor();
    const dialog = page.getByRole('dialog');
    const save = page.getByRole('button', { name: words.save, exact: true });
    await save.click();
    for (const said of [words.nobodyElse, words.lost, words.instead])
      await dialog.getByText(said).first().waitFor();
    await picture(page, `trial-asked-${language}`);
    expect(await faultsFound(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await onlyTo()).toBeNull();
    await dialog.getByRole('button', { name: words.saving }).click();
    await page.getByText(words.isOn).first().waitFor();
    expect(await onlyTo()).toEqual(['+6287000000099']);
    await picture(page, `trial-on-${language}`);

    const first = await open(browser, { ...shape, path: '/' });
    await first.page.getByText(words.isOn).first().waitFor();
    await picture(first.page, `trial-on-today-${language}`);
    await first.close();

    await page.getByText(words.everybody, { exact: true }).click();
    await page.getByText(words.leaving).waitFor();
    await save.click();
    await dialog.getByRole('button', { name: words.saving }).click();
    await page.getByText(words.isOn).waitFor({ state: 'detached' });
    expect(await onlyTo()).toBeNull();
    expect(complaints).toEqual([]);
    await close();
  },
);

import type { Locator, Page } from 'playwright-core';
import { aPerson, csvOf, people } from '#local/made-up';
import { asAdmin } from '../stage/calls.ts';
import { beginStage, browser, stage, url } from './given.ts';

export { browser, stage, url };

export const [texted, stopped, noPhone, paid, twin] = [
  aPerson(1),
  aPerson(2),
  aPerson(3, { phone: '' }),
  aPerson(4),
  aPerson(6),
];

/** A family with one phone. */
export const family = [aPerson(5), { ...twin, phone: aPerson(5).phone }];

export const idOf = async (nik: string): Promise<string> => (await stage.worker(nik)).workerId;

/**
 * At 09:05 on Wednesday 11 November 2026: 60 owe November, and the first step has gone out in
 * Jakarta's zone.
 */
export const begin = (): void =>
  beginStage(async () => {
    await stage.importCsv(
      csvOf([
        texted,
        stopped,
        noPhone,
        paid,
        ...family,
        ...people(52, {}, 7),
        ...people(2, { province: 'Papua' }, 70),
      ]),
    );
    await stage.ask('POST', `/api/workers/${await idOf(stopped.nik)}/stop`, asAdmin({}));
    await stage.pay({ reference: 'W-1', nik: paid.nik, amount: 8_400 });
    await stage.clockTo('2026-11-11T09:05+07:00');
  });

export const timeline = async (page: Page): Promise<string> => {
  const list = page.getByRole('list', { name: /Riwayat peserta|happened/ });
  await list.waitFor();
  return (await list.allTextContents()).join();
};

export const dialog = (page: Page) => page.getByRole('dialog');

export const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).click();

export const pressInDialog = (page: Page, name: string) =>
  dialog(page).getByRole('button', { name, exact: true }).click();

/** With real keys, over what is shown. */
export const writeDate = async (input: Locator, figures: string): Promise<void> => {
  await input.click();
  await input.press('ControlOrMeta+A');
  await input.pressSequentially(figures);
};

export const see = (page: Page, text: string | RegExp) =>
  page.getByText(text).filter({ visible: true }).first().waitFor();

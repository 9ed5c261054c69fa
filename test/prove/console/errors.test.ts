import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readSetAside } from '#domain/imports/set-aside';
import { aPerson, csvOf, header, rowOf } from '#local/made-up';
import { open } from '../../browser/browser.ts';
import { beginStage, browser, stage } from '../../browser/given.ts';
import { asAdmin } from '../../stage/calls.ts';

const unlucky = aPerson(1);

/**
 * Of Monday 23 November 2026, 09:05: two texts have failed because of the number, and the third was
 * not sent.
 */
beginStage(async () => {
  await stage.importCsv(csvOf([unlucky, aPerson(2)]));
  await stage.faults({ carrier: { deliveredPercent: 100, deadNumbers: [unlucky.phone] } });
  await stage.clockTo('2026-11-23T09:05+07:00');
});

type Failure = Readonly<{
  error?: { message: string; issues: readonly { reason: string }[] };
  /** Why a file was refused as a whole. */
  problem?: { reason: string } | null;
}>;

/** Every sentence that the API says on a page, as it comes. */
function sentencesOn(page: Page): Set<string> {
  const sentences = new Set<string>();
  page.on('response', async (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith('/_s3/'))
      for (const { reason } of readSetAside(await response.text())) sentences.add(reason);
    if (!pathname.startsWith('/api/')) return;
    const { error, problem }: Failure = await response.json().catch(() => ({}));
    for (const { reason } of [...(error?.issues ?? []), ...(problem ? [problem] : [])])
      sentences.add(reason);
    if (error) sentences.add(error.message);
  });
  return sentences;
}

/** A page in Indonesian that has said what is wrong: in no sentence of the API. */
async function translated(
  page: Page,
  sentences: ReadonlySet<string>,
  least: number,
): Promise<void> {
  await expect.poll(() => sentences.size).toBeGreaterThanOrEqual(least);
  const said = (await page.locator('body').textContent()) ?? '';
  expect([...sentences].filter((sentence) => said.includes(sentence))).toEqual([]);
}

const badLines = [
  rowOf(aPerson(3, { nik: '9972010101000' })),
  rowOf(aPerson(4, { phone: '0212345678' })),
  rowOf(aPerson(5, { province: 'Batavia' })),
  rowOf(aPerson(6, { coveredThrough: '2026-13' })),
  rowOf(aPerson(7, { coveredThrough: '2099-01' })),
  rowOf(aPerson(8, { sector: 'fishing' as never })),
  rowOf(aPerson(2, { coveredThrough: '2026-09' })),
  'garbage',
];

const payments = [
  'reference,channel,nik,amount,paid_at,months',
  `E-2,bank,${unlucky.nik},8400,2026-11-11 09:00,1`,
  `E-2,bank,${unlucky.nik},9000,2026-11-11 09:00,1`,
  `,bank,${unlucky.nik},8400,2026-11-11 09:00,1`,
  `E-3,bank#,${unlucky.nik},8400,2026-11-11 09:00,1`,
  `E-4,bank,${unlucky.nik},much,2026-11-11 09:00,1`,
  `E-5,bank,${unlucky.nik},8400,soon,1`,
  `E-6,bank,${unlucky.nik},8400,2026-11-11 09:00,13`,
].join('\n');

const chooseFile = (page: Page, name: string, text: string): Promise<void> =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

describe('what is wrong is said in Indonesian', () => {
  it.each([
    ['of a roster', 'admin', '/workers/import', [header, ...badLines].join('\n'), 8],
    ['of a header', 'admin', '/workers/import', 'nik,nama,umur\n1,2,3', 1],
    ['of payments', 'finance', '/payments/import', payments, 6],
  ] as const)('%s', async (_, role, path, text, least) => {
    const { page, close } = await open(browser, { url: stage.url(), role, path });
    const sentences = sentencesOn(page);
    await chooseFile(page, 'berkas.csv', text);
    await page
      .getByText(/Hasil pemeriksaan|File ini tidak dapat diimpor/)
      .first()
      .waitFor();
    await translated(page, sentences, least);
    await close();
  });

  it('of a correction', async () => {
    const { workerId } = await stage.worker(unlucky.nik);
    const path = `/workers/${workerId}`;
    const { page, close } = await open(browser, { url: stage.url(), role: 'admin', path });
    const sentences = sentencesOn(page);
    await page.getByRole('button', { name: 'Perbaiki data', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nama', { exact: true }).fill('');
    await dialog.getByLabel('Nomor HP').fill('0212345678');
    await dialog.getByLabel('Penghasilan sebulan').fill('banyak');
    await dialog.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page
      .getByText(/Telepon rumah/)
      .first()
      .waitFor();
    await translated(page, sentences, 3);
    await close();
  });

  it('of a plan', async () => {
    const { page, close } = await open(browser, { url: stage.url(), role: 'admin', path: '/plan' });
    const sentences = sentencesOn(page);
    await page.getByLabel('Hari dari jatuh tempo').first().fill('-90');
    await page
      .getByText(/bukan bilangan bulat dari -60 sampai 60/)
      .first()
      .waitFor();
    await translated(page, sentences, 1);
    await close();
  });

  it.each([
    ['no-such-worker', 'not-found', { workerId: 'wrk_0' }, /Peserta ini tidak ada/],
    ['worker-busy', 'conflict', { workerId: 'wrk_0' }, /sedang diubah orang lain/],
    ['no-role', 'forbidden', { needed: ['admin'] }, /Hanya untuk peran admin/],
  ])('of a call that failed: %s', async (code, outer, values, words) => {
    const issue = { path: '', code, values, reason: 'An English sentence of the API' };
    const error = { code: outer, message: issue.reason, issues: [issue] };
    let sentences = new Set<string>();
    const given = (page: Page) => {
      sentences = sentencesOn(page);
      return page.route('**/api/workers/wrk_*', (route) =>
        route.fulfill({ status: 409, json: { error } }),
      );
    };
    const { page, close } = await open(browser, {
      ...{ url: stage.url(), role: 'admin', path: '/workers/wrk_00000000000000000000', given },
    });
    await page.getByText(words).first().waitFor();
    await translated(page, sentences, 1);
    await close();
  });
});

it('a worker whose number failed twice is said to get no more texts until it is corrected', async () => {
  const { worker } = await stage.ask<{ worker: { workerId: string; texting: object } }>(
    'GET',
    `/api/workers/${(await stage.worker(unlucky.nik)).workerId}`,
    asAdmin(),
  );
  expect(worker.texting).toMatchObject({ status: 'not-texted', reason: 'dead-number', next: null });
  const path = `/workers/${worker.workerId}`;
  const { page, close } = await open(browser, { url: stage.url(), role: 'service', path });
  await page.getByText('tidak ada SMS lagi sampai nomor HP dibetulkan').first().waitFor();
  await page.getByText('Tidak mendapat SMS').first().waitFor();
  await close();
});

it.each([
  ['id', 500, 'Mungkin sebagian sudah dilakukan. Aman untuk mengulang hal yang sama.'],
  ['en', 500, 'It may have been done in part. Doing the same again is safe.'],
  ['id', 503, 'Server sedang sibuk.'],
  ['en', 503, 'The server is busy.'],
] as const)('a fault of ours promises nothing: in %s, %i', async (language, status, sentence) => {
  const path = `/workers/${(await stage.worker(unlucky.nik)).workerId}`;
  const code = status === 500 ? 'failed' : 'busy';
  const given = (page: Page) =>
    page.route('**/api/workers/*', (route) =>
      route.fulfill({ status, json: { error: { code, message: 'made up' } } }),
    );
  const { page, close } = await open(browser, {
    ...{ url: stage.url(), role: 'admin', path, language, given },
  });
  await page.getByText(sentence).first().waitFor();
  await close();
});

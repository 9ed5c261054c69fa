import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cast } from '#local/demo/demo';
import { shapes, startBrowser } from '../browser/browser.ts';
import { faultsOf, type Look, looksAt } from '../browser/looks.ts';
import { asAdmin, callsTo } from '../stage/calls.ts';
import { currentPlan, savePlan } from '../stage/plan-calls.ts';
import { kill, spawned, until } from '../stage/process.ts';

/** The demo is of 2,000 workers, so that it becomes a country of 42 million, as it stands or in full. */
const country = 21_000;

const folder = mkdtempSync(join(tmpdir(), 'ingat-looks-'));
const started = spawned('start.ts', ['--data', folder, '--port', '0']);
const url = () =>
  `http://127.0.0.1:${JSON.parse(readFileSync(join(folder, 'local.json'), 'utf8')).port}`;
const stage = callsTo({ url, said: started.said });

let browser: Browser;
let looks: readonly Look[];

/** With what the demo has none of: a second version of the plan, money of nobody, and too little. */
beforeAll(async () => {
  await until(() => started.said().includes('Ctrl-C stops Ingat'), started);
  browser = await startBrowser();
  await savePlan(stage, { testPhones: ['+6287000000100'], monthlyBudgetRupiah: 5_000_000 });
  const body = [
    'reference,channel,nik,amount,paid_at,months',
    'LOOK-1,bank,9972014708959001,8400,2026-11-11T08:30:00+07:00,',
    `LOOK-2,bank,${cast.siti},5000,2026-11-11T08:32:00+07:00,`,
  ].join('\n');
  await stage.ask('POST', '/api/payments/import', { role: 'finance', body });
  const { items } = await stage.ask<{ items: readonly { workerId: string }[] }>(
    ...(['POST', '/api/workers/find', asAdmin({ nik: cast.siti })] as const),
  );
  const worker = items[0]?.workerId ?? '';
  looks = looksAt({ worker, month: '2026-11', final: '2026-08' });
  expect((await currentPlan(stage)).version).toBe(2);
});
afterAll(async () => {
  await browser?.close();
  await kill(started.child);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
});

// Where there is little room; a wide screen is for those who ask for pictures.
it.each(shapes.filter(({ width }) => width !== 'wide'))(
  'each page, view and dialog holds a country’s numbers, in $language on a $width screen',
  async (shape) => {
    expect(await faultsOf({ browser, url: url(), shape, factor: country }, looks)).toEqual([]);
  },
);

// All there is to look at, for people who ask for pictures.
it
  .runIf(process.env.PICTURES)
  .each(
    (['wide', 'tablet', 'phone'] as const).flatMap((width) =>
      (['id', 'en'] as const).flatMap((language) =>
        [1, country].map((factor) => ({ language, width, factor })),
      ),
    ),
  )('is pictured in $language on a $width screen, times $factor', async (asked) => {
  const { factor, ...shape } = asked;
  expect(await faultsOf({ browser, url: url(), shape, factor }, looks)).toEqual([]);
});

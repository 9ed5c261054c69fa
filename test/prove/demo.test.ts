import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cast } from '#local/demo/demo';
import { startBrowser } from '../browser/browser.ts';
import { faultsOf, type Look, looksAt } from '../browser/looks.ts';
import { asAdmin, callsTo } from '../stage/calls.ts';
import { savePlan } from '../stage/plan-calls.ts';
import { kill, spawned, until } from '../stage/process.ts';
import { viewsOf } from '../stage/stage.ts';

const folder = mkdtempSync(join(tmpdir(), 'ingat-demo-'));
const started = spawned('start.ts', ['--data', folder, '--port', '0', '--seed', '2']);
beforeAll(() => until(() => started.said().includes('Ctrl-C stops Ingat'), started));
afterAll(async () => {
  await kill(started.child);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
});

async function said(command: string): Promise<string> {
  const { child, said } = spawned(command, ['--data', folder]);
  expect([await once(child, 'close'), said()]).toEqual([[0, null], expect.any(String)]);
  return said();
}

it('tells how far it is where there is no terminal', () => {
  for (const what of ['Making seven months', 'Playing the morning of 11 November', '  75 %'])
    expect(started.said()).toContain(what);
});

it('shows what a newcomer is told to look at', () => {
  expect(started.said()).toMatch(/Yth. Siti Aminah, iuran BPJS/);
  expect(started.said()).toMatch(/Makassar +\d+ +\d+ +skipped: .*, 1 unknown$/m);
});

const url = () =>
  `http://127.0.0.1:${JSON.parse(readFileSync(join(folder, 'local.json'), 'utf8')).port}`;

it('thanks in the morning those alone who pay that morning', async () => {
  const { outbox } = viewsOf(callsTo({ url, said: started.said }));
  const thanks = (await outbox()).filter(({ text }) => text.includes('sudah kami terima'));
  expect(thanks.map(({ text }) => text.slice(0, 27))).toEqual(['Terima kasih, Sri Hartati. ']);
});

it('makes a past whose counters are right', async () => {
  expect(await said('recount.ts')).toMatch(/[2-9]\d\.\d{3} rows make .* None was wrong\./);
});

it('makes a past that breaks no promise', async () => {
  const verified = await said('verify.ts');
  expect(verified).not.toContain('BROKEN');
  expect(verified).toContain('holds');
});

describe('in the console', () => {
  /** Of its 2,000 workers, as it stands or in full, a country of 42 million. */
  const country = 21_000;
  let browser: Browser;
  let looks: readonly Look[];

  /** With what the demo has none of: a second version of the plan, money of nobody, too little. */
  beforeAll(async () => {
    browser = await startBrowser();
    const stage = callsTo({ url, said: started.said });
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
  });
  afterAll(() => browser?.close());

  const sizes = ['phone', 'tablet', 'wide'] as const;

  // In the longer of the languages.
  it('each page, view and dialog holds a country’s numbers, on each width', async () => {
    const asked = { language: 'id', sizes, factor: country } as const;
    expect(await faultsOf({ browser, url: url(), ...asked }, looks)).toEqual([]);
  });

  // All there is to look at, for people who ask for pictures.
  it
    .runIf(process.env.PICTURES)
    .each(
      (['id', 'en'] as const).flatMap((language) =>
        [1, country].map((factor) => ({ language, factor })),
      ),
    )('is pictured in $language, times $factor', async (asked) => {
    expect(await faultsOf({ browser, url: url(), sizes, ...asked }, looks)).toEqual([]);
  });
});

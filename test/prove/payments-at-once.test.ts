import { expect, it } from 'vitest';
import type { PaymentRecord } from '#domain/payments/payment';
import { aPerson, csvOf } from '#local/made-up';
import { asAdmin, signed } from '../stage/calls.ts';
import { startTestStage } from '../stage/stage.ts';

it('thirty payments of one worker at once, in a table where writers meet, all count in the end', async ({
  onTestFinished,
}) => {
  const stage = await startTestStage({ now: '2026-11-11T08:00+07:00' });
  onTestFinished(() => stage.stop());
  const siti = aPerson(1);
  await stage.importCsv(csvOf([siti]));
  await stage.faults({ dynamodb: { conflictPercent: 60, throttlePercent: 20 } });

  const send = async (reference: string) => {
    const at = new Date((await stage.ask<{ now: string }>('GET', '/_local/clock')).now);
    const notice = { reference, channel: 'bank', nik: siti.nik, amount: 8_400, paidAt: at };
    const { body, headers } = signed(reference, JSON.stringify(notice), {
      ...{ secret: stage.webhookSecret(), at },
    });
    const url = `${stage.url()}/api/payments`;
    const answer = await fetch(url, {
      method: 'POST',
      body: String(body),
      headers: { ...headers },
    });
    return { reference, status: answer.status, after: answer.headers.get('retry-after') };
  };
  const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => send(`P-${index}`)));
  const busy = answers.filter(({ status }) => status !== 201);
  expect(busy).toEqual(busy.map(({ reference }) => ({ reference, status: 503, after: '5' })));

  await stage.faults({ dynamodb: {} });
  // One that was recorded before its answer was lost is known already.
  for (const { reference } of busy) expect([200, 201]).toContain((await send(reference)).status);
  const { items } = await stage.ask<{ items: readonly PaymentRecord[] }>(
    'GET',
    '/api/payments',
    asAdmin(),
  );
  expect(new Set(items.map(({ reference }) => reference)).size).toBe(30);
  const price = items.reduce((sum, payment) => sum + payment.price, 0);
  const { credit } = await stage.worker(siti.nik);
  expect(price + credit).toBe(30 * 8_400);
});

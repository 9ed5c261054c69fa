import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPerson, csvOf, people } from '#local/made-up';
import { json } from './calls.ts';
import { startTestStage, type TestStage } from './stage.ts';

/**
 * As banks and shops write them; `.`, `%2F` and the like mean something in an address
 * (aws-lambda-fastify #169, hono #2156).
 */
const references = ['INV/2026/11/0015', '100%', '50%2F50', '#7', 'why?', '.', '..', 'a+b&c'];

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-11T08:00+07:00' });
  await stage.importCsv(csvOf(people(references.length)));
});
afterAll(() => stage?.stop());

const finance = (content: object) => ({ role: 'finance' as const, ...json(content) });

describe.each(references.map((reference, index) => ({ reference, index })))(
  'a payment with the reference "$reference"',
  ({ reference, index }) => {
    const channel = 'counter';
    const payer = aPerson(index + 1);

    it('can be reversed', async () => {
      await stage.pay({ reference, nik: payer.nik, amount: 8_400 });
      expect((await stage.worker(payer.nik)).coveredThrough).toBe('2026-11');
      await stage.ask(
        'POST',
        '/api/payments/reverse',
        finance({ channel, reference, reason: 'paid twice' }),
      );
      expect((await stage.worker(payer.nik)).coveredThrough).toBe('2026-10');
    });

    it('can be matched with its worker', async () => {
      const unmatched = `${reference}!`;
      await stage.pay({ reference: unmatched, nik: aPerson(900).nik, amount: 8_400 });
      const { workerId } = await stage.worker(payer.nik);
      await stage.ask(
        'POST',
        '/api/payments/match',
        finance({ channel, reference: unmatched, workerId }),
      );
      expect((await stage.worker(payer.nik)).coveredThrough).toBe('2026-11');
    });
  },
);

import { identity } from '#aws/people/identity';
import { call } from '#local/demo/call';
import { nikSecret } from '#local/demo/demo';
import { signedHeaders } from '#local/demo/signed-notice';
import type { Person } from '#local/made-up';
import type { MeteredStage } from './metered-stage.ts';

export const { workerIdOf } = identity(nikSecret);

/** Six at a time: more would measure the queue of this process. */
async function inSixes<T>(items: readonly T[], act: (item: T) => Promise<unknown>) {
  for (let first = 0; first < items.length; first += 6)
    await Promise.all(items.slice(first, first + 6).map(act));
}

export const stopTexts = ({ stage }: MeteredStage, persons: readonly Person[]): Promise<void> =>
  inSixes(persons, ({ nik }) =>
    call(stage, `/api/workers/${workerIdOf(nik)}/stop`, { body: '{}' }),
  );

/** Each pays the month they owe, as a bank tells it. */
export const payAll = ({ stage }: MeteredStage, persons: readonly Person[]): Promise<void> =>
  inSixes(persons, async ({ nik }) => {
    const reference = `BENCH-${nik}`;
    const notice = { reference, channel: 'bank', nik, amount: 8_400 };
    const at = new Date();
    const body = JSON.stringify({ ...notice, paidAt: at.toISOString() });
    const headers = signedHeaders(stage.webhookSecret, { id: reference, at, body });
    await call(stage, '/api/payments', { body, headers });
  });

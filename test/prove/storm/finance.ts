import { type Answer, json } from '../../stage/calls.ts';
import { type AtSea, isOk } from './at-sea.ts';
import { nobody, priceOf } from './cast.ts';
import { idOf } from './on-worker.ts';
import { noticeOf } from './payments.ts';
import type { Doing } from './script.ts';

/** What finance sets right by hand. */
export const finance = {
  /** Of somebody who has paid until then. */
  async reversal(sea, { share }) {
    const paid = sea.told.filter(({ what }) => what === 'paid');
    const drawn = paid[Math.floor(share * paid.length)];
    if (!drawn) return;
    const { who, reference = '', channel = '' } = drawn;
    const wrong = { reference, channel, reason: 'wrong account' };
    await sea.tell('reversed', who, () => asFinance(sea, 'reverse', wrong), { reference });
    sea.count('payment reversed');
  },
  /** It names nobody whom we know, and is kept until finance says whose it is. */
  async match(sea, { id: reference, who, times }) {
    const amount = times * priceOf(who, '2026-11');
    const named = { reference, channel: 'counter' };
    const notice = noticeOf(reference, nobody, amount, await sea.now());
    await sea.tell('kept', nobody, async () => isOk(await sea.notify(notice)), {
      ...{ ...named, amount },
    });
    const workerId = await idOf(sea, who);
    if (!workerId) return;
    const theirs = () => asFinance(sea, 'match', { ...named, workerId });
    await sea.tell('paid', who, theirs, { ...named, amount });
    sea.count('payment matched');
  },
} satisfies Readonly<Record<string, Doing>>;

/** Written by others all the time: finance tries again. */
async function asFinance(sea: AtSea, deed: 'reverse' | 'match', content: object): Promise<boolean> {
  for (;;) {
    const sent = { role: 'finance', ...json(content) } as const;
    const answer = await sea.persist('POST', `/api/payments/${deed}`, sent);
    if (isOk(answer) || wasDone(answer)) return true;
    if (answer.status !== 409) return false;
  }
}

/** By the call before, whose answer was lost. */
const wasDone = ({ body }: Answer): boolean =>
  (body as { error: { issues: { code: string }[] } }).error.issues.some(
    ({ code }) => code === 'payment-not-unmatched',
  );

import { type AtSea, isOk } from './at-sea.ts';
import { castSize, member, numbers, priceOf, strangers } from './cast.ts';
import type { Act, Doing } from './script.ts';

export const payments = {
  payment: (sea, { id, who, times, share }) =>
    pay(sea, { id, who, amount: amountOf(who, times, share) }),
  'payment twice at once': (sea, { id, who, times }) =>
    Promise.all([1, 2].map(() => pay(sea, { id, who, amount: amountOf(who, times) }))),
  'payment late': (sea, { id, who }) => pay(sea, { id, who, amount: amountOf(who, 1), daysAgo: 2 }),
  async 'payment with other content'(sea, { id, who }) {
    await pay(sea, { id, who, amount: amountOf(who, 1) });
    const { status } = await sea.notify(noticeOf(id, who, amountOf(who, 2), await sea.now()));
    if (status !== 409)
      sea.faults.push(`the reference ${id} was taken for another amount: ${status}`);
    sea.count('payment with other content');
  },
  'payment file': payFile,
  /** Of whom this round's roster tells, or the next one's. */
  'payment of a stranger': (sea, { id, round, times }) => {
    const who = castSize + Math.min(strangers, 2 * (round + 1) + times - 1);
    return pay(sea, { id, who, amount: 8_400 });
  },
} satisfies Readonly<Record<string, Doing>>;

/** Whole months, and now and then a little more. */
const amountOf = (who: number, months: number, share = 1): number =>
  months * priceOf(who, '2026-11') + (share < 0.2 ? 1_500 : 0);

const noticeOf = (reference: string, who: number, amount: number, paidAt: string) => ({
  ...{ reference, channel: 'counter', nik: member(who).nik, amount, paidAt },
});

type Payment = Readonly<{ id: string; who: number; amount: number; daysAgo?: number }>;

async function pay(sea: AtSea, { id, who, amount, daysAgo = 0 }: Payment): Promise<void> {
  const paidAt = new Date(Date.parse(await sea.now()) - daysAgo * 86_400_000).toISOString();
  await sea.tell(
    'paid',
    who,
    async () => {
      const answer = await sea.notify(noticeOf(id, who, amount, paidAt));
      if (!isOk(answer)) sea.faults.push(`payment ${id} was refused: ${JSON.stringify(answer)}`);
      return isOk(answer);
    },
    { reference: id, amount },
  );
}

/** Finance's file: five workers, and the first of them twice. */
async function payFile(sea: AtSea, { id, who, share }: Act): Promise<void> {
  const payers = numbers(Math.min(who, castSize - 5), 5);
  const paidAt = (await sea.now()).slice(0, 16).replace('T', ' ');
  const lineOf = (number: number) =>
    [`${id}-${number}`, 'bank', member(number).nik, amountOf(number, 1, share), paidAt, ''].join();
  const lines = [...payers, ...payers.slice(0, 1)].map(lineOf);
  const body = ['reference,channel,nik,amount,paid_at,months', ...lines, ''].join('\n');
  const from = await sea.now();
  // A worker who was written ten times meanwhile is a line that the office sends again.
  for (let accepted = 0; accepted < lines.length; ) {
    const answer = await sea.persist('POST', '/api/payments/import', { role: 'finance', body });
    accepted = (answer.body as { accepted: number }).accepted;
  }
  const at = await sea.now();
  for (const number of payers)
    sea.told.push({
      ...{ what: 'paid', who: number, from, at, reference: `${id}-${number}` },
      amount: amountOf(number, 1, share),
    });
  sea.count('payment file');
}

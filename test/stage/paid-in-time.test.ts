import { expect, it } from 'vitest';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { aPerson, csvOf, people } from '#local/made-up';
import { asAdmin, signed } from './calls.ts';
import { startTestStage, type TestStage } from './stage.ts';

const cohort = async (stage: TestStage): Promise<Renewals> => {
  await stage.clockBy('PT1S');
  const { items } = await stage.ask<{ items: readonly Renewals[] }>(
    'GET',
    '/api/renewals?from=2026-11',
    asAdmin(),
  );
  return items[0] as Renewals;
};

it('who pays at 08:59:59 gets no text at nine; the others do', async ({ onTestFinished }) => {
  const stage = await startTestStage({ now: '2026-11-11T08:30+07:00' });
  onTestFinished(() => stage.stop());
  const workers = people(40);
  await stage.importCsv(csvOf(workers));
  await stage.clockTo('2026-11-11T08:59:59+07:00');
  const [siti] = workers;
  await stage.pay({ reference: 'P-1', nik: siti?.nik ?? '', amount: 8_400 });
  await stage.clockTo('2026-11-11T09:10+07:00');
  expect(await stage.outbox(siti?.phone.replace('+62', '0'))).toEqual([]);
  expect(await stage.outbox()).toHaveLength(39);
});

it('a notice that comes fifty times at once is one payment; other content, forged or old ones leave no trace in the numbers', async ({
  onTestFinished,
}) => {
  const stage = await startTestStage({ now: '2026-10-30T08:00+07:00' });
  onTestFinished(() => stage.stop());
  const siti = aPerson(1);
  await stage.importCsv(csvOf([siti, aPerson(2)]));
  await stage.clockTo('2026-11-01T08:00+07:00');
  const before = await cohort(stage);
  expect(before).toMatchObject({ partial: false, due: 2, open: 2, onTime: 0, amountReceived: 0 });

  const now = async () => new Date((await stage.ask<{ now: string }>('GET', '/_local/clock')).now);
  const notice = {
    reference: 'P-1',
    channel: 'bank',
    nik: siti.nik,
    amount: 8_400,
    paidAt: '2026-11-01T08:00:00+07:00',
  };
  const send = async (
    content: object,
    { secret = stage.webhookSecret(), at }: Readonly<{ secret?: string; at?: Date }> = {},
  ) => {
    const body = JSON.stringify(content);
    const answer = await fetch(`${stage.url()}/api/payments`, {
      method: 'POST',
      ...signed('msg', body, { secret, at: at ?? (await now()) }),
    });
    return answer.status;
  };
  expect(
    await send(
      { ...notice, reference: 'P-0' },
      { secret: `whsec_${Buffer.alloc(24, 1).toString('base64')}` },
    ),
  ).toBe(401);
  expect(
    await send(
      { ...notice, reference: 'P-0' },
      { at: new Date((await now()).getTime() - 301_000) },
    ),
  ).toBe(401);
  expect(await cohort(stage)).toEqual(before);

  const answers = await Promise.all(Array.from({ length: 50 }, () => send(notice)));
  expect(answers.sort()).toEqual([...Array.from({ length: 49 }, () => 200), 201]);
  const after = await cohort(stage);
  expect(after).toMatchObject({ due: 2, onTime: 1, open: 1, amountReceived: 8_400 });
  expect(await send({ ...notice, amount: 16_800 })).toBe(409);
  expect(await cohort(stage)).toEqual(after);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPerson, header, rowOf } from '#local/made-up';
import { startTestStage, type TestStage } from './stage.ts';

const [siti, sri] = [aPerson(1), aPerson(2)];
/** Siti's group pays for her; Sri pays for herself. */
const roster = [
  `${header},group`,
  `${rowOf(siti)},Paguyuban Batik Laweyan`,
  `${rowOf(sri)},`,
  '',
].join('\n');

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-11T21:00+07:00' });
  expect(await stage.importCsv(roster)).toMatchObject({ created: 2 });
  await stage.clockTo('2026-11-11T22:00+07:00');
  for (const { nik } of [siti, sri])
    await stage.pay({ reference: `NOV-${nik}`, nik, amount: 8_400 });
});
afterAll(() => stage?.stop());

const texts = async ({ phone }: { phone: string }) =>
  (await stage.outbox(phone)).map(({ text, at }) => `${at.slice(0, 13)} ${text}`);

it('whose group pays for them is told in the morning and not in the night, once, and who pays for themself is not', async () => {
  await stage.clockTo('2026-11-12T07:59+07:00');
  expect(await stage.outbox()).toEqual([]);
  await stage.clockTo('2026-11-12T08:31+07:00');
  const told = [
    expect.stringMatching(
      /^2026-11-12T01 Terima kasih, .* Nov 2026 Rp8\.400 sudah kami terima\. .* jatuh tempo 15 Desember\.$/,
    ),
  ];
  expect(await texts(siti)).toEqual(told);
  // What the carrier says of it is recorded like of any other text; no later round tells it again.
  await stage.clockTo('2026-11-12T12:00+07:00');
  expect(await texts(siti)).toEqual(told);
  expect(await stage.reminders(siti.nik)).toMatchObject([
    {
      step: 'paid',
      month: '2026-11',
      status: 'delivered',
      runId: 'run_WIB_2026-11-12_0000_paid_2026-11',
      parts: 1,
    },
  ]);
  expect(await texts(sri)).toEqual([]);
  expect(await stage.reminders(sri.nik)).toEqual([]);
});

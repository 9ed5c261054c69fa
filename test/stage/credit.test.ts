import { expect, it } from 'vitest';
import { aPerson, csvOf } from '#local/made-up';
import { startTestStage, type TestStage } from './stage.ts';

const siti = aPerson(1);
async function shown({ worker, timeline }: TestStage) {
  const found = await worker(siti.nik);
  return { worker: found, timeline: await timeline(found.workerId) };
}

// restrictcontentpro #233; btcpayserver #7108
it('credit covers the month, and the worker is a member: no text, no arrears', async ({
  onTestFinished,
}) => {
  const stage = await startTestStage({ now: '2026-11-27T08:00+07:00' });
  onTestFinished(() => stage.stop());
  await stage.importCsv(csvOf([siti]));
  await stage.clockBy('PT1S');
  await stage.pay({ reference: 'P-1', nik: siti.nik, amount: 16_800, months: 1 });
  expect((await shown(stage)).worker).toMatchObject({ coveredThrough: '2026-11', credit: 8_400 });

  await stage.clockTo('2026-12-01T00:06:00+07:00');
  const { worker, timeline } = await shown(stage);
  expect(worker).toMatchObject({ coveredThrough: '2026-12', credit: 0, coverage: 'active' });
  expect(timeline).toMatchObject([
    { channel: 'credit', amount: 0, price: 8_400, bought: ['2026-12'] },
    { channel: 'counter', bought: ['2026-11'], flags: ['too-much'] },
  ]);
  await stage.clockTo('2026-12-16T10:00:00+07:00');
  expect(await stage.outbox()).toEqual([]);
  expect((await shown(stage)).worker.coverage).toBe('active');
});

// restrictcontentpro #218; fintech-to-ynab #54
it('a roster renews, then the notice of that very payment does not buy another month', async ({
  onTestFinished,
}) => {
  const stage = await startTestStage({ now: '2026-11-08T08:00+07:00' });
  onTestFinished(() => stage.stop());
  await stage.importCsv(csvOf([siti]));
  await stage.clockTo('2026-11-09T12:00+07:00');
  await stage.importCsv(csvOf([{ ...siti, coveredThrough: '2026-11' }]));
  await stage.clockBy('PT1M');
  const paidAt = '2026-11-09T10:00:00+07:00';
  await stage.pay({ reference: 'BCA-0001', nik: siti.nik, amount: 8_400, paidAt });
  const { worker, timeline } = await shown(stage);
  expect(worker).toMatchObject({ coveredThrough: '2026-11', credit: 0 });
  expect(timeline).toContainEqual(
    expect.objectContaining({
      ...{ kind: 'payment', reference: 'BCA-0001', bought: [], flags: [] },
      linked: { at: expect.stringContaining('2026-11-09T05:00'), months: ['2026-11'] },
    }),
  );
});

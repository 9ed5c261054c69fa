import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPerson, csvOf } from '#local/made-up';
import { startTestStage, type TestStage } from './stage.ts';
import { payAnywhere, textsOf } from './texts-of.ts';

/** Four months: test/prove/days-and-amounts.test.ts. */
const siti = aPerson(1, { name: 'Siti Aminah' });
const daeng = aPerson(5, { name: 'Daeng Basse', province: 'Sulawesi Selatan' });
const yohana = aPerson(6, { name: 'Yohana', province: 'Papua' });
const everybody = [siti, daeng, yohana];

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-10T12:00+07:00' });
  await stage.importCsv(csvOf(everybody));
  await stage.clockTo('2026-11-14T12:00+07:00');
});
afterAll(() => stage?.stop());

it('reminds a batik maker in Solo who is covered through October of the 16th, as the 15th of November is a Sunday', async () => {
  expect(await textsOf(stage, siti)).toEqual([
    [
      'Wed, 11 Nov 2026, 09:00',
      `Yth. Siti Aminah, iuran BPJS Ketenagakerjaan Nov 2026 Rp8.400 ditunggu s.d. 16 November. ${payAnywhere}`,
    ],
    [
      'Sat, 14 Nov 2026, 09:00',
      `Yth. Siti Aminah, iuran BPJS Ketenagakerjaan Nov 2026 Rp8.400 jatuh tempo 16 November. ${payAnywhere}`,
    ],
  ]);
});

it('texts Makassar and Jayapura at nine by their own clocks', async () => {
  const days = ['Wed, 11 Nov 2026, 09:00', 'Sat, 14 Nov 2026, 09:00'];
  expect((await textsOf(stage, daeng, 'Asia/Makassar')).map(([day]) => day)).toEqual(days);
  expect((await textsOf(stage, yohana, 'Asia/Jayapura')).map(([day]) => day)).toEqual(days);
});

it('has a row for each text and no row without one', async () => {
  const rows = (await Promise.all(everybody.map(({ nik }) => stage.reminders(nik)))).flat();
  const texts = await stage.outbox();
  expect(rows.map(({ messageId }) => messageId).sort()).toEqual(
    texts.map(({ messageId }) => messageId).sort(),
  );
  expect(texts).toHaveLength(6);
});

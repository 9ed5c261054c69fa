import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPerson, csvOf } from '#local/made-up';
import { startTestStage, type TestStage } from '../stage/stage.ts';
import { payAnywhere, textsOf } from '../stage/texts-of.ts';

/**
 * Four months of a stage: a roster of the 1st of October, nobody pays, and every jump of the clock
 * runs all that falls due on the way.
 */

const siti = aPerson(1, { name: 'Siti Aminah', coveredThrough: '2026-10' });
const wagiyem = aPerson(2, { name: 'Wagiyem', coveredThrough: '2026-09' });
const rahayu = aPerson(3, { name: 'Rahayu', coveredThrough: '2026-12' });
const suparto = aPerson(4, { name: 'Suparto', coveredThrough: '2026-12', sector: 'transport' });
const daeng = aPerson(5, { name: 'Daeng Basse', province: 'Sulawesi Selatan' });
const yohana = aPerson(6, { name: 'Yohana', province: 'Papua' });
const everybody = [siti, wagiyem, rahayu, suparto, daeng, yohana];

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-10-01T08:00+07:00' });
  expect(await stage.importCsv(csvOf(everybody))).toMatchObject({
    created: everybody.length,
    rejected: [],
    conflicts: [],
  });
  for (const to of [
    '2026-10-10T12:00+07:00',
    '2026-11-01T00:00+07:00',
    '2026-12-17T12:00+07:00',
    '2027-01-23T12:00+07:00',
  ])
    await stage.clockTo(to);
  // 11,000 rounds of the audit: a minute or two.
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
    [
      'Mon, 23 Nov 2026, 09:00',
      'Yth. Siti Aminah, iuran BPJS Ketenagakerjaan Nov 2026 Rp8.400 belum kami terima. Tanpa denda. Bayar pakai NIK di JMO, Pos, minimarket.',
    ],
    // The 17th of January is a Sunday. November and December are half price, January is not.
    [
      'Sat, 16 Jan 2027, 09:00',
      'Yth. Siti Aminah, bayar iuran Nov 2026-Jan 2027 Rp33.600 sebelum 1 Februari agar tetap peserta BPJS Ketenagakerjaan. Tanpa denda, di JMO atau Pos.',
    ],
  ]);
});

it('reminds who is covered through September and never pays in October and once before the lapse, and then never again', async () => {
  expect(await textsOf(stage, wagiyem)).toEqual([
    [
      'Sat, 10 Oct 2026, 09:00',
      `Yth. Wagiyem, iuran BPJS Ketenagakerjaan Okt 2026 Rp8.400 ditunggu s.d. 15 Oktober. ${payAnywhere}`,
    ],
    [
      'Wed, 14 Oct 2026, 09:00',
      `Yth. Wagiyem, iuran BPJS Ketenagakerjaan Okt 2026 Rp8.400 jatuh tempo 15 Oktober. ${payAnywhere}`,
    ],
    [
      'Thu, 22 Oct 2026, 09:00',
      'Yth. Wagiyem, iuran BPJS Ketenagakerjaan Okt 2026 Rp8.400 belum kami terima. Tanpa denda. Bayar pakai NIK di JMO, Pos, minimarket.',
    ],
    [
      'Thu, 17 Dec 2026, 09:00',
      'Yth. Wagiyem, bayar iuran Okt-Des 2026 Rp25.200 sebelum 1 Januari agar tetap peserta BPJS Ketenagakerjaan. Tanpa denda, di JMO atau Pos.',
    ],
  ]);
});

it('tells who is covered through December that the discount is over, and her neighbour on an ojol that his is not', async () => {
  expect((await textsOf(stage, rahayu)).map(([day]) => day)).toEqual([
    'Sat, 9 Jan 2027, 09:00',
    'Thu, 14 Jan 2027, 09:00',
    'Fri, 22 Jan 2027, 09:00',
  ]);
  expect((await textsOf(stage, rahayu))[0]?.[1]).toBe(
    'Yth. Rahayu, diskon usai: iuran BPJS Ketenagakerjaan Jan 2027 Rp16.800, s.d. 15 Januari. Bayar pakai NIK di JMO, Pos, minimarket.',
  );
  expect((await textsOf(stage, suparto))[0]).toEqual([
    'Sat, 9 Jan 2027, 09:00',
    `Yth. Suparto, iuran BPJS Ketenagakerjaan Jan 2027 Rp8.400 ditunggu s.d. 15 Januari. ${payAnywhere}`,
  ]);
});

it('texts Makassar and Jayapura at nine by their own clocks', async () => {
  const days = [
    'Wed, 11 Nov 2026, 09:00',
    'Sat, 14 Nov 2026, 09:00',
    'Mon, 23 Nov 2026, 09:00',
    'Sat, 16 Jan 2027, 09:00',
  ];
  expect((await textsOf(stage, daeng, 'Asia/Makassar')).map(([day]) => day)).toEqual(days);
  expect((await textsOf(stage, yohana, 'Asia/Jayapura')).map(([day]) => day)).toEqual(days);
  const hours = await Promise.all(
    [siti, daeng, yohana].map(async ({ phone }) => (await stage.outbox(phone))[0]?.at.slice(0, 16)),
  );
  expect(hours).toEqual(['2026-11-11T02:00', '2026-11-11T01:00', '2026-11-11T00:00']);
});

it('has a row for each text and no row without one', async () => {
  const rows = (await Promise.all(everybody.map(({ nik }) => stage.reminders(nik)))).flat();
  const texts = await stage.outbox();
  expect(rows.map(({ messageId }) => messageId).sort()).toEqual(
    texts.map(({ messageId }) => messageId).sort(),
  );
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['delivered']));
  expect(texts).toHaveLength(4 + 4 + 3 + 3 + 4 + 4);
});

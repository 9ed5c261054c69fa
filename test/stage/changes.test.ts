import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPerson, csvOf, type Person } from '#local/made-up';
import { asAdmin } from './calls.ts';
import { startTestStage, type TestStage } from './stage.ts';

/**
 * All of them owe November. What each does on the way to 09:00 on Wednesday the 11th, or to the eve
 * on Saturday the 14th, is in the tests.
 */
const cast = {
  paysBefore: aPerson(1),
  paysAfter: aPerson(2),
  stops: aPerson(3),
  stopsUntil: aPerson(4),
  resumes: aPerson(5),
  ends: aPerson(6),
  isErased: aPerson(7),
  isErasedLater: aPerson(8),
  getsNewPhone: aPerson(9),
  hasNoPhone: aPerson(10, { phone: '' }),
};
const family = ['Siti Aminah', 'Ngatinem', 'Budi Santoso'].map((name, index) =>
  aPerson(20 + index, { name, phone: '+6287000000020' }),
);
const roster = csvOf([...Object.values(cast), ...family]);
const newPhone = '+6287000000999';

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-10T08:00+07:00' });
  expect(await stage.importCsv(roster)).toMatchObject({ created: 13 });
  await change(cast.stops, 'POST', '/stop');
  await change(cast.stopsUntil, 'POST', '/stop', { until: '2026-11-14' });
  await change(cast.resumes, 'POST', '/stop');
  await change(cast.resumes, 'DELETE', '/stop');
  await change(cast.ends, 'PATCH', '', { ended: { on: '2026-11-09', reason: 'died' } });
  await change(cast.isErased, 'DELETE');
  await change(cast.getsNewPhone, 'PATCH', '', { phone: '0870-0000-0999' });
  await stage.clockTo('2026-11-11T08:59+07:00');
  await stage.pay({ reference: 'JMO-1', nik: cast.paysBefore.nik, amount: 8_400 });
  await stage.clockTo('2026-11-11T09:01+07:00');
  await stage.pay({ reference: 'JMO-2', nik: cast.paysAfter.nik, amount: 8_400 });
  await change(cast.isErasedLater, 'DELETE');
  await stage.clockTo('2026-11-14T10:00+07:00');
});
afterAll(() => stage?.stop());

const change = async (
  { nik }: Person,
  method: string,
  path = '',
  content?: unknown,
): Promise<unknown> =>
  stage.ask(method, `/api/workers/${(await stage.worker(nik)).workerId}${path}`, asAdmin(content));

/** `['before: delivered', 'eve: skipped: stopped']` */
const rowsOf = async ({ nik }: Person): Promise<readonly string[]> =>
  (await stage.reminders(nik)).map(({ step, status, reason }) =>
    [step, status, reason].filter(Boolean).join(': '),
  );
/** The days of their texts, each at 09:00. */
const daysOf = async ({ phone }: Pick<Person, 'phone'>): Promise<readonly string[]> =>
  (await stage.outbox(phone))
    .map(({ at }) => at.slice(0, 13))
    .map((hour) => hour.replace('T02', ''));

it('who pays at 08:59 gets no text at 09:00', async () => {
  expect(await rowsOf(cast.paysBefore)).toEqual([]);
  expect(await daysOf(cast.paysBefore)).toEqual([]);
  expect(await stage.worker(cast.paysBefore.nik)).toMatchObject({
    coveredThrough: '2026-11',
    coverage: 'active',
    dueOn: '2026-12-15',
  });
});

it('who pays after the first reminder is not reminded on the eve', async () => {
  expect(await rowsOf(cast.paysAfter)).toEqual(['before: delivered']);
  expect(await daysOf(cast.paysAfter)).toEqual(['2026-11-11']);
});

it('who wants no texts gets none, for good or until the day they named, and again once they want them', async () => {
  expect(await rowsOf(cast.stops)).toEqual(['before: skipped: stopped', 'eve: skipped: stopped']);
  expect(await daysOf(cast.stops)).toEqual([]);
  expect(await rowsOf(cast.stopsUntil)).toEqual(['before: skipped: stopped', 'eve: delivered']);
  expect(await daysOf(cast.stopsUntil)).toEqual(['2026-11-14']);
  expect(await daysOf(cast.resumes)).toEqual(['2026-11-11', '2026-11-14']);
});

it('the family of who has died gets no text', async () => {
  expect(await rowsOf(cast.ends)).toEqual([]);
  expect(await daysOf(cast.ends)).toEqual([]);
  expect(await stage.worker(cast.ends.nik)).toMatchObject({
    coverage: 'ended',
    owed: { amount: 0, months: [] },
  });
});

it('who asked to be forgotten is gone with all their rows, gets no text any more, and no roster brings them back', async () => {
  for (const { nik } of [cast.isErased, cast.isErasedLater])
    await expect(stage.worker(nik)).rejects.toThrow('There is no worker');
  expect(await daysOf(cast.isErased)).toEqual([]);
  expect(await daysOf(cast.isErasedLater)).toEqual(['2026-11-11']);
  const again = await stage.importCsv(csvOf([cast.isErased, cast.isErasedLater]));
  const reason = 'This person asked to be forgotten: they are not brought back by a roster';
  expect(again).toMatchObject({
    created: 0,
    updated: 0,
    conflicts: [
      { line: 2, reason },
      { line: 3, reason },
    ],
  });
  await expect(stage.worker(cast.isErased.nik)).rejects.toThrow('There is no worker');
});

it('whose phone is put right is texted there and nowhere else', async () => {
  expect(await daysOf(cast.getsNewPhone)).toEqual([]);
  expect(await daysOf({ phone: newPhone })).toEqual(['2026-11-11', '2026-11-14']);
});

it('three who share a phone each get their own text, which says whom it is for', async () => {
  const named = (await stage.outbox(family[0]?.phone)).map(
    ({ text, at }) => `${at.slice(0, 10)} ${/Yth\. ([^,]+)/.exec(text)?.[1]}`,
  );
  const names = family.map(({ name }) => name);
  expect(named.sort()).toEqual(
    ['2026-11-11', '2026-11-14'].flatMap((day) => names.map((name) => `${day} ${name}`).sort()),
  );
});

it('who has no phone has a row that says so', async () => {
  expect(await rowsOf(cast.hasNoPhone)).toEqual([
    'before: skipped: no-phone',
    'eve: skipped: no-phone',
  ]);
});

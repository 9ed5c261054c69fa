import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPerson, csvOf, people } from '#local/made-up';
import { asAdmin } from './calls.ts';
import { until } from './process.ts';
import { startTestStage, type TestStage } from './stage.ts';

const erased = aPerson(7, { name: 'Sulastri Ningsih', phone: '+6287000004711' });
const others = people(40, {}, 20);

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-10T08:00+07:00' });
  await stage.importCsv(csvOf([erased, ...others]));
});
afterAll(() => stage?.stop());

/** In the table's file or its log, in use or free. */
function standsInFiles(words: string): boolean {
  const files = ['table.sqlite', 'table.sqlite-wal'].map((name) => join(stage.folder, name));
  return files.some((file) => existsSync(file) && readFileSync(file).includes(words));
}

const personal = [erased.name, '87000004711'];

it('who was erased stands nowhere in the table’s file a day later: neither name nor phone', async () => {
  await stage.clockTo('2026-11-11T10:00+07:00');
  const { workerId } = await stage.worker(erased.nik);
  await stage.ask('PATCH', `/api/workers/${workerId}`, asAdmin({ name: 'Sulastri Ningsih Utami' }));
  await stage.ask('DELETE', `/api/workers/${workerId}`, asAdmin());
  expect(standsInFiles(erased.name)).toBe(true);
  await stage.clockTo('2026-11-12T11:00+07:00');
  await until(() => !personal.some(standsInFiles));
  expect(standsInFiles(others[0]?.name ?? '')).toBe(true);
});

it('what is written afterwards is counted, also by the next start', async () => {
  const due = async () =>
    (
      await stage.ask<{ items: readonly { onTime: number }[] }>(
        'GET',
        '/api/renewals?from=2026-11&to=2026-11',
        asAdmin(),
      )
    ).items[0]?.onTime;
  const pay = (number: number) =>
    stage.pay({ reference: `A-${number}`, nik: aPerson(number).nik, amount: 8_400 });
  const before = (await due()) ?? 0;
  await pay(20);
  await stage.clockTo('2026-11-12T13:00+07:00');
  expect(await due()).toBe(before + 1);
  await stage.kill();
  await stage.restart();
  await pay(21);
  await stage.clockTo('2026-11-14T08:00+07:00');
  expect(await due()).toBe(before + 2);
});

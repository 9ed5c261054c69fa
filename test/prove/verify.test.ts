import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stageSettings } from '#local/environment';
import { aPerson, csvOf } from '#local/made-up';
import { check, promiseFiles, type Verdict } from '../../bin/verify/check.ts';
import { type Exported, exportIn } from '../../bin/verify/exported.ts';
import { sourceHere } from '../../bin/verify/sources.ts';
import { asAdmin } from '../stage/calls.ts';
import { savePlan } from '../stage/plan-calls.ts';
import { spawned } from '../stage/process.ts';
import { startTestStage, type TestStage } from '../stage/stage.ts';
import { eraseSomebody, keepOldMonth } from './verify/aftermath.ts';
import { copy, type Evidence, evidenceIn, laidOut, textIn } from './verify/planting.ts';
import { plants } from './verify/plants.ts';

const month = '2026-11';
const everyone = Array.from({ length: 120 }, (_, index) =>
  aPerson(index + 1, {
    province: index % 10 < 7 ? 'Jawa Tengah' : index % 10 < 9 ? 'Bali' : 'Papua',
    income: index % 3 === 0 ? 3_000_000 : 1_000_000,
    sector: index % 4 === 0 ? 'transport' : 'other',
    jht: index % 5 === 0 ? 'yes' : 'no',
    ...(index % 33 === 0 ? { phone: '' } : {}),
  }),
);

let stage: TestStage;
let exported: Exported;
let log: readonly string[];
let evidence: Evidence;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-10-26T08:00+07:00', heldOut: true });
  await playMonth();
  const source = sourceHere(stage.folder);
  exported = await exportIn(await source.table(''));
  log = [join(mkdtempSync(join(tmpdir(), 'ingat-log-')), 'carrier.log')];
  await source.log({ from: 0, to: Date.UTC(2027, 0, 1) }, log[0] ?? '');
  evidence = evidenceIn(exported, log);
});
afterAll(() => stage?.stop());

/**
 * Some pay in time, some late, some ahead, some too much; some stop, and one text is in doubt. Two
 * samples go to phones of workers, and one of them is in doubt as well. The other goes to somebody
 * who has paid: where the reminder in doubt is theirs, it would explain the sample too.
 */
async function playMonth(): Promise<void> {
  await stage.importCsv(csvOf(everyone));
  await stage.clockTo('2026-11-11T08:30+07:00');
  for (const number of [40, 41, 42, 43, 44, 45]) {
    const { workerId } = await stage.worker(aPerson(number).nik);
    await stage.ask('POST', `/api/workers/${workerId}/stop`, asAdmin({}));
  }
  await stage.clockTo('2026-11-11T15:00+07:00');
  await pay(1, 20, 1);
  await sample('before', 5);
  await stage.faults({ sns: [{ kind: 'timeout', count: 1 }] });
  await stage.clockTo('2026-11-14T15:00+07:00');
  await stage.faults({ sns: [{ kind: 'accept-then-timeout', count: 1 }] });
  await sample('eve', 51);
  await pay(21, 30, 3);
  await stage.clockTo('2026-11-25T09:30+07:00');
  await pay(31, 39, 1, 5_000);
  // One payment that others were built on, one of three months, and one that ended a cycle alone.
  await pay(21, 21, 1, 0, 'again');
  for (const reference of ['P-21', 'P-22', 'P-1']) {
    const body = JSON.stringify({ channel: 'counter', reference, reason: 'another person' });
    await stage.ask('POST', '/api/payments/reverse', { role: 'finance', body });
  }
  await pay(2, 2, 12, 0, 'ahead');
  await stage.clockTo('2026-12-02T10:00+07:00');
}

async function sample(step: string, number: number): Promise<void> {
  const { phone } = aPerson(number);
  await savePlan(stage, { testPhones: [phone] });
  await stage.ask('POST', '/api/plan/test', asAdmin({ step, language: 'id', phone }));
}

async function pay(
  first: number,
  last: number,
  months: number,
  more = 0,
  which = '',
): Promise<void> {
  for (let number = first; number <= last; number++) {
    const { nik } = everyone[number - 1] ?? aPerson(number);
    const { owed } = await stage.worker(nik);
    const amount = owed.amount * months + more;
    await stage.pay({ reference: `P-${number}${which}`, nik, amount, months });
  }
}

async function verdicts(of: Exported, logs: readonly string[]): Promise<readonly Verdict[]> {
  const found: Verdict[] = [];
  for await (const each of check({ exported: of, log: logs, month, settings: stageSettings }))
    found.push(each);
  return found;
}

it('finds nothing in a month that was played', async () => {
  expect(exported.damaged).toEqual([]);
  expect(exported.rows).toBe(evidence.rows.length);
  const found = await verdicts(exported, log);
  expect(found).toHaveLength(promiseFiles.length);
  expect(found.filter(({ broken }) => broken > 0)).toEqual([]);
});

/** The command, as somebody types it. */
async function verify(...options: readonly string[]) {
  const { child, said } = spawned('verify.ts', ['--data', stage.folder, ...options]);
  const [code] = await once(child, 'close');
  return { code, said: said() };
}

it('says so of the stage that runs, and of an export that it is given', async () => {
  const clean = await verify('--month', month);
  expect(clean.code, clean.said).toBe(0);
  expect(clean.said).toMatch(/rows as of .+, and the texts of 2026-11:/);
  expect(clean.said.match(/^holds {3}.+\.$/gm)).toHaveLength(promiseFiles.length + 1);
  const planted = copy(evidence);
  const [{ plant, found }] = plants;
  const whose = plant(planted);
  const { folder, log } = await laidOut(planted, exported.at);
  const broken = await verify('--month', month, '--export', folder, '--log', log[0] ?? '');
  rmSync(folder, { recursive: true });
  expect(broken.code).toBe(1);
  const [line = '', keys] = broken.said.split(/^BROKEN/m)[1]?.split('\n') ?? [];
  expect(line).toMatch(found);
  expect(keys).toContain(whose && textIn(whose, 'workerId'));
});

it.each([
  { what: 'a month whose rows have expired', leave: keepOldMonth },
  { what: 'somebody who was erased since', leave: eraseSomebody },
])('finds nothing in what is left of $what', async ({ leave }) => {
  const left = copy(evidence);
  leave(left);
  const { folder, log } = await laidOut(left, exported.at);
  const found = await verdicts(await exportIn(folder), log);
  rmSync(folder, { recursive: true });
  expect(found.filter(({ broken }) => broken > 0)).toEqual([]);
});

const seen = new Set<string>();

it.each(plants)('finds $fault', async ({ found, plant }) => {
  const planted = copy(evidence);
  const whose = plant(planted);
  const { folder, log } = await laidOut(planted, exported.at);
  const broken = (await verdicts(await exportIn(folder), log)).filter(({ broken }) => broken > 0);
  rmSync(folder, { recursive: true });
  const verdict = broken.find(({ promise }) => found.test(promise));
  expect(verdict, broken.map(({ promise }) => promise).join('\n')).toBeDefined();
  if (whose) expect(verdict?.first).toContain(textIn(whose, 'workerId'));
  seen.add(verdict?.promise ?? '');
});

it('and each promise is one that a fault can break', () => {
  expect(seen.size).toBe(promiseFiles.length);
});

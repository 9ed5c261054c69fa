import type { Plan } from '#domain/plan/plan';
import { people } from '#local/made-up';
import { workerIdOf } from '../frame/acts.ts';
import { startMeteredDatabase } from '../frame/metered-database.ts';
import { type MeteredStage, startMeteredStage } from '../frame/metered-stage.ts';
import { seed } from '../frame/seed.ts';
import { figure, type Rows, type Subject } from '../frame/subject.ts';

const stored = 99_000;
const imported = 1_000;
const rounds = 100;

export const api: Subject = {
  title: 'How long a call takes',
  how:
    `${figure(stored, 0)} workers are written into dynoxide’s file and ${figure(imported, 0)} ` +
    'imported, who are texted, so that there are counters, runs and undelivered texts: what ' +
    `counters weigh does not depend on how many are counted. ${rounds} calls each ` +
    `(${rounds / 10} of a preview), in turn, one at a time, in one process with the stage. Their ` +
    'median is also given as a ratio to that of /api/me, which reads no worker.',
  columns: ['call', 'p50 ms', 'p99 ms', 'p50 ÷ /api/me'],
  parts: { calls: measured },
};

async function measured(): Promise<Rows> {
  const database = await startMeteredDatabase();
  seed(database, { stored, due: 0 });
  const past = { ...database, url: database.direct };
  const stage = await startMeteredStage('2026-11-01T08:00+07:00', past);
  try {
    await stage.importPeople(people(imported));
    stage.stage.setFaults({ carrier: { ...delivering, deliveredPercent: 90 } });
    await stage.moveTo('2026-11-11T09:10:00+07:00');
    const times = await timesOf(await callsOn(stage));
    const me = at(times.get('GET /api/me') ?? [], 0.5);
    return [...times].map(([call, taken]) => {
      const middle = at(taken, 0.5);
      return [call, ...[middle, at(taken, 0.99), middle / me].map((value) => figure(value, 1))];
    });
  } finally {
    await stage.stop();
  }
}

const delivering = { deadNumbers: [], quotaUsedUp: false, silent: false, priceUsdPerPart: 0.16 };

type Call = () => Promise<unknown>;

async function callsOn({ stage }: MeteredStage): Promise<ReadonlyMap<string, Call>> {
  const authorization = `Bearer ${await stage.signIn('admin')}`;
  const ask = async <T>(path: string, body?: object): Promise<T> => {
    const headers = { authorization, 'content-type': 'application/json' };
    const sent = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers };
    const answer = await fetch(`${stage.url}${path}`, sent);
    const said = await answer.json();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(said)}`);
    return said as T;
  };
  const [{ nik = '', name = '', province = '' } = {}] = people(1);
  const named = { name, province };
  const plan = await ask<Plan>('/api/plan');
  const preview = { plan, from: '2026-11-12', to: '2027-02-09' };
  const get = (path: string): readonly [string, Call] => [
    `GET ${path}`,
    () => ask(path.replace('{id}', workerIdOf(nik))),
  ];
  return new Map([
    get('/api/me'),
    get('/api/workers?month=2026-12'),
    get('/api/workers/{id}'),
    ['POST /api/workers/find', () => ask('/api/workers/find', { nik })],
    ['POST /api/workers/find, by name', () => ask('/api/workers/find', named)],
    get('/api/attention?kind=undelivered'),
    get('/api/runs?date=2026-11-11'),
    get('/api/renewals?from=2026-09&to=2026-11'),
    get('/api/members?from=2026-09&to=2026-11'),
    ['POST /api/plan/preview, 90 days', () => ask('/api/plan/preview', preview)],
  ]);
}

/** In turn, so that what else the machine does meanwhile meets all of them. */
async function timesOf(calls: ReadonlyMap<string, Call>): Promise<ReadonlyMap<string, number[]>> {
  const times = new Map([...calls.keys()].map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, call] of calls) {
      if (name.includes('preview') && round % 10 > 0) continue;
      const began = performance.now();
      await call();
      times.get(name)?.push(performance.now() - began);
    }
  }
  return times;
}

const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))] ??
  0;

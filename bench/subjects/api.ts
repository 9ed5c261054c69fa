import { csvOf, type Person, people } from '#local/made-up';
import { asAdmin } from '../../test/stage/calls.ts';
import { startTestStage, type TestStage } from '../../test/stage/stage.ts';
import { figure, type Rows, type Subject } from '../frame/subject.ts';

const workers = 100_000;
const rounds = 100;

export const api: Subject = {
  title: 'How long a call takes',
  how:
    `${figure(workers, 0)} workers, all due in November, at 09:10 on the day of the first step; ` +
    `${rounds} calls each, in turn, one at a time (a preview: ${rounds / 10}). Milliseconds, and the ` +
    'median as a ratio to that of /api/me, which reads no worker.',
  columns: ['call', 'p50 ms', 'p99 ms', 'p50 ÷ /api/me'],
  parts: { calls: measured },
};

async function measured(): Promise<Rows> {
  const stage = await startTestStage({ now: '2026-11-01T08:00+07:00', heldOut: true });
  try {
    for (let first = 1; first <= workers; first += 1_000)
      await stage.importCsv(csvOf(people(1_000, {}, first)));
    await stage.clockTo('2026-11-11T09:10:00+07:00');
    const times = await timesOf(await callsOn(stage));
    const me = middle(times.get('GET /api/me') ?? []);
    return [...times].map(([call, taken]) => [
      ...[
        call,
        figure(middle(taken), 1),
        figure(at(taken, 0.99), 1),
        figure(middle(taken) / me, 1),
      ],
    ]);
  } finally {
    await stage.stop();
  }
}

type Call = () => Promise<unknown>;

async function callsOn(stage: TestStage): Promise<ReadonlyMap<string, Call>> {
  const { nik } = people(1)[0] as Person;
  const { workerId } = await stage.worker(nik);
  const plan = await stage.ask<object>('GET', '/api/plan', asAdmin());
  const asked = { plan, from: '2026-11-12', to: '2027-02-09' };
  const get = (path: string): [string, Call] => [
    `GET ${path}`,
    () => stage.ask('GET', path.replace('{id}', workerId), asAdmin()),
  ];
  return new Map([
    get('/api/me'),
    get('/api/workers?month=2026-11'),
    get('/api/workers/{id}'),
    ['POST /api/workers/find', () => stage.ask('POST', '/api/workers/find', asAdmin({ nik }))],
    get('/api/attention?kind=undelivered'),
    get('/api/runs?date=2026-11-11'),
    get('/api/payments?date=2026-11-11'),
    get('/api/renewals?from=2026-09&to=2026-11'),
    get('/api/members?from=2026-09&to=2026-11'),
    [
      `POST /api/plan/preview, 90 days`,
      () => stage.ask('POST', '/api/plan/preview', asAdmin(asked)),
    ],
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

const middle = (times: readonly number[]): number => at(times, 0.5);

const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))] ??
  0;

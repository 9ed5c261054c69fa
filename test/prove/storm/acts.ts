import { request } from 'node:http';
import type { Plan } from '#domain/plan/plan';
import type { RunView } from '#flows/sending/show-runs';
import { aPerson } from '#local/made-up';
import { asAdmin, json } from '../../stage/calls.ts';
import { type AtSea, isOk } from './at-sea.ts';
import { aheadOf, castSize, member, numbers, rosterOf } from './cast.ts';
import { rounds } from './days.ts';
import { payments } from './payments.ts';
import type { ActKind, Doing } from './script.ts';

/** How each kind of act is done to a stage. */
export const doing: Readonly<Record<ActKind, Doing>> = {
  'sns faults': ({ persist }, { times, share }) =>
    persist(
      'POST',
      '/_local/faults',
      json({
        sns: [
          { kind: 'throttle', count: 3 * times },
          { kind: 'error', count: times },
          { kind: 'refuse', count: 1 },
          { kind: share < 0.5 ? 'timeout' : 'accept-then-timeout', count: times },
        ],
      }),
    ),
  'table faults': ({ persist }, { id, times, share }) => {
    const percent = [1, 3, 8][times - 1];
    const seed = Math.floor(share * 2 ** 31) + id.length;
    return persist(
      'POST',
      '/_local/faults',
      json({ dynamodb: { throttlePercent: percent, conflictPercent: percent, seed } }),
    );
  },
  kill: ({ kill }) => kill(),
  fire: (sea, { round, times, who, share }) => {
    const zone = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'][who % 3];
    const at = rounds[round]?.times ?? [];
    const time = at[Math.floor(share * at.length)];
    return Promise.all(
      numbers(1, times).map(async () => {
        // What is cut off fires no more: the schedule and the watchdog see to it.
        const { status } = await sea.once('POST', '/_local/fire', json({ zone, time }));
        if (status < 500) sea.count(`fired ${times} at once`);
      }),
    );
  },
  async retry({ persist, count }, { round, share }) {
    const { items } = (await persist('GET', `/api/runs?date=${rounds[round]?.date}`, asAdmin()))
      .body as { items: readonly RunView[] };
    const run = items[Math.floor(share * items.length)];
    if (!run) return;
    await persist('POST', `/api/runs/${run.runId}/retry`, asAdmin());
    count('run retried');
  },
  async 'clock jump'({ once, count }, { times, share }) {
    await once('POST', '/_local/clock', json({ by: `PT${times * Math.ceil(share * 10)}M` }));
    count('clock jump');
  },
  ...payments,
  stop: async (sea, { who }) => {
    await sea.tell('stopped', who, async () => isOk(await onWorker(sea, 'POST', who, '/stop')));
  },
  'texts again': async (sea, { who }) => {
    const stopped = sea.told.findLast(({ what }) => what === 'stopped')?.who ?? who;
    await sea.tell('texts again', stopped, async () =>
      isOk(await onWorker(sea, 'DELETE', stopped, '/stop')),
    );
  },
  erasure: async (sea, { who }) => {
    await sea.tell('erased', who, async () => isOk(await onWorker(sea, 'DELETE', who)));
  },
  correction: async (sea, { who, times, share }) => {
    const facts = [
      { phone: aPerson(50_000_000 + Math.floor(share * 1_000_000)).phone },
      { name: member(who).name.replace('Siti', 'Tini') },
      { language: 'en' },
    ][times - 1];
    sea.count('correction');
    await onWorker(sea, 'PATCH', who, '', facts);
  },
  ending: async (sea, { who }) => {
    const ended = { on: '2026-11-10', reason: 'died' };
    await sea.tell('ended', who, async () =>
      isOk(await onWorker(sea, 'PATCH', who, '', { ended })),
    );
  },
  /** Each round brings two more who are new. */
  'roster again': (sea, { who, round }) =>
    importAll(sea, [
      ...numbers(Math.max(1, who - 40), 40),
      ...numbers(castSize + 1, 2 * (round + 1)),
    ]),
  'roster ahead': async (sea, { who }) => {
    await sea.tell('ahead', who, async () => {
      const csv = rosterOf([[who, { coveredThrough: aheadOf(who) }]]);
      return isOk(await sea.persist('POST', '/api/workers/import', { role: 'admin', body: csv }));
    });
    sea.count('roster ahead');
  },
  async 'import cut off'(sea, { who, share }) {
    const chunk = numbers(Math.max(1, who - 60), 60);
    await cutOff(sea, rosterOf(chunk.map((number) => [number])), share);
    sea.count('import cut off');
    await importAll(sea, chunk);
  },
  async 'plan edit'(sea, { times, share }) {
    const at = ['12:00', '12:30', '13:00'][times - 1] ?? '12:00';
    for (;;) {
      const plan = (await sea.persist('GET', '/api/plan', asAdmin())).body as Plan;
      const steps = plan.steps.map((step) => (step.id === 'noon' ? { ...step, at } : step));
      const holdoutPercent = 10 + Math.floor(share * 10);
      const { status } = await sea.persist('PUT', '/api/plan', {
        ...asAdmin({ ...plan, steps, holdoutPercent }),
        headers: { 'if-match': String(plan.version) },
      });
      if (status === 409) continue;
      return sea.count('plan edit');
    }
  },
  /** Until the end of the round. */
  pause: (sea) =>
    sea.tell('paused', 0, async () =>
      isOk(await sea.persist('POST', '/api/plan/pause', asAdmin())),
    ),
};

async function onWorker(sea: AtSea, method: string, who: number, path = '', facts?: object) {
  const id = await idOf(sea, who);
  if (!id) return { status: 404 };
  for (;;) {
    const answer = await sea.persist(method, `/api/workers/${id}${path}`, asAdmin(facts));
    // Written by others all the time: the office tries again.
    if (answer.status !== 409) return answer;
  }
}

/** Null where they are not there, or not any more. */
async function idOf(sea: AtSea, who: number): Promise<string | null> {
  const found = await sea.persist('POST', '/api/workers/find', asAdmin({ nik: member(who).nik }));
  return (found.body as { items: { workerId: string }[] }).items[0]?.workerId ?? null;
}

async function importAll(sea: AtSea, chunk: readonly number[]): Promise<void> {
  const body = rosterOf(chunk.map((number) => [number]));
  await sea.persist('POST', '/api/workers/import', { role: 'admin', body });
  sea.count('roster again');
}

/** The office's line breaks a moment after the roster was sent. */
const cutOff = async (sea: AtSea, body: string, share: number): Promise<void> => {
  const { token } = (await sea.persist('POST', '/_local/sign-in', json({ role: 'admin' })))
    .body as { token: string };
  await new Promise<void>((resolve) => {
    const headers = { authorization: `Bearer ${token}` };
    const sending = request(`${sea.stage.url()}/api/workers/import`, { method: 'POST', headers });
    sending.once('error', () => undefined).once('close', resolve);
    sending.end(body);
    setTimeout(() => sending.destroy(), share * 200);
  });
};

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { identity } from '#aws/people/identity';
import { begunImport } from '#domain/imports/import';
import { textFingerprint } from '#domain/messages/text-mark';
import { emptyTrial } from '#domain/sending/trial';
import { recordPayment } from '#flows/payments/record-payment';
import { stopTexts } from '#flows/people/change-worker';
import { signedHeaders } from '#local/demo/signed-notice';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { trialAt } from '#local/memory/state';
import { type Route, type RouteKey, routes } from '#triggers';
import { aWorker, rosterCells, rosterOf } from '../../builders.ts';
import { aReminder } from '../../contract/builders.ts';
import { by, edit, nine, paymentOf, planWith } from '../flows/given.ts';
import { settings } from '../flows/settings.ts';
import { type Call, calls, failures, givenHandlers, invoke } from './calls.ts';
import { gate, newWorld, secrets, webhookSecret } from './memory-wiring.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

/** After a 500 we say that the same call again is safe. Here each is stopped after each await. */

const given = givenHandlers();
const nik = rosterCells.nik ?? '';
const siti = aWorker({ workerId: identity('test').workerIdOf(nik) });
const ofSiti = { params: { id: siti.workerId } };
const key = { channel: 'bank', reference: 'P-1' };
const finance = '[finance]';

type Case = Call & Readonly<{ given?: (memory: InMemoryPorts) => unknown }>;
const pay = (memory: InMemoryPorts, workerId = siti.workerId) =>
  recordPayment(paymentOf({ amount: 9_000 }), workerId, memory, settings);
const twoVersions = (memory: InMemoryPorts): void => edit(memory, { catchUpDays: 2 });

function proposal({ state }: InMemoryPorts): void {
  vi.stubEnv('SETTINGS', JSON.stringify({ ...settings, approval: true }));
  const plan = { ...planWith({ catchUpDays: 2 }), version: 2 };
  state.plans.push({ plan, savedAt: nine, savedBy: 'user-2', replaces: 1, approval: null });
}

const importId = 'imp_0123456789abcdef0123';

function triedImport({ state }: InMemoryPorts): void {
  const asked = { kind: 'workers', fileName: 'roster.csv', bytes: 9, dryRun: true } as const;
  const begun = { importId, begunAt: nine, by: 'user-1', byName: 'dewi' };
  const of = { ...begunImport(asked, begun), phase: 'done', arrivedAt: nine } as const;
  state.imports.set(importId, of);
}

const texts = ['before', 'eve', 'after'].map((step) =>
  aReminder({ ...{ status: 'failed', workerId: siti.workerId, step } }),
);
const failedIds = texts.map(({ at, workerId, month, step }) =>
  [at, workerId, month, step].join('#'),
);

async function failedItems({ reminders }: InMemoryPorts): Promise<void> {
  for (const text of texts) await reminders.write(text, siti.rev);
}

async function resolvedItems(memory: InMemoryPorts): Promise<void> {
  await failedItems(memory);
  for (const id of failedIds) await memory.attention.resolve('failed', id, () => null);
}

/** And its text was corrected since: the slice changes too, not the trial alone. */
async function halted(memory: InMemoryPorts): Promise<void> {
  await invoke('plan-run', { zone: 'Asia/Jakarta', time: '09:00', scheduledTime: nine });
  const [slice] = memory.state.slices.values();
  const [before] = planWith().steps;
  if (!slice || !before) throw new Error('Nothing was opened');
  const of = { date: slice.date, step: 'before', planVersion: 1 };
  for (const step of [before, { ...before, maxParts: 2 }]) {
    const trial = { ...emptyTrial({ ...of, text: textFingerprint(step) }), taken: 50, failed: 50 };
    memory.state.trials.set(trialAt(trial), trial);
  }
  edit(memory, { steps: [{ ...before, maxParts: 2 }] });
}

function signed(): Pick<Call, 'body' | 'headers'> {
  const body = JSON.stringify({ ...key, nik, amount: 8_400, paidAt: nine });
  const at = new Date(nine);
  return { body, headers: signedHeaders(webhookSecret, { id: 'msg_1', at, body }) };
}

const cases: Partial<Record<RouteKey, Case>> = {
  'POST /api/workers/import': { body: rosterOf({ covered_through: '2026-11', phone: '-' }) },
  'PATCH /api/workers/{id}': { ...ofSiti, body: { phone: '087000000009', province: 'Papua' } },
  'DELETE /api/workers/{id}': { ...ofSiti, given: pay },
  'POST /api/workers/{id}/stop': { ...ofSiti, body: {} },
  'DELETE /api/workers/{id}/stop': {
    ...ofSiti,
    given: (memory) => stopTexts(siti.workerId, null, by, memory),
  },
  'PUT /api/plan': { body: planWith({ catchUpDays: 2 }), headers: { 'if-match': '1' } },
  'POST /api/plan/restore': { body: { version: 1 }, given: twoVersions },
  'POST /api/plan/approve': { body: { version: 2 }, given: proposal },
  'POST /api/plan/pause': {},
  'POST /api/plan/resume': { given: (memory) => edit(memory, { paused: true }) },
  'POST /api/plan/test': {
    body: { step: 'before', language: 'id', phone: '+6287099999999' },
    given: (memory) => edit(memory, { testPhones: ['+6287099999999'] }),
  },
  'POST /api/runs/{runId}/retry': {
    params: { runId: 'run_WIB_2026-11-11_0900_before_2026-11' },
    given: () => invoke('plan-run', { zone: 'Asia/Jakarta', time: '09:00', scheduledTime: nine }),
  },
  'POST /api/runs/release': { body: { date: '2026-11-11', step: 'before' }, given: halted },
  'POST /api/attention/resolve': {
    body: { kind: 'failed', ids: failedIds, note: 'called' },
    given: failedItems,
  },
  'POST /api/attention/restore': {
    body: { kind: 'failed', ids: failedIds },
    given: resolvedItems,
  },
  'POST /api/payments': signed(),
  'POST /api/payments/import': {
    body: `reference,channel,nik,amount,paid_at\nP-1,bank,${nik},8400,2026-11-11 08:40`,
    groups: finance,
  },
  'POST /api/payments/reverse': {
    ...{ body: { ...key, reason: 'twice' }, groups: finance, given: pay },
  },
  'POST /api/payments/match': {
    body: { ...key, workerId: siti.workerId },
    groups: finance,
    given: (memory) => pay(memory, 'wrk_99999999999999999999'),
  },
  'POST /api/closings': {
    body: { month: '2026-07' },
    groups: finance,
    given: ({ state }) => {
      state.counters.firstImport = '2026-07-01';
    },
  },
  'POST /api/imports': {
    body: { kind: 'workers', fileName: 'roster.csv', bytes: 9, dryRun: true },
  },
  'POST /api/imports/{importId}/apply': { params: { importId }, given: triedImport },
};

const looking: readonly string[] = ['POST /api/workers/find', 'POST /api/plan/preview'];

it('each call that changes something is tried', () => {
  const changing = (routes as readonly Route[])
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path}`)
    .filter((route) => !looking.includes(route));
  expect(Object.keys(cases).sort()).toEqual(changing.sort());
});

beforeEach(() => {
  secrets['arn:webhook'] = webhookSecret;
});
afterEach(() => {
  gate.pass = async () => undefined;
});

/** Begins anew, and calls; `n` says after which passing of a port the function is stopped. */
async function called(route: string, each: Case, n: number) {
  // A sample waits for its place, which moves the clock on.
  vi.setSystemTime(nine);
  const memory = newWorld();
  given.memory = memory;
  memory.state.plans.push({ plan: planWith(), savedAt: nine, savedBy: 'deployment' });
  memory.state.workers.set(siti.workerId, siti);
  await each.given?.(memory);
  let passed = 0;
  gate.pass = async (_, when) => {
    if (when === 'before' && passed >= n) throw new Error('the function was stopped');
    if (when === 'after' && ++passed >= n) throw new Error('the function was stopped');
  };
  const { given: _, ...call } = each;
  const { status } = await calls(route, call);
  gate.pass = async () => undefined;
  failures(given);
  return { state: memory.state, call, stopped: passed >= n, status };
}

/**
 * All that matters later, but for the log of calls, messages that may repeat, and samples: each
 * call is one, and takes its place and its money.
 */
const left = ({ auditLog: _, outbox: __, ...state }: InMemoryPorts['state']) =>
  Object.fromEntries(
    Object.entries(state)
      .filter(([name]) => !['queued', 'queuedPieces', ...ofSamples].includes(name))
      .map(([name, value]) => [name, value instanceof Map ? [...value].sort() : value]),
  );

const ofSamples = ['samples', 'budgets', 'rateLimit'];

it.each(Object.entries(cases))(
  '%s, stopped anywhere and made again, has done what it does once',
  async (route, each) => {
    const whole = await called(route, each, Number.POSITIVE_INFINITY);
    expect(whole.status).toBeLessThan(300);
    for (let n = 1; ; n++) {
      const broken = await called(route, each, n);
      if (!broken.stopped) return;
      // Done the first time: the second is told so, by a refusal at most.
      expect((await calls(route, broken.call)).status).toBeLessThan(500);
      expect(left(broken.state)).toEqual(left(whole.state));
    }
  },
);

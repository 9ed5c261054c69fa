import { expect, it, vi } from 'vitest';
import { aWorker } from '../../builders.ts';
import { planWith } from '../flows/given.ts';
import { calls, givenHandlers } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();
const siti = aWorker({ memberSince: '2024-03' });
const { version: _, ...plan } = planWith();
const params = { id: siti.workerId };
const preview = (from: string, to: string) => ({ body: { plan, from, to } });

/** Each on Wednesday 11 November 2026, at nine in Jakarta (the first: openpost #73). */
it.each<[string, string, Parameters<typeof calls>[1], string, string]>([
  [
    'a stop until a day that has passed',
    'POST /api/workers/{id}/stop',
    { params, body: { until: '2026-01-15' } },
    ...['until', 'stop-over'],
  ],
  [
    'a stop until today, the first day with texts again',
    'POST /api/workers/{id}/stop',
    { params, body: { until: '2026-11-11' } },
    ...['until', 'stop-over'],
  ],
  [
    'an end that is still to come',
    'PATCH /api/workers/{id}',
    { params, body: { ended: { on: '2026-11-12', reason: 'died' } } },
    ...['ended.on', 'ends-in-future'],
  ],
  [
    'an end before the membership began',
    'PATCH /api/workers/{id}',
    { params, body: { ended: { on: '2024-02-29', reason: 'died' } } },
    ...['ended.on', 'ends-before-beginning'],
  ],
  [
    'a preview that ends before it begins',
    'POST /api/plan/preview',
    preview('2026-12-02', '2026-12-01'),
    ...['to', 'before-from'],
  ],
  [
    'a preview of days that have passed',
    'POST /api/plan/preview',
    preview('2026-10-01', '2026-11-10'),
    ...['to', 'has-passed'],
  ],
  [
    'renewals that end before they begin',
    'GET /api/renewals',
    { query: { from: '2026-11', to: '2026-10' } },
    ...['to', 'before-from'],
  ],
  [
    'members that end before they begin',
    'GET /api/members',
    { query: { from: '2026-11', to: '2026-10' } },
    ...['to', 'before-from'],
  ],
  [
    'renewals as of tomorrow',
    'GET /api/renewals',
    { query: { asOf: '2026-11-12' } },
    ...['asOf', 'still-to-come'],
  ],
  [
    'the workers behind a cohort as of tomorrow',
    'GET /api/renewals/{month}/cycles',
    { params: { month: '2026-11' }, query: { asOf: '2026-11-12' } },
    ...['asOf', 'still-to-come'],
  ],
] as never)('refuses %s', async (_, call, asked, path, code) => {
  given.memory.state.workers.set(siti.workerId, siti);
  const { status, body } = await calls(call, asked);
  expect([status, body.error.issues]).toMatchObject([400, [{ path, code }]]);
  expect(given.memory.state.workers.get(siti.workerId)).toEqual(siti);
});

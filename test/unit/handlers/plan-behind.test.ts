import { describe, expect, it, vi } from 'vitest';
import type { Zone } from '#domain/calendar/zones';
import type { Plan } from '#domain/plan/plan';
import type { CounterPlace } from '#domain/renewals/counting/counter';
import { aWorker } from '../../builders.ts';
import { planWith } from '../flows/given.ts';
import { settings } from '../flows/settings.ts';
import { calls, givenHandlers } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();
const plan = planWith();
const beforeOn = (offsetDays: number): Plan => ({
  ...plan,
  steps: plan.steps.map((step) => (step.id === 'before' ? { ...step, offsetDays } : step)),
});

/** 30 who owe November in Jakarta's zone, of whom 10 are held out, and 5 in Jayapura's. */
function counted(): void {
  const place = (zone: Zone, heldOut: boolean): CounterPlace => ({
    of: 'members',
    like: {
      coveredThrough: '2026-10',
      zone,
      language: 'id',
      sector: 'other',
      heldOut,
      reach: 'text',
    },
  });
  given.memory.state.counters.add(
    [
      { place: place('Asia/Jakarta', false), name: 'n', by: 20 },
      { place: place('Asia/Jakarta', true), name: 'n', by: 10 },
      { place: place('Asia/Jayapura', false), name: 'n', by: 5 },
    ],
    [],
  );
}

const at = (date: string, time: string): void => {
  vi.setSystemTime(new Date(`${date}T${time}:00+07:00`));
};
const put = (body: unknown, version: number) =>
  calls('PUT /api/plan', { body, headers: { 'If-Match': String(version) } });
const behindOf = ({ body }: Readonly<{ body: { behind: readonly object[] } }>) => body.behind;
const told = (date: string, textedOn: string | null) =>
  (
    [
      ['Asia/Jakarta', 30],
      ['Asia/Jayapura', 5],
    ] as const
  ).map(([zone, workers]) => ({
    ...{ step: 'before', month: '2026-11', zone, date, workers, textedOn },
  }));

describe('whose step a change puts into the past', () => {
  it('is told by the preview, by the save and once more while it can be taken back', async () => {
    counted();
    at('2026-11-11', '06:30');
    const asked = { plan: beforeOn(-6), from: '2026-11-11', to: '2026-11-12' };
    const previewed = await calls('POST /api/plan/preview', { body: asked }, 'plan-preview');
    expect(behindOf(previewed)).toEqual(told('2026-11-10', '2026-11-11'));
    expect(behindOf(await put(asked.plan, 1))).toEqual(told('2026-11-10', '2026-11-11'));
    at('2026-11-11', '06:40');
    expect(behindOf(await put(asked.plan, 2))).toEqual(told('2026-11-10', '2026-11-11'));
    expect(behindOf(await put(plan, 2))).toEqual([]);
  });

  it('longer ago than can be caught up with, gets no text', async () => {
    counted();
    at('2026-11-10', '12:00');
    expect(behindOf(await put(beforeOn(-9), 1))).toEqual(told('2026-11-07', null));
  });

  it('is told when an old proposal is approved, as of that moment', async () => {
    counted();
    vi.stubEnv('SETTINGS', JSON.stringify({ ...settings, approval: true }));
    at('2026-11-05', '12:00');
    expect(behindOf(await put(beforeOn(-6), 1))).toEqual([]);
    const [first, proposal] = given.memory.state.plans;
    Object.assign(given.memory.state.plans, [first, { ...proposal, savedBy: 'user-2' }]);
    at('2026-11-11', '06:30');
    const approved = await calls('POST /api/plan/approve', { body: { version: 2 } });
    expect(behindOf(approved)).toEqual(told('2026-11-10', '2026-11-11'));
  });

  it('is told by a resume, of those whom the pause held up', async () => {
    counted();
    at('2026-11-10', '12:00');
    expect(behindOf(await calls('POST /api/plan/pause'))).toEqual([]);
    at('2026-11-11', '21:00');
    expect(behindOf(await calls('POST /api/plan/resume'))).toEqual(
      told('2026-11-11', '2026-11-12'),
    );
    expect(behindOf(await calls('POST /api/plan/resume'))).toEqual(
      told('2026-11-11', '2026-11-12'),
    );
    at('2026-11-13', '09:00');
    expect(behindOf(await calls('POST /api/plan/resume'))).toEqual([]);
  });

  it('is told on a worker’s page as the text that comes next', async () => {
    const siti = aWorker();
    given.memory.state.workers.set(siti.workerId, siti);
    at('2026-11-11', '08:30');
    await put(beforeOn(-6), 1);
    const { body } = await calls('GET /api/workers/{id}', { params: { id: siti.workerId } });
    // A quarter of an hour after the change.
    expect(body.worker.texting.next).toMatchObject({
      ...{ step: 'before', month: '2026-11', date: '2026-11-11', at: '08:45' },
    });
  });

  it('is nobody where counters know of nobody', async () => {
    at('2026-11-11', '06:30');
    expect(behindOf(await put(beforeOn(-6), 1))).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { signedHeaders } from '#local/demo/signed-notice';
import { aWorker, rosterCells, rosterOf } from '../../builders.ts';
import { nine } from '../flows/given.ts';
import { calls, failures, givenHandlers, invoke } from './calls.ts';
import { secrets, webhookSecret } from './memory-wiring.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();
const siti = aWorker();
const nik = rosterCells.nik ?? '';

/** The table is there, and the functions have another NIK secret than the one it was made with. */
beforeEach(async () => {
  await invoke('apply-plan', {});
  given.memory.state.workers.set(siti.workerId, siti);
  secrets['arn:nik'] = 'another';
});
afterEach(() => {
  delete secrets['arn:nik'];
});

function notice() {
  const body = JSON.stringify({
    reference: 'P-1',
    channel: 'bank',
    nik,
    amount: 8_400,
    paidAt: nine,
  });
  const at = new Date(nine);
  return { body, headers: signedHeaders(webhookSecret, { id: 'msg_1', at, body }) };
}

const mapping = {
  'POST /api/workers/import': () => ({ body: rosterOf({}) }),
  'POST /api/payments/import': () => ({
    body: `reference,channel,nik,amount,paid_at,months\nEX-1,bank,${nik},8400,2026-11-11 08:40,1`,
    groups: '[finance]',
  }),
  'POST /api/payments': notice,
  'POST /api/workers/find': () => ({ body: { nik } }),
};

describe('with another NIK secret than the table was made with', () => {
  it.each(Object.entries(mapping))('%s writes nothing, and rings', async (route, call) => {
    const { workers, payments } = given.memory.state;
    expect((await calls(route, call())).status).toBe(500);
    expect([[...workers.values()], payments.size]).toEqual([[siti], 0]);
    expect(failures(given)).toEqual([expect.stringContaining('The NIK secret is not the one')]);
    delete secrets['arn:nik'];
    expect((await calls(route, call())).status).toBeLessThan(300);
  });

  it('a deployment fails', async () => {
    await expect(invoke('apply-plan', {})).rejects.toThrow('The NIK secret is not the one');
  });

  it('the call centre still finds a worker by phone, and stops their texts', async () => {
    const { body } = await calls('POST /api/workers/find', { body: { phone: siti.phone } });
    expect(body.items).toHaveLength(1);
    const params = { id: siti.workerId };
    expect((await calls('POST /api/workers/{id}/stop', { params, body: {} })).status).toBe(200);
  });
});

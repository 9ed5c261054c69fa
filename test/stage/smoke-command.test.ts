import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stageSettings, tableName } from '#local/environment';
import { readSending } from '../../bin/deploy/read-sending.ts';
import { whyWait } from '../../bin/deploy/sending.ts';
import { spawned } from './process.ts';
import { startTestStage, type TestStage } from './stage.ts';

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-10T08:55+07:00' });
});
afterAll(() => stage?.stop());

type Environment = Readonly<Record<string, string>>;

async function smoke(options: readonly string[] = [], env: Environment = {}) {
  const { child, said } = spawned('smoke.ts', ['--data', stage.folder, ...options], env);
  const [code] = await once(child, 'close');
  return { code, said: said() };
}

describe('the smoke test, on a stage that works,', () => {
  it('goes well in every step, and leaves nothing behind', async () => {
    const { code, said } = await smoke();
    expect(said).toMatch(/All 11 steps went well at http/);
    expect(said).not.toContain('WRONG');
    expect(code).toBe(0);
    expect(await stage.attention('unmatched')).toEqual([]);
    const { items } = await stage.ask<{ items: unknown[] }>(
      'GET',
      '/api/payments?from=2026-11-10&to=2026-11-10',
      { role: 'admin' },
    );
    expect(items).toEqual([]);
    expect(await stage.outbox()).toEqual([]);
  });

  it('names the step that does not go well, and what came of it, and does the others', async () => {
    const other = `whsec_${Buffer.from('what the channels do not have').toString('base64')}`;
    const { code, said } = await smoke([], { INGAT_WEBHOOK_SECRET: other });
    expect(said).toMatch(/WRONG {2}POST \/api\/payments, signed, with a NIK.*: 401: /);
    expect(said).toMatch(/1 of 11 steps did not go well/);
    expect(code).toBe(1);
  });

  it('sends a text to a phone that is on the list, and tells that another is not', async () => {
    const listed = '+6287000000001';
    const plan = await stage.ask<{ version: number }>('GET', '/api/plan', { role: 'admin' });
    await stage.ask('PUT', '/api/plan', {
      role: 'admin',
      body: JSON.stringify({ ...plan, testPhones: [listed] }),
      headers: { 'if-match': String(plan.version) },
    });
    expect(await smoke(['--text', listed])).toMatchObject({ code: 0 });
    expect(await stage.outbox(listed)).toHaveLength(1);
    const { code, said } = await smoke(['--text', '+6287000000002']);
    expect(said).toMatch(/WRONG {2}POST \/api\/plan\/test \(a text\): 403: /);
    expect(code).toBe(1);
  });
});

it('a deployment waits for a firing that the table tells of, and no longer once its texts have left', async () => {
  const client = stage.table();
  const whyAt = async (now: string) => {
    const sending = await readSending({ client, tableName }, now);
    return sending && whyWait(sending, stageSettings);
  };
  expect(await whyAt('2026-11-11T01:55:00.000Z')).toEqual([
    'At 09:00 in Asia/Jakarta texts are due.',
  ]);
  await stage.clockTo('2026-11-11T09:05+07:00');
  expect(await whyAt('2026-11-11T02:05:00.000Z')).toEqual([]);
  client.destroy();
});

it('says in one sentence that nothing answers', async () => {
  const { code, said } = await smoke(['--url', 'http://127.0.0.1:9']);
  expect(said).toBe('Nothing answers at http://127.0.0.1:9: start Ingat with npm start\n');
  expect(code).toBe(1);
});

it('texts nobody in production', async () => {
  const { code, said } = await smoke(['--stage', 'production', '--text', '+6287000000001']);
  expect(said).toMatch(/^--text is not for production/);
  expect(code).toBe(1);
});

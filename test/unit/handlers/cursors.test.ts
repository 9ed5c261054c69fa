import { describe, expect, it, vi } from 'vitest';
import { openApi } from '#handlers/contract/openapi';
import { workersNamed } from '../flows/given.ts';
import { calls, givenHandlers } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);
const given = givenHandlers();

const params = { month: '2026-11' };
const query = { month: '2026-11', kind: 'failed' };
/** A real one, of the workers who owe November. */
async function aCursor(): Promise<string> {
  for (const worker of workersNamed(60)) given.memory.state.workers.set(worker.workerId, worker);
  return (await calls('GET /api/workers', { query })).body.next;
}

const lists = Object.entries(openApi().paths as Record<string, Record<string, Listed>>).flatMap(
  ([path, { get }]) =>
    get?.parameters.some(({ name }) => name === 'cursor') ? [`GET ${path}`] : [],
);
type Listed = Readonly<{ parameters: readonly Readonly<{ name: string }>[] }>;

describe.each(lists)('%s', (list) => {
  it('goes on from no cursor that it did not give', async () => {
    const cursor = await aCursor();
    const made = ['zzz', '1', '.', 'V#1', `${cursor}x`, `x${cursor}`, cursor.slice(1), '%00', '\0'];
    for (const each of list === 'GET /api/workers' ? made : [...made, cursor])
      expect(
        await calls(list, { params, query: { ...query, cursor: each }, groups: '[admin finance]' }),
      ).toMatchObject({
        status: 400,
        body: { error: { issues: [{ path: 'cursor', code: 'not-a-cursor' }] } },
      });
  });
});

it('the cursor of one month goes on with no other month', async () => {
  const cursor = await aCursor();
  const statusOf = async (month: string): Promise<number> =>
    (await calls('GET /api/workers', { query: { ...query, month, cursor } })).status;
  expect([await statusOf('2026-11'), await statusOf('2026-12')]).toEqual([200, 400]);
});

it('all lists are tried here', () => expect(lists.length).toBeGreaterThanOrEqual(6));

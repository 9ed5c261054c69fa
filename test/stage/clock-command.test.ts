import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { close, listen } from '#local/http/aws-protocols';
import { csvOf, people } from '#local/made-up';
import { spawned } from './process.ts';
import { startTestStage, type TestStage } from './stage.ts';

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-10T08:00+07:00' });
  await stage.importCsv(csvOf(people(3)));
});
afterAll(() => stage?.stop());

async function clock(data: string, to: string) {
  const { child, said } = spawned('clock.ts', [to, '--data', data]);
  const [code] = await once(child, 'close');
  return { code, said: said().trim() };
}

const hours = async (): Promise<number> =>
  Date.parse((await stage.ask<{ now: string }>('GET', '/_local/clock')).now) / 3_600_000;

/**
 * A proxy before the stage that loses the answer to each first move of the clock: at once, while
 * the stage is still moving, or once it is there. Answers a data folder that names it, and what it
 * saw.
 */
async function losing(when: 'at once' | 'once there') {
  const moves: string[] = [];
  const server = createServer(async (asked, answer) => {
    const { method = '', url = '', headers } = asked;
    const chunks = await asked.toArray();
    const body = Buffer.concat(chunks as Buffer[]);
    const isMove = method === 'POST' && url === '/_local/clock';
    if (isMove) moves.push(body.toString());
    const isLost = isMove && moves.length === 1;
    const host = new URL(stage.url()).host;
    const onward = request(`${stage.url()}${url}`, { method, headers: { ...headers, host } });
    onward.end(body);
    if (isLost && when === 'at once') return asked.socket.destroy();
    const [got] = (await once(onward, 'response')) as [IncomingMessage];
    const content = Buffer.concat((await got.toArray()) as Buffer[]);
    if (isLost) return asked.socket.destroy();
    answer.writeHead(got.statusCode ?? 0).end(content);
  });
  const port = await listen(server, 0);
  const data = mkdtempSync(join(tmpdir(), 'ingat-lost-'));
  const local = JSON.parse(readFileSync(join(stage.folder, 'local.json'), 'utf8'));
  writeFileSync(join(data, 'local.json'), JSON.stringify({ ...local, port }));
  return { data, moves, close: () => close(server) };
}

// nodejs #46375; cht-core #10296
it.each(['at once', 'once there'] as const)(
  'where the answer is lost %s, the clock is where it was asked to be, once',
  async (when) => {
    const proxy = await losing(when);
    const before = await hours();
    const { code, said } = await clock(proxy.data, 'PT20H');
    expect(said).toMatch(/^It is .* in Jakarta\. \d texts were sent on the way\.$/m);
    expect(code).toBe(0);
    const passed = (await hours()) - before;
    expect(passed).toBeGreaterThanOrEqual(20);
    expect(passed).toBeLessThan(21);
    expect(proxy.moves).toHaveLength(2);
    expect(proxy.moves[1]).toBe(proxy.moves[0]);
    await proxy.close();
  },
);

it('each worker got one text on the way', async () => expect(await stage.outbox()).toHaveLength(3));

it.each([
  ['2020-01-01T00:00Z', 'goes forward only.'],
  ['tomorrow', '"tomorrow" is not a moment with its offset, such as 2026-11-08T08:00+07:00.'],
  ['P3X', '"P3X" is not a duration such as P3D or PT2H.'],
])('%s is refused in one sentence', async (to, sentence) => {
  const { code, said } = await clock(stage.folder, to);
  expect(said.split('\n')).toHaveLength(1);
  expect(said).toContain(sentence);
  expect(code).toBe(1);
});

import { describe, expect, it, vi } from 'vitest';
import { keptDays } from '#domain/imports/import-view';
import { handlers, pieceQueue, uploads } from '#triggers';
import { header, line } from '../flows/people/importing.ts';
import { calls, failures, givenHandlers, invoke } from './calls.ts';
import { gate } from './memory-wiring.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();
const text = `${header}\n${line(1)}\n${line(2)}\n`;
const finance = '[finance]';
const asked = { kind: 'workers', fileName: 'roster.csv', bytes: text.length, dryRun: true };

const begin = (facts: object = {}, call: object = {}) =>
  calls('POST /api/imports', { body: { ...asked, ...facts }, ...call });

const arrive = (key: string, size = text.length) =>
  invoke('split-import', { detail: { object: { key, size, etag: 'tag' } } });

async function arrived(importId: string): Promise<void> {
  given.memory.state.files.set(importId, { etag: 'tag', text });
  await arrive(`uploads/${importId}`);
}

const record = (body: unknown, receives = 1) => ({
  messageId: `message-${JSON.stringify(body)}`,
  body: JSON.stringify(body),
  attributes: { ApproximateReceiveCount: String(receives) },
});

async function workedOff(): Promise<void> {
  const { queuedPieces } = given.memory.state;
  for (let next = queuedPieces.shift(); next; next = queuedPieces.shift())
    expect(await invoke('import-piece', { Records: [record(next)] })).toEqual({
      batchItemFailures: [],
    });
}

const show = (importId: string, groups = '[admin]') =>
  calls('GET /api/imports/{importId}', { params: { importId }, groups });

describe('the import of a file', () => {
  it('begins with an address, goes on when the file has arrived, and is applied', async () => {
    const { status, body } = await begin();
    expect([status, body]).toEqual([
      200,
      {
        importId: expect.stringMatching(/^imp_[0-9a-f]{20}$/),
        upload: {
          method: 'PUT',
          url: expect.stringContaining(body.importId),
          headers: { 'content-type': 'text/csv', 'if-none-match': '*' },
        },
      },
    ]);
    const { importId } = body;
    expect((await show(importId)).body).toMatchObject({ state: 'waiting', byName: 'dewi' });
    await arrived(importId);
    expect((await show(importId)).body).toMatchObject({ state: 'running' });
    await workedOff();
    expect((await show(importId)).body).toMatchObject({
      ...{ state: 'done', dryRun: true, rows: { total: 2, done: 2 }, refusedCsv: null },
    });
    const applied = await calls('POST /api/imports/{importId}/apply', { params: { importId } });
    expect([applied.status, applied.body.state]).toEqual([202, 'running']);
    await workedOff();
    expect((await show(importId)).body).toMatchObject({ state: 'done', counts: { created: 2 } });
    expect(given.memory.state.workers.size).toBe(2);
    const entries = [...given.memory.state.auditLog.values()];
    expect(entries.map(({ call, trail }) => [call, trail?.importId])).toContainEqual([
      ...['POST /api/imports/{importId}/apply', importId],
    ]);
  });

  it.each([
    [{ kind: 'rosters' }, 'not-one-of'],
    [{ fileName: ' ' }, 'empty-text'],
    [{ bytes: 0 }, 'too-small'],
    [{ bytes: 5 * 1024 ** 3 + 1 }, 'import-too-large'],
    [{ dryRun: 'yes' }, 'wrong-type'],
    [{ rows: 3 }, 'unknown-field'],
  ])('with %j is refused', async (facts, code) => {
    expect(await begin(facts)).toMatchObject({
      status: 400,
      body: { error: { issues: [{ code }] } },
    });
    expect(given.memory.state.imports.size).toBe(0);
  });

  it('is for those who bring in files of its kind', async () => {
    expect(await begin({}, { groups: finance })).toMatchObject({ status: 403 });
    expect(await begin({ kind: 'payments' })).toMatchObject({ status: 403 });
    expect(await begin({ kind: 'payments' }, { groups: '[service]' })).toMatchObject({
      status: 403,
    });
    const { body } = await begin();
    expect(await show(body.importId, finance)).toMatchObject({ status: 403 });
    const list = async (groups: string) => (await calls('GET /api/imports', { groups })).body.items;
    expect(await list(finance)).toEqual([]);
    expect(await list('[admin finance]')).toMatchObject([{ importId: body.importId }]);
  });

  it('that nobody has begun is not found', async () => {
    expect(await show('imp_00000000000000000000')).toMatchObject({ status: 404 });
  });
});

describe('a file that has arrived', () => {
  it.each(['refused/imp_1/1.csv', 'uploads/imp_00000000000000000000'])(
    'as %s, and belongs to no import, is left alone',
    async (key) => {
      await arrive(key);
      expect(given.memory.state.queuedPieces).toEqual([]);
    },
  );
});

describe('a piece', () => {
  it('that fails comes again, and is given up at the last time', async () => {
    const { importId } = (await begin({ dryRun: false })).body;
    await arrived(importId);
    const [first] = given.memory.state.queuedPieces.splice(0);
    await invoke('import-piece', { Records: [record(first)] });
    given.memory.state.files.clear();
    const [piece] = given.memory.state.queuedPieces.splice(0);
    for (let receives = 1; receives <= pieceQueue.tries; receives++) {
      const again = record(piece, receives);
      expect(await invoke('import-piece', { Records: [again] })).toEqual({
        batchItemFailures: [{ itemIdentifier: again.messageId }],
      });
      const { state } = (await show(importId)).body;
      expect(state).toBe(receives < pieceQueue.tries ? 'running' : 'failed');
    }
    expect(failures(given)).toHaveLength(pieceQueue.tries);
  });

  it('that killed its function each time is given up by the receive after, and not tried', async () => {
    const { importId } = (await begin({ dryRun: false })).body;
    await arrived(importId);
    const [first] = given.memory.state.queuedPieces.splice(0);
    await invoke('import-piece', { Records: [record(first)] });
    const [piece] = given.memory.state.queuedPieces.splice(0);
    const last = record(piece, pieceQueue.tries + 1);
    expect(pieceQueue.maxReceives).toBe(pieceQueue.tries + 1);
    expect(await invoke('import-piece', { Records: [last] })).toEqual({
      batchItemFailures: [{ itemIdentifier: last.messageId }],
    });
    expect((await show(importId)).body).toMatchObject({
      ...{ state: 'failed', problem: { code: 'import-unfinished' } },
    });
    expect(given.memory.state.workers.size).toBe(0);
    expect(failures(given)).toHaveLength(1);
  });

  it('of which nobody knows yet, since the file kills its function, fails the import', async () => {
    const { importId } = (await begin({ dryRun: false })).body;
    await arrived(importId);
    const [first] = given.memory.state.queuedPieces.splice(0);
    await invoke('import-piece', { Records: [record(first, pieceQueue.tries + 1)] });
    expect((await show(importId)).body).toMatchObject({
      ...{ state: 'failed', problem: { code: 'import-unreadable' } },
    });
    await workedOff();
    expect(given.memory.state.files.size).toBe(0);
    expect(failures(given)).toHaveLength(1);
  });
});

it('a piece that takes too long is given up at the last time, while the function can say so', async () => {
  const { importId } = (await begin({ dryRun: false })).body;
  await arrived(importId);
  const [first] = given.memory.state.queuedPieces.splice(0);
  await invoke('import-piece', { Records: [record(first)] });
  const [piece] = given.memory.state.queuedPieces.splice(0);
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.now() });
  const reached = Promise.withResolvers<void>();
  gate.pass = async (operation) => {
    if (operation !== 'files.read') return;
    reached.resolve();
    await new Promise(() => undefined);
  };
  const last = record(piece, pieceQueue.tries);
  const worked = invoke('import-piece', { Records: [last] });
  await reached.promise;
  gate.pass = async () => undefined;
  const { timeoutSeconds } = handlers[pieceQueue.handler];
  await vi.advanceTimersByTimeAsync((timeoutSeconds - 1) * 1_000);
  expect(await worked).toEqual({ batchItemFailures: [{ itemIdentifier: last.messageId }] });
  expect((await show(importId)).body).toMatchObject({
    ...{ state: 'failed', problem: { code: 'import-unfinished' } },
  });
  expect(failures(given)).toHaveLength(1);
});

it('a file is kept for as long as its dry run says, and messages come after the function', () => {
  expect(keptDays).toBe(uploads.expireDays);
  expect(pieceQueue.visibilitySeconds).toBe(6 * handlers[pieceQueue.handler].timeoutSeconds);
});

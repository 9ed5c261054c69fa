import { describe, expect, it, vi } from 'vitest';
import { signedHeaders } from '#local/demo/signed-notice';
import { nine } from '../flows/given.ts';
import { calls, failures, givenHandlers, invoke } from './calls.ts';
import { webhookSecret } from './memory-wiring.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();
const people = [
  { nik: '9972014708950001', name: 'Siti Aminah', phone: '087000000001' },
  { nik: '9972011203880001', name: 'Joko Prasetyo', phone: '087000000002' },
  { nik: '9972015510900001', name: 'Sri Hartati', phone: '087000000003' },
] as const;
const [siti, joko, sri] = people;
const header = 'nik,name,phone,province,sector,income,jht,language,covered_through';
const roster = [
  header,
  ...people.map(
    ({ nik, name, phone }) => `${nik},${name},${phone},Jawa Tengah,other,1000000,no,id,2026-10`,
  ),
  `${sri.nik.slice(1)},${sri.name},${sri.phone},Jawa Tengah,other,1000000,no,id,2026-10`,
].join('\n');

/** All log lines, in which no NIK, no name and no spelling of a phone may stand. */
function nobodyIsIn(printed: readonly string[]): void {
  const said = printed.join('').toLowerCase();
  const traces = people.flatMap(({ nik, name, phone }) => [
    nik,
    ...name.toLowerCase().split(' '),
    phone.slice(1),
  ]);
  expect(traces.filter((trace) => said.includes(trace))).toEqual([]);
}

const load = () => calls('POST /api/workers/import', { body: roster });
const find = (body: object) => calls('POST /api/workers/find', { body });

function pay(body: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = signedHeaders(webhookSecret, { id: 'msg_1', at: new Date(nine), body: text });
  return calls('POST /api/payments', { body: text, headers });
}

async function run() {
  await invoke('plan-run', { zone: 'Asia/Jakarta', time: '09:00', scheduledTime: nine });
  const Records = given.memory.state.queued.map(({ key }, index) => ({
    messageId: `message-${index}`,
    body: JSON.stringify(key),
  }));
  return invoke('send-reminders', { Records });
}

describe('the log has no NIK, no phone and no name', () => {
  it('after an import, a find, a payment, a change and a run', async () => {
    vi.setSystemTime('2026-11-11T01:00:00.000Z');
    expect((await load()).body).toMatchObject({ created: 3, rejected: [{ line: 5 }] });
    vi.setSystemTime(nine);
    expect((await find({ phone: joko.phone })).body.items).toHaveLength(1);
    expect((await find({ nik: siti.nik.slice(1) })).status).toBe(400);
    const { workerId } = (await find({ nik: sri.nik })).body.items[0];
    expect(
      (await pay({ reference: 'P-1', channel: 'bank', nik: siti.nik, amount: 8_400, paidAt: nine }))
        .status,
    ).toBe(201);
    expect(
      (
        await pay({
          reference: 'P-2',
          channel: 'bank',
          nik: '9972011203880002',
          amount: 8_400,
          paidAt: nine,
        })
      ).status,
    ).toBe(202);
    expect(
      (await calls('PATCH /api/workers/{id}', { params: { id: workerId }, body: { name: 'Sri' } }))
        .status,
    ).toBe(200);
    given.memory.state.answers.push({ status: 'refused' });
    await run();
    expect(given.memory.state.outbox).toHaveLength(1);
    expect((await calls('DELETE /api/workers/{id}', { params: { id: workerId } })).status).toBe(
      200,
    );
    expect(given.printed.join('')).toMatch(
      /roster imported[\s\S]*payment received[\s\S]*slice worked on/,
    );
    nobodyIsIn(given.printed);
  });

  it('when a body is no JSON', async () => {
    expect((await pay(`${siti.name} ${siti.nik}`)).status).toBe(400);
    expect(
      (await calls('POST /api/workers/find', { body: `${siti.nik} ${siti.phone}` })).status,
    ).toBe(400);
    nobodyIsIn(given.printed);
  });

  it('when a text cannot be written, or a row cannot be read', async () => {
    vi.setSystemTime('2026-11-11T01:00:00.000Z');
    await load();
    vi.setSystemTime(nine);
    const [first] = given.memory.state.workers.keys();
    given.memory.state.unreadable.set(first ?? '', { reason: 'income: expected number', rev: 0 });
    await run();
    nobodyIsIn(given.printed);
  });

  it('when the table is away in the middle of everything', async () => {
    vi.setSystemTime('2026-11-11T01:00:00.000Z');
    await load();
    vi.setSystemTime(nine);
    const away = async () => {
      throw new Error('throttled');
    };
    Object.assign(given.memory.workers, { get: away, known: away, replace: away });
    Object.assign(given.memory.reminders, { write: away });
    for (const { status } of [
      await load(),
      await find({ nik: siti.nik }),
      await pay({ reference: 'P-1', channel: 'bank', nik: siti.nik, amount: 1, paidAt: nine }),
    ])
      expect(status).toBe(500);
    await run();
    nobodyIsIn(given.printed);
    expect(failures(given)).toHaveLength(4);
  });
});

describe('each line of the log', () => {
  it('says of which call it is, and of which invocation', async () => {
    vi.setSystemTime('2026-11-11T01:00:00.000Z');
    await load();
    vi.setSystemTime(nine);
    await run();
    const ids = given.printed
      .filter((line) => line.startsWith('{"level"'))
      .map((line) => JSON.parse(line))
      .map(({ message, function_request_id: invocation, correlation_id: call }) => ({
        ...{ message, invocation, call },
      }));
    expect(ids).toEqual([
      { message: 'roster imported', invocation: 'invocation-1', call: 'request-1' },
      { message: 'schedule fired', invocation: 'invocation-1', call: undefined },
      ...Array(given.memory.state.queued.length).fill({
        ...{ message: 'slice worked on', invocation: 'invocation-1', call: undefined },
      }),
    ]);
  });
});

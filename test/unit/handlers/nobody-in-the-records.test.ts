import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { signedHeaders } from '#local/demo/signed-notice';
import { nine } from '../flows/given.ts';
import { calls, failures, givenHandlers, invoke } from './calls.ts';
import { webhookSecret } from './memory-wiring.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

type Person = Readonly<Record<'nik' | 'name' | 'phone', string>>;

/** As offices write them: with the phone, a link or the NIK in the name. */
const people = [
  { nik: '9972014708950001', name: 'Siti Aminah (0870-0000-0001)', phone: '0870 0000 0001' },
  { nik: '9972011203880002', name: '9972011203880002 Joko Prasetyo', phone: '+62 870.0000.0002' },
  { nik: '9972015510900003', name: 'Sri bit.ly/hartati', phone: '0870-0000-0003' },
  { nik: '9972015610900004', name: 'Hub 087000000004 Bu Tini', phone: '62870 0000 0004' },
  { nik: '9972015710900005', name: 'https://wa.me/6287000000005', phone: '0870 0000 0005' },
] as const satisfies readonly Person[];
const [siti, joko, sri] = people;
const names = ['siti', 'aminah', 'joko', 'prasetyo', 'hartati', 'tini'];
const given = givenHandlers();

let asked = 0;
const ask = (call: string, of: Parameters<typeof calls>[1] = {}) => {
  asked += 1;
  return calls(call, { requestId: `request-${asked}`, ...of });
};

const rosterHeader = 'nik,name,phone,province,sector,income,jht,language,covered_through,group';
const lineOf = (person: Person, other: Partial<Person> = {}): string => {
  const { nik, name, phone } = { ...person, ...other };
  return `${nik},${name},${phone},Jawa Tengah,other,1000000,no,id,2026-10,`;
};

const paymentHeader = 'reference,channel,nik,amount,paid_at,months';
const paymentFile = [
  paymentHeader,
  `${siti.nik},bank,${siti.nik},8400,2026-11-11 08:40,1`,
  `${joko.phone},bank,${joko.nik},much,2026-11-11 08:40,1`,
  `P-3,${sri.nik},${sri.nik},8400,2026-11-11 08:40,1`,
  `${sri.name},bank,9972016610900006,8400,2026-11-11 08:40,1`,
].join('\n');

function notify(body: unknown, id = 'msg_1') {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = signedHeaders(webhookSecret, { id, at: new Date(), body: text });
  return ask('POST /api/payments', { body: text, headers });
}

const noticeOf = (reference: string, { nik }: { nik: string }) => ({
  ...{ reference, channel: 'bank', nik, amount: 8_400, paidAt: nine },
});

/** Each door with somebody in every place that takes a text, also where none belongs. */
const doors: Readonly<Record<string, () => Promise<unknown>>> = {
  async 'a roster'() {
    const lines = [
      lineOf(siti, { phone: siti.nik }),
      lineOf(siti, { nik: siti.phone }),
      lineOf(joko, { name: joko.nik }),
    ];
    const columns = `${rosterHeader},${siti.nik},${siti.phone}`;
    for (const header of [rosterHeader, columns, siti.nik, `${siti.name},${joko.name}`])
      await ask('POST /api/workers/import', { body: [header, ...lines].join('\n') });
  },

  async 'a correction'() {
    const id = await idOf(siti);
    const bodies = [
      { name: joko.name, phone: joko.phone, group: sri.name },
      { [siti.nik]: siti.name, [siti.phone]: 1, [siti.name]: {} },
      { name: siti.nik, phone: siti.name, province: siti.phone, ended: { on: siti.nik } },
      `${siti.name} ${siti.nik}`,
    ];
    for (const body of bodies) await ask('PATCH /api/workers/{id}', { params: { id }, body });
    await ask('POST /api/workers/{id}/stop', { params: { id }, body: { until: siti.phone } });
  },

  async 'a notice of a payment'() {
    for (const each of people) await notify(noticeOf(each.nik, each));
    await notify({ ...noticeOf('P-1', siti), channel: siti.nik });
    await notify({ ...noticeOf('P-1', siti), [siti.phone]: siti.name });
    await notify(noticeOf(siti.phone, { nik: '9972016610900007' }));
    await notify(noticeOf('P-2', { nik: siti.phone }));
    await notify(`{"reference":"${siti.name}`);
    await ask('POST /api/payments', { body: siti.nik, headers: { 'webhook-id': siti.name } });
  },

  async 'a search'() {
    const sought = [
      { phone: siti.phone },
      { nik: joko.nik },
      { nik: siti.phone },
      { workerId: siti.nik },
      { [siti.nik]: '', [siti.name]: '' },
      { name: siti.name, province: siti.name },
      { name: joko.name, province: 'Jawa Tengah', group: siti.name },
    ];
    for (const body of sought) await ask('POST /api/workers/find', { body });
    for (const id of [siti.nik, siti.phone, siti.name])
      for (const call of ['GET /api/workers/{id}', 'DELETE /api/workers/{id}/stop'])
        await ask(call, { params: { id } });
    for (const text of [siti.nik, siti.phone, siti.name]) {
      const query = { month: text, kind: text, date: text, cursor: text, from: text, zone: text };
      for (const call of ['workers', 'attention', 'audit', 'payments', 'runs', 'renewals'])
        await ask(`GET /api/${call}`, { query });
      for (const call of ['GET /api/workers', 'GET /api/workers.csv'])
        for (const name of ['cursor', 'province', 'group'])
          await ask(call, { query: { month: '2026-11', [name]: text } });
      await ask('GET /api/renewals/{month}/cycles', { params: { month: text } });
      await ask('POST /api/runs/{runId}/retry', { params: { runId: text } });
    }
  },

  async 'a preview'() {
    const { body: plan } = await ask('GET /api/plan');
    const span = { from: '2026-11-11', to: '2026-11-30' };
    const texts = { id: `Yth. ${siti.name}, hubungi ${siti.phone}` };
    const bodies = [
      { plan, ...span, workerId: await idOf(siti) },
      { plan, ...span, workerId: siti.nik },
      { plan: { ...plan, paidText: { enabled: true, texts } }, ...span },
      { plan: { ...plan, [siti.nik]: 1, onlyTo: [siti.nik, siti.name] }, ...span },
      { plan, from: siti.phone, to: siti.name, [siti.nik]: 1 },
    ];
    for (const body of bodies) await ask('POST /api/plan/preview', { body });
    const headers = { 'if-match': siti.nik };
    for (const body of [bodies[2]?.plan, bodies[3]?.plan])
      await ask('PUT /api/plan', { body, headers });
    await ask('POST /api/plan/test', {
      body: { step: siti.name, language: 'id', phone: siti.nik },
    });
  },

  async 'finance’s file'() {
    for (const body of [paymentFile, `${siti.nik},${siti.name}`, siti.name])
      await ask('POST /api/payments/import', { body, groups: '[finance]' });
    const groups = '[finance]';
    const named = { channel: 'bank', reference: siti.nik };
    const reason = `${siti.name} ${siti.phone}`;
    await ask('POST /api/payments/reverse', { body: { ...named, reason }, groups });
    const body = { ...named, reference: sri.name, workerId: await idOf(sri) };
    await ask('POST /api/payments/match', { body, groups });
    await ask('POST /api/payments/match', { body: { ...body, workerId: siti.nik }, groups });
    const item = { kind: 'flagged', id: `${siti.name}#${siti.nik}` };
    await ask('POST /api/attention/resolve', { body: item, groups });
  },

  async 'a caller without the role'() {
    const params = { id: siti.nik };
    await ask('DELETE /api/workers/{id}', { params, groups: `[${siti.name}]` });
    await ask('GET /api/runs', { query: { date: siti.nik }, groups: '[service]' });
  },

  async 'a carrier'() {
    const messages = [`${siti.phone} ${siti.name}`, JSON.stringify({ status: siti.nik })];
    const logEvents = messages.map((message, index) => ({ id: `event-${index}`, message }));
    const data = gzipSync(JSON.stringify({ messageType: 'DATA_MESSAGE', logEvents }));
    await invoke('record-delivery', { awslogs: { data: data.toString('base64') } });
    failures(given);
  },
};

async function idOf({ nik }: { nik: string }): Promise<string> {
  return (await ask('POST /api/workers/find', { body: { nik } })).body.items[0].workerId;
}

/** All that is kept besides people's own rows, as it was written. */
function records(): string {
  const { state } = given.memory;
  return JSON.stringify([[...state.auditLog.values()], state.queued, given.printed]);
}

function nobodyIsInTheRecords(): void {
  const said = records().toLowerCase();
  const packed = said.replace(/[\s.()+/-]/g, '');
  const digits = people.flatMap(({ nik, phone }) => [nik, phone.replace(/\D/g, '').slice(-9)]);
  expect([
    ...names.filter((name) => said.includes(name)),
    ...digits.filter((number) => packed.includes(number)),
  ]).toEqual([]);
}

/** At nine: firings, slices, texts and the watchdog; then payments are confirmed. */
async function run(): Promise<void> {
  vi.setSystemTime(nine);
  await invoke('plan-run', { zone: 'Asia/Jakarta', time: '09:00', scheduledTime: nine });
  await sendQueued();
  const before = given.memory.state.queued.length;
  for (const job of ['watchdog', 'apply-plan'] as const) await invoke(job, {});
  await sendQueued(before);
}

/** Queued since so many were: what was queued is looked at later. */
async function sendQueued(before = 0): Promise<void> {
  const Records = given.memory.state.queued.slice(before).map(({ key }, index) => ({
    messageId: `message-${index}`,
    body: JSON.stringify(key),
  }));
  await invoke('send-reminders', { Records });
}

beforeEach(async () => {
  asked = 0;
  vi.setSystemTime('2026-11-11T01:00:00.000Z');
  const body = [rosterHeader, ...people.map((each) => lineOf(each))].join('\n');
  expect((await ask('POST /api/workers/import', { body })).body.created).toBe(people.length);
});

describe('audit log, log, counts and queues name nobody', () => {
  it.each(Object.keys(doors))('after %s', async (door) => {
    await doors[door]?.();
    nobodyIsInTheRecords();
  });

  it('after all of them and a day of texts; and no text has a link, a number or a NIK', async () => {
    await run();
    for (const door of Object.values(doors)) await door();
    await run();
    const { auditLog, queued, outbox } = given.memory.state;
    expect(auditLog.size).toBeGreaterThan(50);
    expect(queued.length).toBeGreaterThan(0);
    expect(given.printed.join('')).toMatch(/schedule fired[\s\S]*slice worked on/);
    nobodyIsInTheRecords();
    for (const { text } of outbox)
      expect(text).not.toMatch(/https?:|www\.|\w\.(?:ly|me|com|id)\b|\d(?:[\s.()/-]{0,3}\d){9}/i);
    expect(outbox.map(({ text }) => text.split(',')[0]).sort()).toEqual([
      'Yth. Bapak/Ibu',
      'Yth. Hub Bu Tini',
      'Yth. Joko Prasetyo',
      'Yth. Siti Aminah',
      'Yth. Sri',
    ]);
  });
});

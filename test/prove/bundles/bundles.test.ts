import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Plan } from '#domain/plan/plan';
import type { SliceKey } from '#domain/sending/slice';
import { signedHeaders } from '#local/demo/signed-notice';
import { handlers } from '#triggers';
import { type Moto, startMoto } from '../moto.ts';
import { type Answered, type Aws, deployedOn } from './aws.ts';
import { logEvents, sqsEvent } from './events.ts';
import { lightness, most } from './light.ts';

/** Every function as it is deployed, on moto: days of December 2026, one test after the other. */
let moto: Moto;
let aws: Aws;
beforeAll(async () => {
  moto = await startMoto();
  aws = await deployedOn(moto);
  aws.at('2026-12-13T09:00:00Z');
});
afterAll(() => moto.stop());

const nik = (serial: number) => `997201550390000${serial}`;
const phone = (serial: number) => `+6287000000000${serial}`;
const line = (serial: number, name: string) =>
  `${nik(serial)},${name},${phone(serial)},Jawa Tengah,other,1000000,no,id,2026-11,Batik`;
const roster = [
  'nik,name,phone,province,sector,income,jht,language,covered_through,group',
  line(1, 'Siti Aminah'),
  line(2, 'Slamet Riyadi'),
  line(3, 'Budi Santoso'),
].join('\n');

type Listed = Readonly<{ items: readonly Readonly<Record<string, unknown>>[] }>;
const listed = ({ body }: Answered) => (body as Listed).items;
const found = async (serial: number) => {
  const [item] = listed(await aws.api('POST /api/workers/find', { body: { nik: nik(serial) } }));
  return String(item?.workerId);
};
const timeline = async (serial: number) =>
  (
    (await aws.api('GET /api/workers/{id}', { params: { id: await found(serial) } })).body as {
      timeline: readonly Readonly<Record<string, unknown>>[];
    }
  ).timeline;

it('a deployment makes the plan and its schedules', async () => {
  await aws.call('apply-plan', {});
  expect(await aws.schedules()).toEqual([
    'remind-Asia_Jakarta-0900',
    'remind-Asia_Jayapura-0900',
    'remind-Asia_Makassar-0900',
  ]);
});

it('an access token gets the name of its owner', async () => {
  const event = {
    version: '2',
    triggerSource: 'TokenGeneration_HostedAuth',
    request: { userAttributes: { sub: 'user', name: 'Ayu Puspita', email: 'ayu@ingat.example' } },
    response: { claimsAndScopeOverrideDetails: null },
  };
  expect(JSON.stringify(await aws.call('name-staff', event))).toContain('"name":"Ayu Puspita"');
});

it('people who sign in learn their roles, and anybody the contract', async () => {
  expect((await aws.api('GET /api/me')).body).toMatchObject({ roles: ['admin', 'finance'] });
  expect((await aws.api('GET /api/openapi.json')).body).toHaveProperty('openapi');
});

/** Before anybody is there: whether a worker is held out is drawn when their cycle begins. */
it('the plan is changed, previewed and resumed, and its schedules follow', async () => {
  const { body } = await aws.api('GET /api/plan');
  const { steps, ...plan } = body as Plan;
  const changed = {
    ...plan,
    holdoutPercent: 0,
    paidText: { ...plan.paidText, enabled: true },
    testPhones: [phone(1)],
    steps: steps.map((step) => (step.id === 'after' ? { ...step, at: '10:30' } : step)),
  };
  const days = { plan: changed, from: '2026-12-13', to: '2026-12-31' };
  expect((await aws.api('POST /api/plan/preview', { body: days })).status).toBe(200);
  const headers = { 'if-match': String(plan.version) };
  expect((await aws.api('PUT /api/plan', { headers, body: changed })).status).toBe(200);
  expect((await aws.api('POST /api/plan/resume')).status).toBe(200);
  expect(await aws.schedules()).toHaveLength(6);
});

it('a roster is imported, and its people are found', async () => {
  const { status, body } = await aws.api('POST /api/workers/import', {
    headers: { 'content-type': 'text/csv' },
    body: roster,
  });
  expect({ status, body }).toMatchObject({ status: 200, body: { created: 3 } });
  expect(await found(1)).toMatch(/^wrk_/);
});

it('a file of workers is uploaded, cut, worked off and listed, and applied', async () => {
  const file = `${roster}\nx${line(4, 'Wayan')}\n`;
  const asked = { kind: 'workers', fileName: 'roster.csv', bytes: file.length, dryRun: true };
  const begun = (await aws.api('POST /api/imports', { body: asked })).body as Begun;
  const { url, method, headers } = begun.upload;
  expect((await fetch(url, { method, headers, body: file })).status).toBe(200);
  const params = { importId: begun.importId };
  const show = async () => (await aws.api('GET /api/imports/{importId}', { params })).body;
  const key = `uploads/${begun.importId}`;
  const etag = createHash('md5').update(file).digest('hex');
  await aws.call('split-import', { detail: { object: { key, size: file.length, etag } } });
  await workedOff();
  const shown = (await show()) as { refusedCsv: string };
  expect(shown).toMatchObject({ state: 'done', counts: { unchanged: 3, rejected: 1 } });
  const list = await (await fetch(shown.refusedCsv)).text();
  expect(list.split('\r\n')[1]).toMatch(/^5;rejected;nik;/);
  expect((await aws.api('POST /api/imports/{importId}/apply', { params })).status).toBe(202);
  await workedOff();
  expect(await show()).toMatchObject({ state: 'done', dryRun: false });
  expect(listed(await aws.api('GET /api/imports'))).toHaveLength(1);
});

type Begun = Readonly<{
  importId: string;
  upload: Readonly<{ method: string; url: string; headers: Readonly<Record<string, string>> }>;
}>;

/** Until nothing is on the queue: what is done may put more on it. */
async function workedOff(): Promise<void> {
  for (let all = await aws.taken('pieces'); all.length > 0; all = await aws.taken('pieces'))
    for (const each of all)
      expect(await aws.call('import-piece', sqsEvent(each))).toEqual({ batchItemFailures: [] });
}

it('a sample text leaves', async () => {
  const body = { step: 'eve', language: 'id', phone: phone(1) };
  expect((await aws.api('POST /api/plan/test', { body })).body).toMatchObject({ status: 'sent' });
  expect(await aws.texts()).toEqual([{ phone: phone(1), text: expect.any(String) }]);
});

/** Answers which slices lay on the queue at first. A slow sender puts its slice back. */
async function sendAll(): Promise<readonly SliceKey[]> {
  const first = await aws.taken('slices');
  for (let slices = first; slices.length > 0; slices = await aws.taken('slices'))
    for (const slice of slices)
      expect(await aws.call('send-reminders', sqsEvent(slice))).toEqual({ batchItemFailures: [] });
  return first.map((body) => JSON.parse(body));
}

it('a schedule fires, its slices are queued, and their texts leave', async () => {
  aws.at('2026-12-14T02:00:10Z');
  const firing = await aws.inputOf('remind-Asia_Jakarta-0900', '2026-12-14T02:00:00Z');
  await aws.call('plan-run', firing);
  expect(await sendAll()).toHaveLength(4);
  const texted = (await aws.texts()).slice(1).map(({ phone }) => phone);
  expect(texted.sort()).toEqual([1, 2, 3].map(phone));
});

it('the delivery log says what became of them', async () => {
  const [at, sent] = [aws.now(), await aws.sent()];
  const deliveries = sent.map(({ messageId, phone: to }) => ({
    ...{ messageId, phone: to, at },
    status: to === phone(2) ? 'FAILURE' : 'SUCCESS',
  }));
  for (const event of logEvents(deliveries)) await aws.call('record-delivery', event);
  expect((await timeline(1))[0]).toMatchObject({ step: 'eve', status: 'delivered' });
  expect((await timeline(2))[0]).toMatchObject({ step: 'eve', status: 'undelivered' });
});

it('a signed payment is recorded once, and one that is signed otherwise is refused', async () => {
  const body = JSON.stringify({
    ...{ reference: 'BANK-1', channel: 'bank', nik: nik(1), amount: 8_400, months: 1 },
    paidAt: '2026-12-14T09:00:00+07:00',
  });
  const secret = await aws.secret('Webhook');
  const notice = { id: 'msg_1', at: new Date(aws.now()), body };
  const send = (headers: Readonly<Record<string, string>>) =>
    aws.api('POST /api/payments', { headers, body });
  expect((await send(signedHeaders(secret, notice))).status).toBe(201);
  expect((await send(signedHeaders(secret, notice))).status).toBe(200);
  const strange = signedHeaders(Buffer.from('another secret').toString('base64'), notice);
  expect((await send(strange)).status).toBe(401);
  expect(await timeline(1)).toContainEqual(expect.objectContaining({ reference: 'BANK-1' }));
});

it('finance imports payments, and reverses one', async () => {
  const file = [
    'reference,channel,nik,amount,paid_at,months',
    `POS-1,pos,${nik(2)},8400,2026-12-14T09:00:30+07:00,1`,
  ].join('\n');
  const imported = await aws.api('POST /api/payments/import', {
    headers: { 'content-type': 'text/csv' },
    body: file,
  });
  expect(imported.status).toBe(200);
  const reversed = await aws.api('POST /api/payments/reverse', {
    body: { channel: 'pos', reference: 'POS-1', reason: 'Paid for somebody else.' },
  });
  expect(reversed.status).toBe(200);
});

it('the watchdog queues firings that never came, and payments that are to be confirmed', async () => {
  aws.at('2026-12-14T03:00:00Z');
  const before = (await aws.texts()).length;
  await aws.call('watchdog', {});
  const keys = await sendAll();
  const late = keys.filter(({ step, zone }) => step !== 'paid' && zone !== 'Asia/Makassar');
  expect(late.map(({ zone }) => zone)).toEqual(Array(4).fill('Asia/Jayapura'));
  // A payment that was reversed may wait in another shard: it is told to nobody.
  expect(keys.map(({ step }) => step)).toContain('paid');
  expect((await aws.texts()).slice(before)).toMatchObject([{ phone: phone(1) }]);
});

it('changes of the table are counted, in the windows of its stream', async () => {
  const { shardId, Records } = await aws.changes();
  const workers = Records.filter(({ dynamodb }) => dynamodb?.Keys?.pk?.S?.startsWith('WRK#'));
  expect(workers.length).toBeGreaterThan(10);
  const window = { start: '2026-12-14T03:00:00Z', end: '2026-12-14T03:00:10Z' };
  const event = { window, shardId, state: {}, isFinalInvokeForWindow: false };
  await aws.call('tally', { ...event, Records: workers });
  await aws.call('tally', { ...event, Records: [], isFinalInvokeForWindow: true });
  const { body } = await aws.api('GET /api/renewals', {
    query: { from: '2026-12', to: '2026-12' },
  });
  expect(JSON.stringify(body)).toMatch(/"due":3/);
});

it('a round of credit buys what it may', async () => {
  await aws.call('spend-credit', {});
});

it('who looks sees what was done', async () => {
  const query = { date: '2026-12-14' };
  expect(listed(await aws.api('GET /api/runs', { query }))).toHaveLength(4);
  expect((await aws.api('GET /api/attention', { query: { kind: 'dead-letter' } })).status).toBe(
    200,
  );
  expect(listed(await aws.api('GET /api/payments'))).toHaveLength(2);
  expect(listed(await aws.api('GET /api/audit', { query })).length).toBeGreaterThan(5);
});

it('what needs a person is counted, resolved with a note, and put back', async () => {
  const kind = 'undelivered';
  const totals = async () => {
    const all = listed(await aws.api('GET /api/attention/totals'));
    return all.find((each) => each.kind === kind);
  };
  expect(await totals()).toMatchObject({ items: 1, workers: 1, isAll: true });
  const query = { kind, group: 'Batik', order: 'oldest' };
  const [item] = listed(await aws.api('GET /api/attention', { query }));
  expect(item).toMatchObject({ worker: { name: 'Slamet Riyadi', phone: phone(2) } });
  const done = async (act: string, more: object) =>
    listed(
      await aws.api(`POST /api/attention/${act}`, { body: { kind, ids: [item?.id], ...more } }),
    );
  expect(await done('resolve', { note: 'called' })).toMatchObject([{ done: true }]);
  expect(await totals()).toMatchObject({ items: 0 });
  expect(await done('restore', {})).toMatchObject([{ done: true }]);
  expect(await totals()).toMatchObject({ items: 1 });
  const said = (await timeline(2)).filter((entry) => entry.kind === 'change');
  expect(said.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['attention-resolved', 'attention-restored']),
  );
});

it('no function of triggers.ts was left out', () => {
  expect(
    Object.keys(handlers).filter((name) => !aws.ran.has(name as keyof typeof handlers)),
  ).toEqual([]);
});

it('every bundle is small and quick to start', async () => {
  const heavy: string[] = [];
  for (const [name, { folder }] of aws.functions) {
    const { kilobytes, ratio } = await lightness(folder);
    const said = `${name}: ${Math.round(kilobytes)} KB, import ${ratio?.toFixed(2) ?? '-'}`;
    console.info(said);
    if (kilobytes > most.kilobytes || (ratio ?? 0) > most.ratio) heavy.push(said);
  }
  expect(heavy).toEqual([]);
});

import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { identity } from '#aws/people/identity';
import { busy } from '#domain/refused';
import { aWorker } from '../../builders.ts';
import { nine } from '../flows/given.ts';
import { calls, failures, givenHandlers } from './calls.ts';
import { secrets, webhookSecret } from './memory-wiring.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();
const { workerId } = aWorker();
const notice = {
  reference: 'P-1',
  channel: 'bank',
  workerId,
  amount: 8_400,
  paidAt: '2026-11-11T08:40:00+07:00',
};

const other = `whsec_${Buffer.from('a secret that takes its place').toString('base64')}`;

beforeEach(() => {
  secrets['arn:webhook'] = webhookSecret;
  given.memory.state.workers.set(workerId, aWorker());
});

/** What a channel sends, signed `secondsAgo`, and perhaps changed on the way. */
function send(
  body: unknown,
  {
    secondsAgo = 0,
    changed = body,
    headers = {},
  }: { secondsAgo?: number; changed?: unknown; headers?: object } = {},
) {
  const at = new Date(Date.parse(nine) - secondsAgo * 1_000);
  const text = (content: unknown) =>
    typeof content === 'string' ? content : JSON.stringify(content);
  const signature = new Webhook(webhookSecret).sign('msg_1', at, text(body));
  const signed = {
    'Webhook-Id': 'msg_1',
    'Webhook-Timestamp': String(Math.floor(at.getTime() / 1_000)),
    'Webhook-Signature': signature,
  };
  return calls('POST /api/payments', {
    body: text(changed),
    headers: { ...signed, ...headers },
    groups: '',
  });
}

describe('a payment', () => {
  it('is recorded once; other content under the same reference is refused', async () => {
    expect(await send(notice)).toMatchObject({
      status: 201,
      body: { status: 'recorded', payment: { paidAt: '2026-11-11T01:40:00.000Z', months: null } },
    });
    expect(given.memory.state.workers.get(workerId)?.coveredThrough).toBe('2026-11');
    expect(await send({ ...notice, paidAt: '2026-11-11T08:41:00+07:00' })).toMatchObject({
      status: 200,
      body: { status: 'already-recorded' },
    });
    expect(await send({ ...notice, amount: 8_500 })).toMatchObject({
      status: 409,
      body: { error: { code: 'conflict' } },
    });
  });

  it('is the same one with marks in it that nobody sees', async () => {
    expect(await send(notice)).toMatchObject({ status: 201 });
    const marked = { ...notice, reference: '\u202aP\u20111\u202c\u00a0', channel: 'ba\u200bnk' };
    expect(await send(marked)).toMatchObject({ status: 200 });
  });

  it('of a NIK with the serial 0000, which Excel has rounded, is kept for a person', async () => {
    expect(await send({ ...notice, workerId: undefined, nik: '9972014708950000' })).toMatchObject({
      status: 202,
      body: { status: 'unmatched' },
    });
    expect((await given.memory.attention.list('unmatched', null)).items).toHaveLength(1);
  });

  it('that was matched with another than its channel named is known when it comes again', async () => {
    const ofNobody = { ...notice, workerId: undefined, nik: '9972014708950001' };
    await send(ofNobody);
    const key = { channel: 'bank', reference: 'P-1' };
    const matched = await calls('POST /api/payments/match', {
      body: { ...key, workerId },
      groups: 'finance',
    });
    expect(matched).toMatchObject({ status: 200, body: { payment: { workerId } } });
    for (const again of [ofNobody, notice])
      expect(await send(again)).toMatchObject({
        status: 200,
        body: { status: 'already-recorded' },
      });
    const another = { ...ofNobody, nik: '9972014708950002' };
    expect(await send(another)).toMatchObject({ status: 409 });
    expect(JSON.stringify(given.memory.state.payments.get('bank#P-1'))).not.toContain(
      identity('test').workerIdOf('9972014708950001'),
    );
  });

  it('of a NIK nobody knows is kept for a person', async () => {
    expect(await send({ ...notice, workerId: undefined, nik: '9972014708950001' })).toMatchObject({
      status: 202,
      body: { status: 'unmatched' },
    });
    expect((await given.memory.attention.list('unmatched', null)).items).toHaveLength(1);
  });

  it('is counted once, and apart where it is of nobody', async () => {
    await send(notice);
    await send(notice);
    const ofNobody = { ...notice, reference: 'P-2', workerId: undefined, nik: '9972014708950001' };
    await send(ofNobody);
    await send(ofNobody);
    const said = given.printed.join('');
    expect(said.match(/"payments":1/g)).toHaveLength(2);
    expect(said.match(/"unmatched-payments":1/g)).toHaveLength(1);
  });

  it.each([null, 1, 12])('may name months: %s', async (months) => {
    expect((await send({ ...notice, amount: 200_000, months })).body.payment.months).toBe(months);
  });
});

describe('a signature', () => {
  it.each([
    ['that is forged', { headers: { 'Webhook-Signature': 'v1,aGVsbG8=' } }],
    ['of another body', { changed: { ...notice, amount: 1 } }],
    ['of six minutes ago', { secondsAgo: 360 }],
    ['of six minutes ahead', { secondsAgo: -360 }],
    ['without its time', { headers: { 'Webhook-Timestamp': '' } }],
    ['that is missing', { headers: { 'Webhook-Signature': '' } }],
  ])('%s is answered 401, and nothing is recorded', async (_, how) => {
    expect(await send(notice, how)).toMatchObject({
      status: 401,
      body: { error: { code: 'unauthorized' } },
    });
    expect(given.memory.state.payments.size).toBe(0);
  });

  it('that is refused is counted for the alarm, and one that holds is not', async () => {
    await send(notice);
    expect(given.printed.join('')).not.toContain('refused-signatures');
    await send(notice, { headers: { 'Webhook-Signature': 'v1,aGVsbG8=' } });
    await send(notice, { secondsAgo: 360 });
    expect(given.printed.join('').match(/"refused-signatures":1/g)).toHaveLength(2);
  });

  it('made with either of two secrets holds, while one takes the place of the other', async () => {
    secrets['arn:webhook'] = `${other}\n${webhookSecret}\n`;
    expect((await send(notice)).status).toBe(201);
    secrets['arn:webhook'] = other;
    expect((await send({ ...notice, reference: 'P-2' })).status).toBe(401);
  });

  it('of four minutes ago still holds', async () => {
    expect((await send(notice, { secondsAgo: 240 })).status).toBe(201);
  });
});

describe('a payment is refused, naming the field, when', () => {
  it.each<[string, object, string]>([
    ['the amount is nothing', { amount: 0 }, 'amount'],
    ['the amount is negative', { amount: -8_400 }, 'amount'],
    ['the amount has cents', { amount: 8_400.5 }, 'amount'],
    ['the amount is text', { amount: '8400' }, 'amount'],
    ['the amount is beyond reason', { amount: 1_000_000_001 }, 'amount'],
    ['the time has no offset', { paidAt: '2026-11-11T08:40:00' }, 'paidAt'],
    ['the time is a day', { paidAt: '2026-11-11' }, 'paidAt'],
    ['there are no months in it', { months: 0 }, 'months'],
    ['there are thirteen months in it', { months: 13 }, 'months'],
    ['it names nobody', { workerId: undefined }, 'nik'],
    ['it names both', { nik: '9972014708950001' }, 'nik'],
    ['the NIK has 15 digits', { workerId: undefined, nik: '997201470895000' }, 'nik'],
    ['the worker id is none', { workerId: 'wrk_1' }, 'workerId'],
    ['there is no reference', { reference: ' ' }, 'reference'],
    ['there is no channel', { channel: undefined }, 'channel'],
  ])('%s', async (_, wrong, field) => {
    const { status, body } = await send({ ...notice, ...wrong });
    expect([status, Object.keys(body.error.fields)]).toEqual([400, [field]]);
    expect(given.memory.state.payments.size).toBe(0);
  });

  it.each(['Siti Aminah paid', '', '{"reference":'])(
    'a body that is signed but no JSON: %s',
    async (body) => {
      expect((await send(body)).status).toBe(400);
    },
  );
});

describe('thirty payments of one worker at once', () => {
  it('are recorded, or asked for again after some seconds, and then all of them count', async () => {
    const notices = Array.from({ length: 30 }, (_, index) => ({
      ...notice,
      reference: `P-${index}`,
    }));
    const answers = await Promise.all(notices.map((each) => send(each)));
    const busy = notices.filter((_, index) => answers[index]?.status === 503);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 503]));
    expect(answers.find(({ status }) => status === 503)).toMatchObject({
      retryAfter: '5',
      body: { error: { code: 'busy', issues: [{ code: 'busy' }] } },
    });
    expect(given.memory.state.payments.size).toBe(30 - busy.length);
    for (const each of busy) expect((await send(each)).status).toBe(201);
    expect(given.memory.state.payments.size).toBe(30);
    expect(given.memory.state.workers.get(workerId)?.rev).toBe(30);
  });

  it('of whom we have a row that cannot be read ring the alarm', async () => {
    given.memory.state.workers.delete(workerId);
    given.memory.state.unreadable.set(workerId, { reason: 'made up', rev: 0 });
    expect((await send(notice)).status).toBe(500);
    expect(failures(given)).toEqual([expect.stringContaining('cannot be read')]);
  });
});

describe('when the database is away', () => {
  it('the channel is told to send again', async () => {
    given.memory.payments.record = async () => {
      throw new Error('throttled');
    };
    expect(await send(notice)).toMatchObject({ status: 500, retryAfter: '5' });
    expect(failures(given)).toHaveLength(1);
  });

  const busyPorts = [
    ['the plan', 'plans', 'current'],
    ['the reference', 'payments', 'get'],
    ['the worker', 'workers', 'get'],
    ['what they paid before', 'payments', 'ofWorker'],
    ['the transaction', 'payments', 'record'],
  ] as const;

  it.each(busyPorts)(
    'throttled at %s it is not acknowledged, and comes again',
    async (_, of, at) => {
      const port = given.memory[of] as unknown as Record<string, unknown>;
      const works = port[at];
      port[at] = async () => {
        throw busy();
      };
      expect(await send(notice)).toMatchObject({ status: 503, retryAfter: '5' });
      expect(given.memory.state.payments.size).toBe(0);
      port[at] = works;
      expect(await send(notice)).toMatchObject({ status: 201 });
      expect(given.memory.state.payments.size).toBe(1);
    },
  );
});

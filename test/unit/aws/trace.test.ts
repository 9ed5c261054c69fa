import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Tracing, tracedBy } from '#aws/trace';

/** Stands for X-Ray's daemon. */
const daemon = createSocket('udp4');
beforeAll(() => new Promise<void>((bound) => daemon.bind(0, '127.0.0.1', bound)));
afterAll(() => void daemon.close());

const header = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1';
const here = (sampled = header): Tracing => ({
  header: sampled,
  daemon: `127.0.0.1:${(daemon.address() as AddressInfo).port}`,
});

type Middleware = (
  next: (args: object) => Promise<object>,
  context: object,
) => (args: object) => Promise<object>;

/** A call of a client with nothing in it but what tracing puts there. */
function called(tracing: () => Tracing, next: () => Promise<object>): Promise<object> {
  const put: Middleware[] = [];
  tracedBy(tracing)({ middlewareStack: { add: (one: Middleware) => put.push(one) } });
  const context = { clientName: 'DynamoDBClient', commandName: 'GetItemCommand' };
  const input = { TableName: 'ingat', Key: { pk: { S: 'WRK#wrk_1' } } };
  return put[0]?.(next, context)({ input }) ?? Promise.reject(new Error('Nothing was added'));
}

const answer = {
  output: { $metadata: { httpStatusCode: 200, requestId: 'REQUEST', attempts: 3 } },
  secret: '+6287000000001',
};

async function line(): Promise<Readonly<Record<string, unknown>>> {
  const [datagram] = await once(daemon, 'message');
  const [first, second = ''] = String(datagram).split('\n');
  expect(first).toBe('{"format":"json","version":1}');
  expect(second).not.toMatch(/wrk_1|\+62/);
  return JSON.parse(second);
}

it('a call is a line of its trace: where it went, how it ended, how often it was tried', async () => {
  const told = line();
  expect(
    await called(
      () => here(),
      async () => answer,
    ),
  ).toBe(answer);
  expect(await told).toMatchObject({
    ...{ name: 'DynamoDB', type: 'subsegment', namespace: 'aws' },
    ...{ trace_id: '1-5759e988-bd862e3fe1be46a994272793', parent_id: '53995c3f42cd8ad8' },
    id: expect.stringMatching(/^[0-9a-f]{16}$/),
    aws: { operation: 'GetItem', table_name: 'ingat', request_id: 'REQUEST', retries: 2 },
    http: { response: { status: 200 } },
  });
});

it.each([
  [{ httpStatusCode: 400 }, { error: true }],
  [{ httpStatusCode: 429 }, { error: true, throttle: true }],
  [{ httpStatusCode: 503 }, { fault: true }],
  [{}, { fault: true }],
])(
  'a call that fails, %j, is told by no words of its error, and still fails',
  async ($metadata, how) => {
    const told = line();
    const error = Object.assign(new Error('wrk_1 +6287000000001'), { $metadata });
    await expect(
      called(
        () => here(),
        () => Promise.reject(error),
      ),
    ).rejects.toBe(error);
    expect(await told).toMatchObject(how);
  },
);

it('nothing is told outside of Lambda, or of an invocation that is not sampled', async () => {
  const told = line();
  const pass = (tracing: Tracing) =>
    called(
      () => tracing,
      async () => answer,
    );
  await pass({});
  await pass(here(header.replace('Sampled=1', 'Sampled=0')));
  await pass(here(header.replace('53995c3f42cd8ad8', '1111111111111111')));
  expect(await told).toMatchObject({ parent_id: '1111111111111111' });
});

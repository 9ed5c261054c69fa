import { connect, createServer, type Socket } from 'node:net';
import type { DatabaseFault, Faults } from '#local/faults';

/**
 * Stands before the database and answers a share of the requests with a fault. Apart from an
 * answer's date, bytes pass unread while no fault is wanted, which costs under 5 %. HTTP/1.1
 * without pipelining, as the SDK speaks it. `wrote` is given each request that may have changed the
 * table, once the database has begun to answer.
 */
export async function startRelay(
  target: string,
  { faults, wrote }: Readonly<{ faults: Faults; wrote: (request: Buffer) => void }>,
): Promise<Readonly<{ url: string; stop(): void }>> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ host: hostname, port: Number(port || 80), noDelay: true });
    relay(client, upstream, { faults, wrote });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    client.on('close', () => [client, upstream].forEach((socket) => void sockets.delete(socket)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

type Hooks = Parameters<typeof startRelay>[1];

function relay(client: Socket, upstream: Socket, { faults, wrote }: Hooks): void {
  let state: 'between' | 'passing' | 'reading' = 'between';
  let read: Buffer = Buffer.alloc(0);
  let passed: Buffer[] = [];
  const answered = (): void => {
    if (passed[0] && !onlyReads.test(passed[0].subarray(0, 1_024).toString('latin1')))
      wrote(Buffer.concat(passed));
    passed = [];
  };
  const pass = (chunk: Buffer): void => {
    passed.push(chunk);
    upstream.write(chunk);
  };
  upstream.on('data', (chunk) => {
    // The answer has begun, so what the client sends next is a new request.
    if (state === 'passing') setDate(chunk);
    state = 'between';
    answered();
    client.write(chunk);
  });
  upstream.on('close', answered);
  client.on('data', (chunk) => {
    if (state === 'between') {
      const { throttlePercent, conflictPercent } = faults.dynamodb();
      state = throttlePercent + conflictPercent > 0 ? 'reading' : 'passing';
      read = Buffer.alloc(0);
    }
    if (state === 'passing') return pass(chunk);
    read = Buffer.concat([read, chunk]);
    const request = parseRequest(read);
    if (!request) return;
    const fault = faults.nextRequest();
    const refusal = fault && refusals[fault](request);
    state = refusal ? 'between' : 'passing';
    if (!refusal) return pass(read);
    faults.countRequest(fault);
    client.write(refusal);
  });
}

const onlyReads = /^x-amz-target: *\S+\.(GetItem|BatchGetItem|Query|Scan)\r$/im;

/**
 * The database's date is the real one. By it the SDK would think the emulator's clock wrong and
 * repeat every failed condition.
 */
function setDate(head: Buffer): void {
  const at = head
    .subarray(0, 1024)
    .toString('latin1')
    .search(/\r\ndate: /i);
  // An HTTP date has 29 characters until the year 9999.
  if (at >= 0) head.write(new Date().toUTCString(), at + '\r\ndate: '.length, 29, 'latin1');
}

type DynamoRequest = Readonly<{ operation: string; body: Buffer }>;

/** Null while the request is not all there. */
function parseRequest(bytes: Buffer): DynamoRequest | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = bytes.subarray(0, end).toString('latin1');
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
  const body = bytes.subarray(end + 4);
  return body.length < length
    ? null
    : { operation: /^x-amz-target: *\S+\.(\w+)/im.exec(head)?.[1] ?? '', body };
}

/** Null where the database would never answer so. */
const refusals: Readonly<Record<DatabaseFault, (request: DynamoRequest) => string | null>> = {
  throttle: () =>
    answer('ProvisionedThroughputExceededException', {
      message: 'The level of configured provisioned throughput for the table was exceeded.',
    }),
  conflict({ operation, body }) {
    // Outside a transaction a write that meets one is refused under another name than inside one.
    if (['PutItem', 'UpdateItem', 'DeleteItem'].includes(operation))
      return answer('TransactionConflictException', {
        message: 'Transaction is ongoing for the item',
      });
    return operation === 'TransactWriteItems' ? cancelled(body) : null;
  },
};

function cancelled(body: Buffer): string {
  const items = (JSON.parse(body.toString()) as { TransactItems: readonly unknown[] })
    .TransactItems;
  const reasons = items.map((_, index) =>
    index === 0
      ? { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' }
      : { Code: 'None' },
  );
  const codes = reasons.map(({ Code }) => Code).join(', ');
  return answer('TransactionCanceledException', {
    Message:
      'Transaction cancelled, please refer cancellation reasons for specific reasons ' +
      `[${codes}]`,
    CancellationReasons: reasons,
  });
}

function answer(name: string, body: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, ...body });
  return (
    'HTTP/1.1 400 Bad Request\r\ncontent-type: application/x-amz-json-1.0\r\ncontent-length: ' +
    `${Buffer.byteLength(text)}\r\n\r\n${text}`
  );
}

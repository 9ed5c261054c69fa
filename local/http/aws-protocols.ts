import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { strangerAt } from '#local/http/own-address';

/**
 * Common to the AWS stand-ins: requests of the unmodified SDK come in, the service's own wire
 * format goes out.
 */

export type ProtocolRequest = Readonly<{
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
}>;
export type ProtocolAnswer = Readonly<{
  status: number;
  type: string;
  body: string;
  headers?: Readonly<Record<string, string>>;
}>;
/** Nothing is ever answered: the connection stays open, or is closed at once. */
export type Service = (request: ProtocolRequest) => ProtocolAnswer | 'silence' | 'hang-up';

/** One server on loopback for all services, told apart by the first part of the path: `/sns/…`. */
export async function startAwsProtocols(
  services: Readonly<Record<string, Service>>,
): Promise<Readonly<{ url: string; stop(): Promise<void> }>> {
  const server = createServer(async (request, response) => {
    if (strangerAt(request.headers, port)) return response.writeHead(403).end();
    const answer = await answerTo(request, services).catch(() => 'silence' as const);
    if (answer === 'silence') return;
    if (answer === 'hang-up') return void response.destroy();
    // By the emulator's clock: by any other date the SDK would repeat every refusal.
    response
      .writeHead(answer.status, {
        'content-type': answer.type,
        date: new Date().toUTCString(),
        ...answer.headers,
      })
      .end(answer.body);
  });
  // On a busy machine a request would meet a connection that is just being closed, and be lost.
  server.keepAliveTimeout = 0;
  const port = await listen(server, 0);
  return { url: `http://127.0.0.1:${port}`, stop: () => close(server) };
}

/** Rejects where the caller hung up before it had sent everything. */
async function answerTo(
  request: IncomingMessage,
  services: Readonly<Record<string, Service>>,
): Promise<ReturnType<Service>> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stage');
  const [, name = '', ...rest] = pathname.split('/');
  const body = (await readBody(request)).toString();
  const { method = '', headers } = request;
  return answerOf(services[name], {
    method,
    path: `/${rest.join('/')}`,
    query: searchParams,
    headers,
    body,
  });
}

function answerOf(service: Service | undefined, request: ProtocolRequest): ReturnType<Service> {
  try {
    return (
      service?.(request) ?? {
        status: 404,
        type: 'text/plain',
        body: 'The stage has no such service.',
      }
    );
  } catch (error) {
    console.error(error);
    return { status: 500, type: 'text/plain', body: String(error) };
  }
}

/** The port it listens on, on loopback only. */
export const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

export const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/**
 * Bytes beyond `limit` are read and dropped: the caller gets an answer, not a broken connection.
 */
export async function readBody(
  request: IncomingMessage,
  limit = Number.POSITIVE_INFINITY,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (length > limit) throw new RangeError(`The body has ${length} bytes.`);
  return Buffer.concat(chunks);
}

/** The AWS JSON protocols (1.0, 1.1): the operation is in a header, an error's name in the body. */
export function awsJson(
  version: '1.0' | '1.1',
  operations: Readonly<Record<string, (input: Record<string, unknown>) => unknown>>,
): Service {
  const type = `application/x-amz-json-${version}`;
  return ({ headers, body }) => {
    const name = String(headers['x-amz-target']).split('.').at(-1) ?? '';
    const operation = operations[name];
    try {
      if (!operation)
        throw new AwsError(400, 'UnknownOperationException', `The stage does not know ${name}.`);
      return { status: 200, type, body: JSON.stringify(operation(JSON.parse(body || '{}'))) };
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return {
        status: error.status,
        type,
        body: JSON.stringify({ __type: error.code, message: error.message }),
        headers: { 'x-amzn-errortype': error.code },
      };
    }
  };
}

/** A refusal as the service itself would give it. */
export class AwsError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

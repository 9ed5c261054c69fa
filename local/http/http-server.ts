import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { Refused } from '#domain/refused';
import { close, listen, readBody } from '#local/http/aws-protocols';
import { strangerAt } from '#local/http/own-address';

export type PublicRequest = Readonly<{
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  body: Buffer;
  sourceIp: string;
}>;
export type PublicAnswer = Readonly<{
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | Buffer;
}>;
export type HttpServer = Awaited<ReturnType<typeof startHttpServer>>;
export type Answerer = (request: PublicRequest) => Promise<PublicAnswer>;

/** API Gateway's limit for an HTTP API. */
const largestBody = 10 * 1024 * 1024;

/**
 * The one public address, taken first, so that a port in use is known before anything else starts.
 * It answers 503 until `open` says which answerer has which path prefix.
 */
export async function startHttpServer(wantedPort: number) {
  let answerers: Readonly<Record<string, Answerer>> = { '/': starting };
  let listeners: Readonly<Record<string, RequestListener>> = {};
  const server = createServer(async (request, response) => {
    const stranger = strangerAt(request.headers, port);
    if (stranger) return send(response, errorAnswer(403, 'forbidden', stranger));
    const listener = Object.keys(listeners).find((start) => request.url?.startsWith(start));
    if (listener) return listeners[listener]?.(request, response);
    send(response, await answerTo(request, answerers).catch(refusalOf));
  });
  const port = await listen(server, wantedPort).catch((error) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Refused(
      'conflict',
      `Port ${wantedPort} is taken, perhaps by another Ingat. Choose another with --port.`,
    );
  });
  return {
    port,
    open: (told: Readonly<Record<string, Answerer>>): void => {
      answerers = told;
    },
    /** A listener that answers by itself all that is below this path, from now on. */
    handOn: (path: string, listener: RequestListener): void => {
      listeners = { ...listeners, [`${path}/`]: listener };
    },
    stop: () => close(server),
  };
}

const send = (response: ServerResponse, { status, headers, body }: PublicAnswer): void =>
  void response.writeHead(status, { ...headers }).end(body);

async function answerTo(
  request: IncomingMessage,
  answerers: Readonly<Record<string, Answerer>>,
): Promise<PublicAnswer> {
  const { method = '', headers } = request;
  const target = request.url ?? '/';
  if (!URL.canParse(target, 'http://stage'))
    return errorAnswer(400, 'invalid', `"${target}" is not a path.`);
  const url = new URL(target, 'http://stage');
  const prefix = Object.keys(answerers).find((start) => url.pathname.startsWith(start));
  const answerer = (prefix && answerers[prefix]) || notFound;
  return answerer({
    method,
    url,
    headers,
    body: await readBody(request, largestBody),
    sourceIp: request.socket.remoteAddress ?? '',
  });
}

export const jsonAnswer = (status: number, body: unknown): PublicAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: `${JSON.stringify(body)}\n`,
});

export const errorAnswer = (status: number, code: string, message: string): PublicAnswer =>
  jsonAnswer(status, { error: { code, message } });

const starting: Answerer = async () => errorAnswer(503, 'starting', 'Ingat is still starting.');

const notFound: Answerer = async ({ method, url }) =>
  errorAnswer(
    404,
    'not-found',
    `There is no ${method} ${url.pathname}: see /api, and /_local for the clock and faults.`,
  );

function refusalOf(error: unknown): PublicAnswer {
  if (error instanceof RangeError)
    return errorAnswer(413, 'too-large', 'A request may have 10 MB at most; send less at once.');
  // A caller who hung up hears no answer; any other error is a bug of the emulator.
  if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') console.error(error);
  return errorAnswer(500, 'failed', 'The emulator itself failed; the terminal says why.');
}

import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';

type Request = Readonly<{
  headers: IncomingHttpHeaders;
  method: string;
  path: string;
  body: string;
}>;
export type Answer = Readonly<{ status?: number; body: string }>;

/** An AWS service of one page on a real socket: the unmodified SDK gets what the test answers. */
export function service() {
  let answer: (request: Request, response: ServerResponse) => Answer | null = () => ({
    body: '{}',
  });
  const received: Request[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk) => chunks.push(chunk));
    incoming.on('end', () => {
      const request = {
        headers: incoming.headers,
        method: incoming.method ?? '',
        path: incoming.url ?? '',
        body: Buffer.concat(chunks).toString(),
      };
      received.push(request);
      const given = answer(request, response);
      if (given) response.writeHead(given.status ?? 200).end(given.body);
    });
  });
  beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    received,
    /** The newest first. Null: the test does it with the response, or never. */
    answers(with_: typeof answer) {
      received.length = 0;
      answer = with_;
    },
    config: () => ({
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      region: 'ap-southeast-3',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    }),
  };
}

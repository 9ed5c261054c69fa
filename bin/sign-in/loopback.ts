import { once } from 'node:events';
import { createServer } from 'node:http';

const page = `<!doctype html><meta charset="utf-8"><title>Ingat</title>
<p>You are signed in. Close this page, and go on in the terminal.</p>`;

/** What the browser of whoever signs in is sent back to, on this machine. */
export type Loopback = Readonly<{
  /** The first address that is called and answers our own request. */
  called: Promise<string>;
  close(): void;
}>;

/** Hears at this address. Anything on this machine may call it, so all but `ours` are refused. */
export async function listenAt(address: string, ours: (called: URL) => boolean): Promise<Loopback> {
  const { hostname, port } = new URL(address);
  const { promise: called, resolve } = Promise.withResolvers<string>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', address);
    const isOurs = ours(url);
    const headers = { 'content-type': 'text/html; charset=utf-8', connection: 'close' };
    response.writeHead(isOurs ? 200 : 404, headers).end(isOurs ? page : '');
    if (isOurs) response.once('finish', () => resolve(url.href));
  });
  server.listen(Number(port), hostname);
  await once(server, 'listening').catch(() => {
    throw new Error(`Something else uses port ${port} of this machine: end it, and try again`);
  });
  return { called, close: () => void server.close() };
}

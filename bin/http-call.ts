import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { text } from 'node:stream/consumers';

export type Call = Readonly<{
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** Seconds of silence after which the answer counts as lost; without it, never. */
  patience?: number;
}>;
export type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; body: string }>;

/**
 * One request on a connection of its own. Not by fetch, which gives up after 300 seconds without an
 * answer: months that pass on a slow machine take longer. Rejects where the answer is lost.
 */
export async function httpCall(url: string, { body, patience, ...options }: Call): Promise<Answer> {
  const send = url.startsWith('https:') ? overHttps : overHttp;
  const sending = send(url, { ...options, agent: false });
  if (patience !== undefined)
    sending.setTimeout(patience * 1_000, () => sending.destroy(new Error('No answer came.')));
  sending.end(body);
  const [answer] = (await once(sending, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) };
}

import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { signedHeaders } from '#local/demo/signed-notice';
import type { Role } from '#triggers';

export type Sent = Readonly<{
  role?: Role;
  body?: string | Buffer;
  headers?: Readonly<Record<string, string>>;
}>;
export type Answer = Readonly<{ status: number; body: unknown }>;
export type Refusal = Readonly<{ status: number; code: string; message: string }>;
export type Calls = ReturnType<typeof callsTo>;

/** How a person or a program talks to a stage over HTTP. */
export function callsTo({ url, said }: Readonly<{ url(): string; said(): string }>) {
  const tokens = new Map<Role, string>();

  /** Whatever it answers. */
  const call = async (
    method: string,
    path: string,
    { role, body, headers = {} }: Sent = {},
  ): Promise<Answer> => {
    const authorization = role ? { authorization: `Bearer ${await tokenOf(role)}` } : {};
    // Not by fetch, which gives up on a jump of the clock that takes a busy machine five minutes.
    const sending = request(`${url()}${path}`, {
      ...{ method, headers: { ...authorization, ...headers }, agent: false },
    });
    sending.end(body);
    const [answer] = (await once(sending, 'response')) as [IncomingMessage];
    const said = await text(answer);
    const isCsv = answer.headers['content-type']?.startsWith('text/csv');
    return { status: answer.statusCode ?? 0, body: isCsv ? said : JSON.parse(said) };
  };

  /** What it answers when all is well; anything else fails the test. */
  const ask = async <T>(method: string, path: string, sent: Sent = {}): Promise<T> => {
    const { status, body } = await call(method, path, sent);
    if (status >= 300)
      throw new Error(`${method} ${path} answered ${status}: ${JSON.stringify(body)}\n${said()}`);
    return body as T;
  };

  /** The one sentence with which it refuses; a call that goes well fails the test. */
  const refusal = async (method: string, path: string, sent: Sent = {}): Promise<Refusal> => {
    const { status, body } = await call(method, path, sent);
    if (status < 300) throw new Error(`${method} ${path} was not refused: ${JSON.stringify(body)}`);
    return { status, ...(body as { error: { code: string; message: string } }).error };
  };

  /** Tokens are good for the data folder, so for a stage that was started again as well. */
  const tokenOf = async (role: Role): Promise<string> => {
    const token =
      tokens.get(role) ??
      (await ask<{ token: string }>('POST', '/_local/sign-in', json({ role }))).token;
    tokens.set(role, token);
    return token;
  };

  return { call, ask, refusal };
}

export const json = (content: unknown): Pick<Sent, 'body'> => ({ body: JSON.stringify(content) });

export const asAdmin = (content?: unknown): Sent => ({
  role: 'admin',
  ...(content === undefined ? {} : json(content)),
});

/** As a payment channel signs its notices: Standard Webhooks. */
export function signed(
  id: string,
  body: string,
  { secret, at }: Readonly<{ secret: string; at: Date }>,
): Sent {
  return { body, headers: signedHeaders(secret, { id, at, body }) };
}

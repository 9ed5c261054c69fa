import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalFile } from '#local/folder/local-file';
import type { Role } from '#triggers';
import { type Answer, type Call, httpCall } from './http-call.ts';

export type Api = Readonly<{
  get<T>(path: string): Promise<T>;
  post<T>(path: string, sent: Sent): Promise<T>;
}>;
type Sent = Readonly<{
  body: string;
  /** Whether the same call again changes nothing more: only such a call is made again. */
  safeToRepeat: boolean;
  type?: string;
  headers?: Readonly<Record<string, string>>;
  /** Wait for the answer however long it takes. */
  patient?: boolean;
}>;

type Place = Readonly<{ url: string | undefined; data: string; role?: Role }>;

/**
 * The API at `url`, with the token in INGAT_TOKEN; without a URL the one on this machine, signed in
 * with this role. An Error is one sentence that says what to do.
 */
export async function connect({ url, data, role = 'admin' }: Place): Promise<Api> {
  const base = url ?? `http://127.0.0.1:${localFile(data).port}`;
  const token = url ? tokenFromEnvironment(role) : await signIn(base, role);
  const authorization = `Bearer ${token}`;
  return {
    get: (path) =>
      ask(`${base}${path}`, { headers: { authorization }, patience: 300, safeToRepeat: true }),
    post: (path, { body, safeToRepeat, type = 'application/json', headers, patient = false }) =>
      ask(`${base}${path}`, {
        method: 'POST',
        body,
        headers: { authorization, 'content-type': type, ...headers },
        safeToRepeat,
        ...(patient ? {} : { patience: 300 }),
      }),
  };
}

/** What the emulator of this folder wrote down about itself. */
export function localFile(data: string, otherwise = 'name its data folder with --data'): LocalFile {
  try {
    return JSON.parse(readFileSync(join(data, 'local.json'), 'utf8'));
  } catch {
    throw new Error(`Ingat has not run in ${data} yet: start it with npm start, or ${otherwise}`);
  }
}

export function tokenFromEnvironment(role: Role): string {
  const token = process.env.INGAT_TOKEN;
  if (!token)
    throw new Error(
      `INGAT_TOKEN is not set: put in it the access token of a user in the group ${role}`,
    );
  return token;
}

/** At the emulator that answers here. */
export async function signIn(base: string, role: Role): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const call = { method: 'POST', headers, body: JSON.stringify({ role }), patience: 300 };
  const answer = await httpCall(`${base}/_local/sign-in`, call).catch(() => {
    throw new Error(`Nothing answers at ${base}: start Ingat with npm start`);
  });
  if (answer.status !== 200) throw new Error(sentenceIn(answer));
  return (JSON.parse(answer.body) as { token: string }).token;
}

type Asked = Call & Readonly<{ safeToRepeat: boolean }>;

/** A passing fault is tried again where that is safe; a refusal never is. */
async function ask<T>(url: string, asked: Asked, attempt = 1): Promise<T> {
  const { safeToRepeat, ...call } = asked;
  const answer = await httpCall(url, call).catch(() => null);
  if (answer && answer.status < 300) return JSON.parse(answer.body) as T;
  const passing = !answer || answer.status >= 500 || answer.status === 429;
  if (passing && safeToRepeat && attempt < 4) {
    await sleep(500 * attempt);
    return ask(url, asked, attempt + 1);
  }
  throw new Error(answer ? sentenceIn(answer) : unreachable(url, safeToRepeat));
}

function sentenceIn({ status, body }: Answer): string {
  try {
    return (JSON.parse(body) as { error: { message: string } }).error.message;
  } catch {
    return `The API answered ${status}`;
  }
}

const unreachable = (url: string, safeToRepeat: boolean): string =>
  `${new URL(url).origin} cannot be reached. ` +
  (safeToRepeat
    ? 'Run the same command again: nothing counts twice'
    : 'It may have been done all the same: look before you run the command again');

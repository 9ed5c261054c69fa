import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalFile } from '#local/data-folder';
import type { Role } from '#triggers';

export type Api = Readonly<{
  get<T>(path: string): Promise<T>;
  post<T>(path: string, sent: Sent): Promise<T>;
}>;
type Sent = Readonly<{ body: string; type: string; headers?: Readonly<Record<string, string>> }>;

type Emulator = Readonly<{ url: string | undefined; data: string; role?: Role }>;

/** The API of a stage: the one named, with the token in INGAT_TOKEN, or the one on this machine, signed in in this role. Throws one sentence that says what to do. */
export async function connect({ url, data, role = 'admin' }: Emulator): Promise<Api> {
  const base = url ?? `http://127.0.0.1:${localFile(data).port}`;
  const token = url ? tokenFromEnvironment(role) : await signIn(base, role);
  const authorization = `Bearer ${token}`;
  return {
    get: (path) => ask(`${base}${path}`, { headers: { authorization } }),
    post: (path, { body, type, headers }) =>
      ask(`${base}${path}`, {
        method: 'POST',
        body,
        headers: { authorization, 'content-type': type, ...headers },
      }),
  };
}

/** What the stage of this folder wrote down of itself. */
export function localFile(data: string, otherwise = 'name another with --api'): LocalFile {
  try {
    return JSON.parse(readFileSync(join(data, 'local.json'), 'utf8'));
  } catch {
    throw new Error(`No stage has run in ${data}: begin one with npm start, or ${otherwise}`);
  }
}

function tokenFromEnvironment(role: Role): string {
  const token = process.env.INGAT_TOKEN;
  if (!token)
    throw new Error(
      `INGAT_TOKEN is not set: it holds the access token of somebody in the group ${role} of that stage`,
    );
  return token;
}

async function signIn(base: string, role: Role): Promise<string> {
  const response = await fetch(`${base}/_local/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role }),
  }).catch(() => {
    throw new Error(`Nothing answers at ${base}: begin the stage with npm start`);
  });
  return ((await response.json()) as { token: string }).token;
}

/** Whatever is asked here is safe to repeat, so a passing fault is tried again; a refusal is shown as it is. */
async function ask<T>(url: string, request: RequestInit, attempt = 1): Promise<T> {
  const response = await fetch(url, request).catch((error: Error) => error);
  if (response instanceof Response && response.ok) return (await response.json()) as T;
  const passing = response instanceof Error || response.status >= 500 || response.status === 429;
  if (passing && attempt < 4) {
    await sleep(500 * attempt);
    return ask(url, request, attempt + 1);
  }
  if (response instanceof Error)
    throw new Error(
      `${new URL(url).origin} cannot be reached: what was taken in stays; run the same command again`,
    );
  const { error } = (await response.json().catch(() => ({}))) as { error?: { message: string } };
  throw new Error(error?.message ?? `The API answered ${response.status}`);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalFile } from '#local/folder/local-file';
import type { Role } from '#triggers';

export type Api = Readonly<{
  get<T>(path: string): Promise<T>;
  post<T>(path: string, sent: Sent): Promise<T>;
}>;
type Sent = Readonly<{ body: string; type?: string; headers?: Readonly<Record<string, string>> }>;

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
    get: (path) => ask(`${base}${path}`, { headers: { authorization } }),
    post: (path, { body, type = 'application/json', headers }) =>
      ask(`${base}${path}`, {
        method: 'POST',
        body,
        headers: { authorization, 'content-type': type, ...headers },
      }),
  };
}

/** What the emulator of this folder wrote down about itself. */
export function localFile(data: string, otherwise = 'name another with --api'): LocalFile {
  try {
    return JSON.parse(readFileSync(join(data, 'local.json'), 'utf8'));
  } catch {
    throw new Error(`Ingat has not run in ${data} yet: start it with npm start, or ${otherwise}`);
  }
}

function tokenFromEnvironment(role: Role): string {
  const token = process.env.INGAT_TOKEN;
  if (!token)
    throw new Error(
      `INGAT_TOKEN is not set: put in it the access token of a user in the group ${role}`,
    );
  return token;
}

async function signIn(base: string, role: Role): Promise<string> {
  const body = JSON.stringify({ role });
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
  const response = await fetch(`${base}/_local/sign-in`, request).catch(() => {
    throw new Error(`Nothing answers at ${base}: start Ingat with npm start`);
  });
  return ((await response.json()) as { token: string }).token;
}

/** Every call here is safe to repeat, so a passing fault is tried again; a refusal is not. */
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
      `${new URL(url).origin} cannot be reached. Run the same command again: nothing counts twice`,
    );
  const { error } = (await response.json().catch(() => ({}))) as { error?: { message: string } };
  throw new Error(error?.message ?? `The API answered ${response.status}`);
}

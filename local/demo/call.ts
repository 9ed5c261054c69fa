import type { Emulator } from '#local/emulator';
import type { Role } from '#triggers';

type Call = Readonly<{
  method?: string;
  body?: string;
  type?: string;
  headers?: Readonly<Record<string, string>>;
  role?: Role;
}>;

/** Calls the API, as an admin where no role is said. An answer other than 2xx ends the demo. */
export async function call<T>(
  emulator: Emulator,
  path: string,
  { method = 'POST', body, type = 'application/json', headers = {}, role = 'admin' }: Call = {},
): Promise<T> {
  const authorization = `Bearer ${await emulator.signIn(role)}`;
  const response = await fetch(`${emulator.url}${path}`, {
    method,
    ...(body === undefined ? {} : { body }),
    headers: { authorization, 'content-type': type, ...headers },
  });
  if (!response.ok)
    throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

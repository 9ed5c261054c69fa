import { type Asked, judged } from './judge.ts';
import type { Permission } from './roles.ts';

export type Heard = Readonly<{
  /** A sentence for each request that the role does not allow. */
  refused: readonly string[];
  /** What the roles have that some request rested on. */
  used: ReadonlySet<Permission>;
}>;

/** Puts each request before the judge, once, for whatever calls it is made. */
export async function heard(requests: readonly Asked[]): Promise<Heard> {
  const distinct = new Map(
    requests.map((asked) => [JSON.stringify({ ...asked, call: '' }), asked]),
  );
  const refused: string[] = [];
  const used = new Set<Permission>();
  for (const asked of distinct.values()) {
    const { result, by } = await judged(asked);
    for (const permission of by) used.add(permission);
    if (result !== 'Allowed') refused.push(sentenceOf(asked, result));
  }
  return { refused, used };
}

function sentenceOf(
  { handler, call, action, resource, with: context }: Asked,
  result: string,
): string {
  const conditions = Object.entries(context ?? {}).map(([key, value]) => ` with ${key} = ${value}`);
  const missing = `Allow ${action} on ${resource}${conditions.join()}`;
  return `${handler} makes ${call}, and its role lacks: ${missing} (${result})`;
}

export const inWords = ({ handler, effect, action, resource }: Permission): string =>
  `${handler}: ${effect} ${action} on ${resource}`;

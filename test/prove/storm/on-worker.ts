import { type Answer, asAdmin } from '../../stage/calls.ts';
import type { AtSea } from './at-sea.ts';
import { member } from './cast.ts';

/** An admin's call about a person, who may not be there any more. */
export async function onWorker(
  sea: AtSea,
  method: string,
  who: number,
  path = '',
  facts?: object,
): Promise<Pick<Answer, 'status'>> {
  const id = await idOf(sea, who);
  if (!id) return { status: 404 };
  for (;;) {
    const answer = await sea.persist(method, `/api/workers/${id}${path}`, asAdmin(facts));
    // Written by others all the time: the office tries again.
    if (answer.status !== 409) return answer;
  }
}

/** Null where they are not there, or not any more. */
export async function idOf(sea: AtSea, who: number): Promise<string | null> {
  const found = await sea.persist('POST', '/api/workers/find', asAdmin({ nik: member(who).nik }));
  return (found.body as { items: { workerId: string }[] }).items[0]?.workerId ?? null;
}

import { Refused } from '#domain/refused';
import type { AuditEntry } from '#flows/ports';
import { logger } from '#handlers/log';
import type { Request } from '#handlers/request';
import { audit, clock } from '#handlers/wiring';

/** Writes down who calls before anything is done, and with what end after it. Where the first cannot be written nothing is done. */
export async function audited<A extends object>(
  request: Request,
  call: string,
  act: () => Promise<A>,
): Promise<A> {
  const { requestId: id, by, name, roles, params: on } = request;
  const entry: AuditEntry = {
    id,
    at: clock.now(),
    by,
    name,
    roles,
    call,
    on,
    fields: fieldsOf(request.text),
    outcome: 'begun',
    trail: null,
  };
  await audit().begin(entry);
  try {
    const answer = await act();
    await end({
      ...entry,
      outcome: outcomeOf(answer),
      trail: 'trail' in answer ? (answer.trail as AuditEntry['trail']) : null,
    });
    return answer;
  } catch (error) {
    await end({ ...entry, outcome: error instanceof Refused ? 'refused' : 'failed' });
    throw error;
  }
}

const outcomeOf = (answer: object): AuditEntry['outcome'] =>
  'status' in answer && Number(answer.status) >= 400 ? 'refused' : 'done';

/** What was done is done: an end that cannot be written leaves `begun`. */
const end = (entry: AuditEntry): Promise<void> =>
  audit()
    .end(entry)
    .catch((error: Error) =>
      logger.error('the end of a call could not be written into the audit', {
        id: entry.id,
        call: entry.call,
        error,
      }),
    );

/** The names of the fields that were sent; never their values, which may be personal. */
function fieldsOf(text: string): readonly string[] {
  try {
    const sent: unknown = JSON.parse(text);
    return typeof sent === 'object' && sent !== null && !Array.isArray(sent)
      ? Object.keys(sent).sort()
      : [];
  } catch {
    return [];
  }
}

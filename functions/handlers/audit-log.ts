import type middy from '@middy/core';
import { Refused } from '#domain/refused';
import type { AuditEntry } from '#flows/audit/audit-store';
import type { Call, Called } from '#handlers/admit';
import { logger } from '#handlers/log';
import { clock, auditLog as store } from '#handlers/wiring';

type Audited = middy.Request<unknown, unknown, Error, Called, { begun?: AuditEntry }>;

/**
 * A middleware: writes who calls before the call is answered, and its outcome afterwards. A call
 * that cannot be written down is not answered.
 */
export const auditLog = {
  async before({ context: { call }, internal }: Audited): Promise<void> {
    if (!call.route.audited) return;
    const entry = entryOf(call);
    await store().begin(entry);
    internal.begun = entry;
  },

  after: ({ internal, response }: Audited): Promise<void> =>
    end(internal, endOf(response as Readonly<{ status?: number; trail?: AuditEntry['trail'] }>)),

  onError: ({ internal, error }: Audited): Promise<void> =>
    end(internal, { outcome: isRefused(error) ? 'refused' : 'failed' }),
};

/** What was too busy may have been done in part. */
const isRefused = (error: unknown): boolean => error instanceof Refused && error.code !== 'busy';

const entryOf = ({ route: { method, path }, request }: Call): AuditEntry => ({
  id: request.requestId,
  at: clock.now(),
  by: request.by,
  name: request.name,
  roles: request.roles,
  call: `${method} ${path}`,
  on: request.params,
  fields: fieldsOf(request.text),
  outcome: 'begun',
  trail: null,
});

type End = Partial<Pick<AuditEntry, 'outcome' | 'trail'>>;

const endOf = ({
  status = 200,
  trail = null,
}: Readonly<{ status?: number; trail?: AuditEntry['trail'] }>): End => ({
  outcome: status >= 400 ? 'refused' : 'done',
  trail,
});

/** Runs once a call. Where the outcome cannot be written, the entry still says `begun`. */
async function end(internal: Audited['internal'], how: End): Promise<void> {
  const { begun } = internal;
  delete internal.begun;
  if (!begun) return;
  const { id, call } = begun;
  await store()
    .end({ ...begun, ...how })
    .catch((error: Error) =>
      logger.error('outcome of a call not written to the audit log', { id, call, error }),
    );
}

/** The names of the fields that were sent, never their values: those may be personal. */
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

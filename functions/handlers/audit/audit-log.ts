import type middy from '@middy/core';
import { Refused } from '#domain/refused';
import type { AuditEntry } from '#flows/audit/audit-store';
import { type Called, refusalOf } from '#handlers/admit';
import { entryOf } from '#handlers/audit/audit-entry';
import { logger } from '#handlers/log';
import { clock, auditLog as store } from '#handlers/wiring';

type Audited = middy.Request<unknown, unknown, Error, Called, { begun?: AuditEntry }>;

/**
 * A middleware: writes who calls before the call is answered, and its outcome afterwards. A call
 * that cannot be written down is not answered.
 */
export const auditLog = {
  async before({ context: { call }, internal }: Audited): Promise<void> {
    const entry = entryOf(call, clock.now());
    const { audited } = call.route;
    const isKept = audited === 'for-a-worker' ? 'workerId' in entry.on : audited;
    if (!isKept && !refusalOf(call)) return;
    await store().begin(entry);
    internal.begun = entry;
  },

  after: ({ internal, response }: Audited): Promise<void> =>
    end(internal, endOf(response as Readonly<{ status?: number; trail?: AuditEntry['trail'] }>)),

  onError: ({ internal, error }: Audited): Promise<void> =>
    end(
      internal,
      isRefused(error)
        ? { outcome: 'refused', trail: { refused: error.code } }
        : { outcome: 'failed' },
    ),
};

/** What was too busy may have been done in part. */
const isRefused = (error: unknown): error is Refused =>
  error instanceof Refused && error.code !== 'busy';

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

import type middy from '@middy/core';
import { Refused } from '#domain/refused';
import type { AuditEntry } from '#flows/audit/audit-store';
import { type Called, refusalOf } from '#handlers/admit';
import { entryOf } from '#handlers/audit/audit-entry';
import { logger } from '#handlers/log';
import { clock, auditLog as store } from '#handlers/wiring';

type Audited = middy.Request<unknown, unknown, Error, Called, { kept?: Kept }>;
type Kept = Readonly<{ entry: AuditEntry; isWritten: boolean }>;

/**
 * Who does something is written down before it is done, and its outcome afterwards; who looks,
 * before they are shown. A call that cannot be written down is not answered.
 */
export const auditLog = {
  async before({ context: { call }, internal }: Audited): Promise<void> {
    const entry = entryOf(call, clock.now());
    const { audited } = call.route;
    const isKept = audited === 'look-at-a-worker' ? 'workerId' in entry.on : audited;
    if (!isKept && !refusalOf(call)) return;
    const isWritten = audited === 'act';
    if (isWritten) await store().begin(entry);
    internal.kept = { entry, isWritten };
  },

  after: ({ internal, response }: Audited): Promise<void> =>
    end(internal, endOf(response as Readonly<{ status?: number; trail?: AuditEntry['trail'] }>)),

  async onError(called: Audited): Promise<void> {
    const { internal, error } = called;
    const how: End = isRefused(error)
      ? { outcome: 'refused', trail: { refused: error.code } }
      : { outcome: 'failed' };
    // middy would end the call without an answer where this threw.
    await end(internal, how).catch((unwritten: Error) => {
      called.error = unwritten;
    });
  },
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

/** Runs once a call. Where the outcome of an act cannot be written, its entry says `begun`. */
async function end(internal: Audited['internal'], how: End): Promise<void> {
  const { kept } = internal;
  delete internal.kept;
  if (!kept) return;
  const entry = { ...kept.entry, ...how };
  if (!kept.isWritten) return store().begin(entry);
  const { id, call } = entry;
  await store()
    .end(entry)
    .catch((error: Error) =>
      logger.error('outcome of a call not written to the audit log', { id, call, error }),
    );
}

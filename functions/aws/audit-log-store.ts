import * as z from 'zod';
import { type Database, write } from '#aws/database';
import { latestPage } from '#aws/latest-page';
import { localDate } from '#domain/calendar/dates';
import type { AuditEntry, AuditLog } from '#flows/audit/audit-store';
import { keys } from '#table';

const pageSize = 100;

/** Rows change once, from begun to ended, and are never deleted. */
export const auditLogStore = (database: Database): AuditLog => ({
  async begin(entry) {
    await write(database, { put: { ...keyOf(entry), ...entry }, if: 'attribute_not_exists(#pk)' });
  },

  async end(entry) {
    const { outcome, trail } = entry;
    await write(database, {
      update: keyOf(entry),
      to: 'SET #outcome = :outcome, #trail = :trail',
      if: 'attribute_exists(#pk)',
      values: { ':outcome': outcome, ':trail': trail },
    });
  },

  async list(date, cursor) {
    const { pk } = keys.audit(date, '', '');
    const { rows, next } = await latestPage(database, { pks: [pk], cursor, pageSize });
    return { items: rows.flatMap((row) => entrySchema.safeParse(row).data ?? []), next };
  },
});

const keyOf = ({ at, id }: AuditEntry) => keys.audit(localDate('Asia/Jakarta', at), at, id);

const entrySchema = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  call: z.string(),
  on: z.record(z.string(), z.string()),
  fields: z.array(z.string()),
  /** Old rows do not have it. */
  more: z.number().default(0),
  outcome: z.enum(['begun', 'done', 'refused', 'failed']),
  trail: z.record(z.string(), z.unknown()).nullable(),
}) satisfies z.ZodType<AuditEntry>;

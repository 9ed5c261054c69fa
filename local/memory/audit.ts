import { localDate } from '#domain/calendar/dates';
import type { AuditEntry, AuditLog } from '#flows/audit/audit-store';
import type { AtOnce } from '#local/memory/gate';
import { frozen, latestPage, type State } from '#local/memory/state';

const pageSize = 100;
const placeOf = ({ at, id }: AuditEntry): string => `${at}#${id}`;

export const memoryAuditLog = (state: State): AtOnce<AuditLog> => ({
  begin(entry) {
    if (!state.auditLog.has(placeOf(entry))) state.auditLog.set(placeOf(entry), frozen(entry));
  },

  end(entry) {
    if (state.auditLog.has(placeOf(entry))) state.auditLog.set(placeOf(entry), frozen(entry));
  },

  list(date, cursor) {
    const ofDay = [...state.auditLog].filter(
      ([, { at }]) => localDate('Asia/Jakarta', at) === date,
    );
    return latestPage(ofDay, cursor, pageSize);
  },
});

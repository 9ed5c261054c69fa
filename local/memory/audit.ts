import { localDate } from '#domain/calendar/dates';
import type { AuditEntry, AuditStore } from '#flows/audit/audit-store';
import type { AtOnce } from '#local/memory/gate';
import { frozen, latestPage, type State } from '#local/memory/state';

const pageSize = 100;
const placeOf = ({ at, id }: AuditEntry): string => `${at}#${id}`;

export const memoryAudit = (state: State): AtOnce<AuditStore> => ({
  begin(entry) {
    if (!state.audit.has(placeOf(entry))) state.audit.set(placeOf(entry), frozen(entry));
  },

  end(entry) {
    if (state.audit.has(placeOf(entry))) state.audit.set(placeOf(entry), frozen(entry));
  },

  list(date, cursor) {
    const ofDay = [...state.audit].filter(([, { at }]) => localDate('Asia/Jakarta', at) === date);
    return latestPage(ofDay, cursor, pageSize);
  },
});

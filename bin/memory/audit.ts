import { localDate } from '#domain/dates';
import type { AuditEntry, AuditStore } from '#flows/ports';
import type { AtOnce } from './gate.ts';
import { byKey, frozen, type State } from './state.ts';

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
    const rows = [...state.audit]
      .filter(([place, { at }]) => localDate('Asia/Jakarta', at) === date && (cursor === null || place < cursor))
      .sort(byKey)
      .reverse();
    const page = rows.slice(0, pageSize);
    return { items: page.map(([, entry]) => entry), next: page.length < rows.length ? (page.at(-1)?.[0] ?? null) : null };
  },
});

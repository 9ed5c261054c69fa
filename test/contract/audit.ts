import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '#flows/audit/audit-store';
import type { Given } from './given.ts';

const entry = (facts: Partial<AuditEntry> = {}): AuditEntry => ({
  ...{
    id: 'request-1',
    at: '2026-11-10T17:30:00.000Z',
    by: 'user-1',
    name: 'dewi',
    roles: ['admin'],
    call: 'PATCH /api/workers/{id}',
  },
  ...{ on: { id: 'wrk_1' }, fields: ['phone'], more: 0, outcome: 'begun', trail: null },
  ...facts,
});

/** Who did what. */
export function auditContract({ stores }: Given): void {
  describe('the audit', () => {
    it('has an entry from its beginning, and then its end', async () => {
      await stores.auditLog.begin(entry());
      expect((await stores.auditLog.list('2026-11-11', null)).items).toEqual([entry()]);
      await stores.auditLog.end(
        entry({ outcome: 'done', trail: { found: ['wrk_1'], counts: { created: 1 } } }),
      );
      expect((await stores.auditLog.list('2026-11-11', null)).items).toEqual([
        entry({ outcome: 'done', trail: { found: ['wrk_1'], counts: { created: 1 } } }),
      ]);
    });

    it('is of a day in Jakarta', async () => {
      await stores.auditLog.begin(entry());
      expect((await stores.auditLog.list('2026-11-10', null)).items).toEqual([]);
    });

    it('does not write the end of what it does not know, and does not begin anew', async () => {
      await stores.auditLog.end(entry({ outcome: 'done' }));
      expect((await stores.auditLog.list('2026-11-11', null)).items).toEqual([]);
      await stores.auditLog.begin(entry());
      await stores.auditLog.begin(entry({ name: 'somebody else' }));
      expect((await stores.auditLog.list('2026-11-11', null)).items).toEqual([entry()]);
    });

    it('comes page by page, the latest first', async () => {
      const ids = Array.from(
        { length: 130 },
        (_, index) => `request-${String(index).padStart(3, '0')}`,
      );
      for (const id of ids) await stores.auditLog.begin(entry({ id }));
      const first = await stores.auditLog.list('2026-11-11', null);
      const second = await stores.auditLog.list('2026-11-11', first.next);
      expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.reverse());
      expect(second.next).toBeNull();
    });
  });
}

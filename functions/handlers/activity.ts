import { isDate, localDate } from '#domain/dates';
import { Refused } from '#domain/refused';
import { api } from '#handlers/api';
import { audit, clock } from '#handlers/wiring';

export const handler = api<'activity'>({
  'GET /api/audit': async ({ query }) => {
    const { items, next } = await audit().list(dateIn(query.date), query.cursor || null);
    return { body: { items, ...(next ? { next } : {}) } };
  },
});

function dateIn(text: string | undefined): string {
  if (!text) return localDate('Asia/Jakarta', clock.now());
  if (isDate(text)) return text;
  throw new Refused('invalid', `date=${text} is not a date such as 2026-11-16`, { date: 'is not a date such as 2026-11-16' });
}

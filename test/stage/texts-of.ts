import type { Zone } from '#domain/calendar/zones';
import type { Person } from '#local/made-up';
import type { TestStage } from './stage.ts';

/** `['Wed, 11 Nov 2026, 09:00', text]` for each of their texts, by the clock on their own wall. */
export async function textsOf(
  stage: TestStage,
  { phone }: Person,
  zone: Zone = 'Asia/Jakarta',
): Promise<readonly (readonly [string, string])[]> {
  const onTheWall = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    ...dayAndTime,
  });
  return (await stage.outbox(phone)).map(({ at, text }) => [onTheWall.format(new Date(at)), text]);
}
const dayAndTime = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
} as const;

export const payAnywhere = 'Bayar pakai NIK di JMO, bank, Pos, minimarket.';

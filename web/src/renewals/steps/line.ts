import type { Renewals } from '#domain/renewals/cohorts/cohort';

export type Line = Readonly<{ id: string; sent: Sent | null }> &
  Pick<Renewals, 'reminders' | 'parts' | 'spendRupiah'>;
type Sent = Pick<Renewals['steps'][number], 'step' | 'planned'>;

/** No step has such an id. */
export const elsewhereId = '*';

export type Reminders = Renewals['reminders'];

export const skipped = ({ skipped: byReason }: Reminders): number =>
  Object.values(byReason).reduce((sum, count) => sum + count, 0);

import type { ClosedCycle } from '#domain/people/cycles/cycle';
import { closeCycle } from '#domain/people/cycles/next-cycle';
import type { Worker } from '#domain/people/worker';
import type { CountedRow } from '#domain/renewals/counting/counts';
import type { Reminder } from '#domain/sending/reminder';
import type { RowChange } from '#flows/renewals/count-store';
import { aWorker } from '../../../builders.ts';
import { aReminder } from '../../../contract/builders.ts';

export const shard = 'shard-1';
export const workerRow = (worker: Worker): CountedRow => ({ kind: 'worker', worker });
export const reminderRow = (facts: Partial<Reminder> = {}): CountedRow => ({
  kind: 'reminder',
  reminder: aReminder({ status: 'sent', ...facts }),
});
export const cycleRow = (worker: Worker): CountedRow => {
  const end = { on: '2026-11-12', by: 'payment', months: ['2026-11'], payment: 'pay_1' } as const;
  return { kind: 'cycle', cycle: closeCycle(worker, end)[0] as ClosedCycle };
};

/** What was written, one after the other, at positions that grow by ten. */
export const changes = (...written: readonly Partial<RowChange>[]): readonly RowChange[] =>
  written.map((facts, index) => ({
    position: String(10 * (index + 1)),
    before: null,
    after: null,
    removed: false,
    ...facts,
  }));

export const siti = aWorker();
const paid = aWorker({ coveredThrough: '2026-11' });
/** Siti comes, is reminded, pays, and her reminder expires. */
export const sitisYear = changes(
  { after: workerRow(siti) },
  { after: reminderRow() },
  { before: reminderRow(), after: reminderRow({ status: 'delivered' }) },
  { before: workerRow(siti), after: workerRow(paid) },
  { after: cycleRow(siti) },
  { before: reminderRow({ status: 'delivered' }), removed: true },
);
export const rowsLeft = [workerRow(paid), cycleRow(siti)];

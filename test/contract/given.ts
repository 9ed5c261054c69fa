import { beforeEach, expect } from 'vitest';
import type { Worker } from '#domain/people/worker';
import type { Reminder } from '#domain/sending/reminder';
import type { AttentionKind, AttentionStore } from '#flows/attention/attention-store';
import type { AuditLog } from '#flows/audit/audit-store';
import type { ClosingStore } from '#flows/closings/closing-store';
import type { LayoutStore } from '#flows/hold-layout';
import type { ImportStore } from '#flows/imports/import-store';
import type { SampleStore } from '#flows/messages/sample-store';
import type { ConfirmationStore, PaymentStore } from '#flows/payments/payment-store';
import type { ErasureStore } from '#flows/people/finish-erasures';
import type { RelocationStore, WorkerStore } from '#flows/people/worker-store';
import type { PlanStore } from '#flows/plan/plan-store';
import type { CountStore } from '#flows/renewals/count-store';
import type { RecountStore, TableExport } from '#flows/renewals/recount-store';
import type { ReminderStore } from '#flows/sending/reminder-store';
import type { ReceiptWatch } from '#flows/sending/silence-stores';
import type { SliceStore } from '#flows/sending/slice-store';
import type { SmsRateLimit } from '#flows/sending/sms-port';
import type { TrialStore } from '#flows/sending/trial/trial-store';
import { aWorker } from '../builders.ts';
import { aReminder, aSlice, booking, shards } from './builders.ts';

export type Stores = Readonly<{
  workers: WorkerStore;
  reminders: ReminderStore;
  slices: SliceStore;
  samples: SampleStore;
  trials: TrialStore;
  rateLimit: SmsRateLimit;
  plans: PlanStore;
  layout: LayoutStore;
  payments: PaymentStore;
  attention: AttentionStore;
  counts: CountStore;
  recounts: RecountStore;
  table: TableExport;
  auditLog: AuditLog;
  closings: ClosingStore;
  confirmations: ConfirmationStore;
  relocations: RelocationStore;
  erasures: ErasureStore;
  receipts: ReceiptWatch;
  imports: ImportStore;
}>;

export type Given = ReturnType<typeof freshStores>;

/** Empty stores before each fact, and what the facts begin with. */
export function freshStores(make: (shards: number) => Promise<Stores>) {
  const stores = {} as { -readonly [S in keyof Stores]: Stores[S] };
  beforeEach(async () => {
    Object.assign(stores, await make(shards));
  });
  const stored = async (worker: Worker = aWorker()): Promise<Worker> => {
    expect(await stores.workers.create(worker)).toBe(true);
    return worker;
  };
  return {
    stores,
    stored,
    read: async (workerId = aWorker().workerId) =>
      (await stores.workers.get([workerId])).get(workerId),
    reminderOf: async ({ workerId, month, step } = aReminder()) =>
      (await stores.reminders.readFresh([workerId], { month, step })).get(workerId)?.reminder,
    /** What is before a person, without its place there. */
    brought: async (kind: AttentionKind) =>
      (await stores.attention.list(kind, null)).items.map(({ id: _, ...item }) => item),
    async claimed(): Promise<Reminder> {
      await stored();
      expect(await stores.reminders.write(aReminder(), 0)).toBe('written');
      return aReminder();
    },
    /** There is no port that reads the budget: a booking that cannot fit says what is committed. */
    async committed(rev: number) {
      const answer = await stores.slices.save(aSlice({ rev }), booking({ reserve: 1e9, limit: 1 }));
      return answer.status === 'over-budget' ? answer.committed : answer.status;
    },
  };
}

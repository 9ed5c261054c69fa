import { attentionStore } from '#aws/attention/attention-store';
import { auditLogStore } from '#aws/audit-log-store';
import { closingStore } from '#aws/closings/closing-store';
import type { Database } from '#aws/database';
import { importStore } from '#aws/imports/import-store';
import { layoutStore } from '#aws/layout-store';
import { confirmationStore } from '#aws/payments/confirmation-store';
import { paymentStore } from '#aws/payments/payment-store';
import { erasureStore } from '#aws/people/erasure-store';
import { relocationStore } from '#aws/people/relocation-store';
import { workerStore } from '#aws/people/worker-store';
import { planStore } from '#aws/plan/plan-store';
import { countStore } from '#aws/renewals/count-store';
import { recountStore } from '#aws/renewals/recount-store';
import { receiptWatch } from '#aws/sending/receipt-watch';
import { reminderStore } from '#aws/sending/reminder-store';
import { sampleStore } from '#aws/sending/sample-store';
import { sliceStore } from '#aws/sending/slice-store';
import { rateLimit } from '#aws/sending/sms-rate-limit';
import { trialStore } from '#aws/sending/trial-store';
import { scannedTable } from './scanned-table.ts';

/** All stores as `wiring.ts` makes them, over one table. */
export const storesOver = (database: Database, shards: number) => ({
  workers: workerStore({ ...database, shards }),
  reminders: reminderStore(database),
  slices: sliceStore(database),
  samples: sampleStore(database),
  trials: trialStore(database),
  rateLimit: rateLimit(database),
  plans: planStore(database),
  layout: layoutStore(database),
  payments: paymentStore({ ...database, shards }),
  attention: attentionStore(database),
  auditLog: auditLogStore(database),
  counts: countStore(database),
  recounts: recountStore(database),
  table: scannedTable(database),
  confirmations: confirmationStore({ ...database, shards }),
  relocations: relocationStore(database),
  erasures: erasureStore(database),
  receipts: receiptWatch(database),
  imports: importStore(database),
  closings: closingStore(database),
});

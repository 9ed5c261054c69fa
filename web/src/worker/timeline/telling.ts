import type { WorkerView } from '#domain/people/worker-view';
import type { TimelineEntry } from '#flows/people/show-worker';
import { useChangeTold } from './change.ts';
import { usePaymentTold } from './payment.ts';
import { useReminderTold } from './reminder.ts';
import type { Told } from './told.ts';

/** Each timeline entry in words. */
export function useTelling(
  worker: WorkerView,
  entries: readonly TimelineEntry[],
): (entry: TimelineEntry) => Told {
  const reminder = useReminderTold();
  const payment = usePaymentTold(worker, entries);
  const change = useChangeTold();
  return (entry) => {
    if (entry.kind === 'reminder') return reminder(entry);
    return entry.kind === 'payment' ? payment(entry) : change(entry);
  };
}

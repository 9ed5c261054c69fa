import pMap from 'p-map';
import {
  type DeliveryReceipt,
  deliveredBy,
  reminderOf,
  saysAlready,
} from '#domain/sending/delivery';
import type { Reminder } from '#domain/sending/reminder';
import { isOfSample } from '#domain/sending/sample-sent';
import type { SampleStore } from '#flows/messages/sample-store';
import type { WorkerStore } from '#flows/people/worker-store';
import { retryOnConflict } from '#flows/retry-on-conflict';
import { judgeNumber } from '#flows/sending/judge-number';
import type { ReminderStore } from '#flows/sending/reminder-store';

export type DeliveryPorts = Readonly<{
  workers: Pick<WorkerStore, 'byPhone' | 'get' | 'replace'>;
  reminders: Pick<ReminderStore, 'list' | 'deliver'>;
  samples: Pick<SampleStore, 'near'>;
}>;

/** `ignored`: repeated, overtaken by another receipt, of a sample, or of an unknown phone. */
export type DeliveriesRecorded = Readonly<{
  delivered: number;
  undelivered: number;
  ignored: number;
}>;

/** A late (72 h), repeated or disordered receipt does no harm: a reminder only moves on. */
export async function recordDeliveries(
  receipts: readonly DeliveryReceipt[],
  ports: DeliveryPorts,
): Promise<DeliveriesRecorded> {
  const phones = Map.groupBy(receipts, ({ phone }) => phone);
  const recorded = (
    await pMap(phones, ([phone, own]) => recordPhone(phone, own, ports), { concurrency: 10 })
  ).flat();
  const count = (status: DeliveryReceipt['status']) =>
    recorded.filter((receipt) => receipt.status === status).length;
  const [delivered, undelivered] = [count('delivered'), count('undelivered')];
  return { delivered, undelivered, ignored: receipts.length - recorded.length };
}

/** Answers the receipts that said something new. */
async function recordPhone(
  phone: string,
  receipts: readonly DeliveryReceipt[],
  ports: DeliveryPorts,
): Promise<readonly DeliveryReceipt[]> {
  const workerIds = await ports.workers.byPhone(phone);
  let reminders = await remindersOf(workerIds, ports);
  const recorded: DeliveryReceipt[] = [];
  const repeated: DeliveryReceipt[] = [];
  for (const receipt of receipts.toSorted((a, b) => a.at.localeCompare(b.at))) {
    const after = await recordOne(receipt, reminders, () => remindersOf(workerIds, ports), ports);
    if (after) recorded.push(receipt);
    else if (saysAlready(receipt, reminders)) repeated.push(receipt);
    reminders = after ?? reminders;
  }
  await judgeNumber(workerIds, { recorded, repeated, reminders }, ports);
  return recorded;
}

const remindersOf = async (
  workerIds: readonly string[],
  { reminders }: DeliveryPorts,
): Promise<readonly Reminder[]> =>
  (await pMap(workerIds, (workerId) => reminders.list(workerId), { concurrency: 10 })).flat();

/** The reminders with the one of the receipt moved on; null where the receipt changes nothing. */
function recordOne(
  receipt: DeliveryReceipt,
  known: readonly Reminder[],
  readAgain: () => Promise<readonly Reminder[]>,
  { reminders, samples }: DeliveryPorts,
): Promise<readonly Reminder[] | null> {
  let stored = known;
  return retryOnConflict<readonly Reminder[] | null>(
    async () => {
      const seen = reminderOf(receipt, stored);
      if (!seen) return null;
      // A reminder whose text has no id yet would take over that of a sample.
      const isGuess = seen.messageId === null;
      if (isGuess && isOfSample(receipt, await samples.near(receipt.sentAt))) return null;
      const delivered = deliveredBy(receipt, seen);
      if (await reminders.deliver(seen, delivered))
        return stored.map((each) => (each === seen ? { ...seen, ...delivered } : each));
      stored = await readAgain();
      return undefined;
    },
    () => neverRecorded(receipt),
  );
}

function neverRecorded({ messageId }: DeliveryReceipt): never {
  throw new Error(
    `The receipt of ${messageId} could not be recorded: its reminder was written by others ten ` +
      'times meanwhile',
  );
}

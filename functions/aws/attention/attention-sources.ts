import type { Database, Write } from '#aws/database';
import { paymentAttention, readPayment } from '#aws/payments/payment-rows';
import { readWorker } from '#aws/people/worker-rows';
import { getRow } from '#aws/reading';
import { missedAttention } from '#aws/sending/missed-rows';
import { raised, readReminder } from '#aws/sending/reminder-rows';
import { readSlice } from '#aws/sending/slice-rows';
import { parseRunId } from '#domain/sending/slice';
import type { AttentionKind } from '#flows/attention/attention-store';
import { type Key, keys } from '#table';

/** What brought an item before a person: `put` brings it again while `still` holds. */
type Source = Readonly<{ put: Readonly<Record<string, unknown>>; still: Write }>;

/** Null where it would bring no such item any more. `id`: the sort key of the item. */
export async function sourceOf(
  database: Database,
  kind: AttentionKind,
  id: string,
): Promise<Source | null> {
  const source = await sources[kind](database, id.split('#').slice(1));
  return source?.put.sk === id && source.put.kind === kind ? source : null;
}

type Read = (database: Database, of: readonly string[]) => Promise<Source | null>;

const ofText: Read = async (database, [workerId = '', month = '', step = '']) => {
  const key = keys.reminder({ workerId, month, step });
  const reminder = readReminder(await getRow(database, key));
  if (!reminder) return null;
  const { status, at } = reminder;
  return sourceIn(raised(reminder), {
    check: key,
    if: '#status = :status AND #at = :at',
    values: { ':status': status, ':at': at },
  });
};

/** A reference may hold the sign that separates it from its channel. */
const ofPayment: Read = async (database, [channel = '', ...reference]) => {
  const key = keys.payment(channel, reference.join('#'));
  const payment = readPayment(await getRow(database, key));
  if (!payment || payment.flags.length === 0) return null;
  const { workerId, status } = payment;
  const payer =
    workerId === null ? null : readWorker(await getRow(database, keys.worker(workerId)));
  const item = paymentAttention('flagged', payment, payer ?? null);
  return {
    put: { ...item, workerId: workerId ?? undefined },
    still: { check: key, if: '#status = :status', values: { ':status': status } },
  };
};

const ofSlice: Read = async (database, [runId = '', shard = '']) => {
  const run = parseRunId(runId);
  const key: Key | null = run && keys.slice({ ...run, shard: Number(shard) });
  const slice = key && readSlice(await getRow(database, key));
  if (!key || !slice) return null;
  const still: Write = { check: key, if: '#rev = :rev', values: { ':rev': slice.rev } };
  return sourceIn(missedAttention(slice), still);
};

const sourceIn = ([write]: readonly Write[], still: Write): Source | null =>
  write && 'put' in write ? { put: write.put, still } : null;

/** Nobody takes an unmatched payment off the list by hand. */
const sources: Readonly<Record<AttentionKind, Read>> = {
  ...{ unknown: ofText, failed: ofText, undelivered: ofText },
  ...{ missed: ofSlice, flagged: ofPayment, unmatched: async () => null },
};

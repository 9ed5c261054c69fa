import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { readRecorded } from '#aws/payments/payment-rows';
import { readCycle } from '#aws/people/cycle-rows';
import { isTombstone, readWorker } from '#aws/people/worker-rows';
import type { Row } from '#aws/reading';
import { readReminder } from '#aws/sending/reminder-rows';
import type { CountedRow } from '#domain/renewals/counting/counts';
import type { RowChange } from '#flows/renewals/count-store';
import type { Key } from '#table';

/** As the table's stream hands it to a function: keys and images as DynamoDB writes them. */
export type StreamRecord = Readonly<{
  eventName?: 'INSERT' | 'MODIFY' | 'REMOVE' | undefined;
  dynamodb?:
    | Readonly<{
        SequenceNumber?: string | undefined;
        Keys?: unknown;
        OldImage?: unknown;
        NewImage?: unknown;
      }>
    | undefined;
}>;

/** `unreadable`: the key of a row that should be counted. Throws where it is not a record. */
export function changeIn({
  eventName,
  dynamodb,
}: StreamRecord): Readonly<{ change: RowChange; unreadable: Key | null }> {
  const { SequenceNumber: position, Keys, OldImage, NewImage } = dynamodb ?? {};
  const key = rowOf(Keys) as Key | undefined;
  if (!position || !key)
    throw new Error('A record of the stream lacks its sequence number or its keys');
  const read = readerOf(key);
  const [old, now] = [rowOf(OldImage), rowOf(NewImage)];
  const after = (now && read?.(now)) ?? null;
  return {
    change: {
      position,
      before: (old && read?.(old)) ?? null,
      after,
      removed: eventName === 'REMOVE',
    },
    unreadable: read && now && !after && !isTombstone(now) ? withoutReference(key) : null,
  };
}

/** A reference may hold what a person typed. The time before it finds the row. */
const withoutReference = ({ pk, sk }: Key): Key =>
  pk.startsWith(recorded) ? { pk, sk: sk.split('#', 1).join() } : { pk, sk };

const rowOf = (image: unknown): Row | undefined =>
  image ? unmarshall(image as Record<string, AttributeValue>) : undefined;

/** Undefined where the row is not counted, or cannot be read. */
export const countedRow = (row: Row): CountedRow | undefined =>
  readerOf({ pk: String(row.pk), sk: String(row.sk) })?.(row);

type ReadCounted = (row: Row) => CountedRow | undefined;

/** Undefined for rows that are not counted. A payment is counted where its day lists it. */
function readerOf({ pk, sk }: Key): ReadCounted | undefined {
  if (pk.startsWith(recorded)) return readPaymentRow;
  if (!pk.startsWith('WRK#')) return undefined;
  return Object.entries(readers).find(([start]) =>
    start.endsWith('#') ? sk.startsWith(start) : sk === start,
  )?.[1];
}

const recorded = 'RECORDED#';

const readPaymentRow: ReadCounted = (row) => {
  const payment = readRecorded(row);
  return payment && { kind: 'payment', payment };
};

const readers: Readonly<Record<string, ReadCounted>> = {
  WRK: (row) => {
    const worker = readWorker(row);
    return worker && { kind: 'worker', worker };
  },
  'CYC#': (row) => {
    const cycle = readCycle(row);
    return cycle && { kind: 'cycle', cycle };
  },
  'REM#': (row) => {
    const reminder = readReminder(row);
    return reminder && { kind: 'reminder', reminder };
  },
};

import type { StreamRecord } from '#aws/renewals/stream-record';
import { type Item, keyOf } from '#local/dynamodb/in-memory/attribute-values';
import type { Rows } from '#local/dynamodb/in-memory/rows';
import { invalid, ServiceError } from '#local/dynamodb/in-memory/service-error';
import {
  type Act,
  answerTo,
  type Charge,
  cancelled,
  chargesOf,
  type Prepared,
  prepared,
  refusedWrite,
  type WriteInput,
} from '#local/dynamodb/in-memory/writes';

/** What a bench may put around the table; without any of it every call takes no time. */
export type Around = Readonly<{
  /** How long a request is on its way, before anything happens. */
  latency?: (operation: string) => Promise<void>;
  /** How long a transaction holds its rows: whoever meets it there conflicts. */
  hold?: () => Promise<void>;
  /** False where a partition has no room for its charge: the write is throttled. */
  admit?: (charges: readonly Charge[]) => boolean;
  /** What the stream of the table tells, in the order of its writes. */
  changed?: (record: StreamRecord) => void;
}>;

export type Table = Readonly<{
  rows: Rows;
  around: Around;
  locked: Set<string>;
  position: { now: number };
}>;

export type TransactItem = Readonly<Partial<Record<Act, WriteInput>>>;

export function single(table: Table, act: Act, input: WriteInput): object {
  const write = prepared(table.rows, act, input);
  if (table.locked.has(placeOf(write)))
    throw new ServiceError('TransactionConflictException', 'Transaction is ongoing for the item');
  if (table.around.admit?.(chargesOf(write, 1)) === false)
    throw new ServiceError('ThrottlingException', 'Throughput exceeds the current capacity');
  if (!write.holds) throw refusedWrite(write);
  done(table, write);
  return answerTo(write, input);
}

const placeOf = ({ key: { pk, sk } }: Pick<Prepared, 'key'>): string => `${pk} ${sk}`;

export async function transaction(table: Table, items: readonly TransactItem[]): Promise<object> {
  const acts = items.flatMap((item) => Object.entries(item) as [Act, WriteInput][]);
  if (acts.length > 100) throw invalid('Member must have length less than or equal to 100');
  const places = acts.map(([, { Item, Key }]) => placeOf({ key: keyOf(Item ?? Key ?? {}) }));
  if (new Set(places).size < places.length)
    throw invalid('Transaction request cannot include multiple operations on one item');
  refuse(places, (place) => (table.locked.has(place) ? { Code: 'TransactionConflict' } : null));
  for (const place of places) table.locked.add(place);
  try {
    await table.around.hold?.();
    const writes = acts.map(([act, input]) => prepared(table.rows, act, input));
    refuse(writes, (write) =>
      table.around.admit?.(chargesOf(write, 2)) === false ? { Code: 'ThrottlingError' } : null,
    );
    refuse(writes, ({ holds, shown }) =>
      holds ? null : { Code: 'ConditionalCheckFailed', ...(shown ? { Item: shown } : {}) },
    );
    for (const write of writes) done(table, write);
    return {};
  } finally {
    for (const place of places) table.locked.delete(place);
  }
}

type Reason = Readonly<{ Code: string; Item?: Item }>;

function refuse<T>(parts: readonly T[], reasonOf: (part: T) => Reason | null): void {
  const reasons = parts.map((part) => reasonOf(part) ?? { Code: 'None' });
  if (reasons.some(({ Code }) => Code !== 'None')) throw cancelled(reasons);
}

function done({ rows, around, position }: Table, { key, before, after }: Prepared): void {
  if (before === after) return;
  rows.set(key, after);
  position.now += 1;
  around.changed?.({
    eventName: before ? (after ? 'MODIFY' : 'REMOVE') : 'INSERT',
    dynamodb: {
      SequenceNumber: `1${String(position.now).padStart(20, '0')}`,
      Keys: { pk: { S: key.pk }, sk: { S: key.sk } },
      ...(before ? { OldImage: before } : {}),
      ...(after ? { NewImage: after } : {}),
    },
  });
}

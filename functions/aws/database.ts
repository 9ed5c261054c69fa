import { setTimeout } from 'node:timers/promises';
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { busy } from '#domain/refused';
import type { Key } from '#table';

/** `attempts`: of a write that meets others at a row; ten, about three seconds, where not said. */
export type Database = Readonly<{
  client: DynamoDBDocumentClient;
  tableName: string;
  attempts?: number;
}>;

type Act = Readonly<
  | { put: Readonly<Record<string, unknown>> }
  | { update: Key; to: string }
  | { remove: Key }
  | { check: Key }
>;

/** Attributes stand as `#name`, clear of 573 reserved words; `names` has those that differ. */
export type Write = Act &
  Readonly<{
    if?: string | undefined;
    values?: Readonly<Record<string, unknown>>;
    names?: Readonly<Record<string, string>>;
    /** Of an update alone: what it has set. */
    returns?: 'UPDATED_NEW';
  }>;

/** `refused`: one entry a write, the stored row or null where its condition held. */
export type Written =
  | Readonly<{ done: true; after?: Readonly<Record<string, unknown>> | undefined }>
  | Readonly<{ done: false; refused: readonly (Stored | null)[] }>;

export type Stored = Readonly<Record<string, AttributeValue>>;

/** All or nothing; a transaction costs double. Writers that meet wait a little and try again. */
export async function write(database: Database, ...writes: readonly Write[]): Promise<Written> {
  for (let attempt = 0; ; attempt++) {
    try {
      return { done: true, after: (await send(database, writes)).Attributes };
    } catch (error) {
      const refused = refusedIn(error);
      if (refused) return { done: false, refused };
      if (!isBusy(error)) throw error;
      if (attempt + 1 >= (database.attempts ?? 10)) throw busy();
      await pause(attempt);
    }
  }
}

export const pause = (attempt: number): Promise<void> => setTimeout(backOff(attempt));

/** Up to 20 ms, 40 ms … 1 s, at random: writers that met do not meet again. */
export const backOff = (attempt: number, random = Math.random): number =>
  random() * Math.min(1_000, 20 * 2 ** attempt);

/** `{ '#rev': 'rev' }` for every name; undefined for none, as DynamoDB refuses an empty object. */
export function namesIn(
  ...expressions: readonly (string | undefined)[]
): Record<string, string> | undefined {
  const names = expressions.flatMap((expression) => expression?.match(/#\w+/g) ?? []);
  return names.length > 0
    ? Object.fromEntries(names.map((name) => [name, name.slice(1)]))
    : undefined;
}

type Answer = Readonly<{ Attributes?: Readonly<Record<string, unknown>> | undefined }>;

async function send({ client, tableName }: Database, writes: readonly Write[]): Promise<Answer> {
  const [first, ...more] = writes.map((each) => request(tableName, each));
  if (first && more.length > 0)
    await client.send(new TransactWriteCommand({ TransactItems: [first, ...more] }));
  if (more.length > 0) return {};
  if (first?.Put) return client.send(new PutCommand(first.Put));
  if (first?.Update)
    return client.send(new UpdateCommand({ ...first.Update, ReturnValues: writes[0]?.returns }));
  if (first?.Delete) return client.send(new DeleteCommand(first.Delete));
  throw new Error('Nothing to write, or a check alone');
}

function request(TableName: string, each: Write) {
  const shared = {
    TableName,
    ...(each.values ? { ExpressionAttributeValues: { ...each.values } } : {}),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  } as const;
  const names = namesIn(each.if, 'update' in each ? each.to : undefined);
  const conditional = {
    ...shared,
    ...(names ? { ExpressionAttributeNames: { ...names, ...each.names } } : {}),
    ...(each.if ? { ConditionExpression: each.if } : {}),
  };
  if ('put' in each) return { Put: { ...conditional, Item: { ...each.put } } };
  if ('update' in each)
    return { Update: { ...conditional, Key: each.update, UpdateExpression: each.to } };
  if ('remove' in each) return { Delete: { ...conditional, Key: each.remove } };
  return { ConditionCheck: { ...conditional, Key: each.check, ConditionExpression: each.if } };
}

/** A failed condition is an answer; what else failed in its transaction does not matter. */
function refusedIn(error: unknown): readonly (Stored | null)[] | null {
  if (error instanceof ConditionalCheckFailedException) return [error.Item ?? {}];
  const reasons =
    error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
  if (!reasons.some(({ Code }) => Code === 'ConditionalCheckFailed')) return null;
  return reasons.map(({ Code, Item }) => (Code === 'ConditionalCheckFailed' ? (Item ?? {}) : null));
}

/** The SDK retries a throttled single write, but sees no throttle inside a transaction. */
const passing = ['None', 'TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];

const isBusy = (error: unknown): boolean =>
  error instanceof TransactionCanceledException
    ? (error.CancellationReasons ?? []).every(({ Code }) => passing.includes(Code ?? 'None'))
    : error instanceof TransactionConflictException;

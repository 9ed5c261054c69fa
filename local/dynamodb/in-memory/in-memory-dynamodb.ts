import { type Item, keyOf } from '#local/dynamodb/in-memory/attribute-values';
import { type QueryInput, query, scan } from '#local/dynamodb/in-memory/reads';
import { sortedRows } from '#local/dynamodb/in-memory/rows';
import { invalid, ServiceError } from '#local/dynamodb/in-memory/service-error';
import {
  type Around,
  single,
  type Table,
  type TransactItem,
  transaction,
} from '#local/dynamodb/in-memory/write-requests';
import type { WriteInput } from '#local/dynamodb/in-memory/writes';

type Request = Readonly<{ headers: Readonly<Record<string, string>>; body?: Uint8Array }>;

/**
 * The one table of functions/table.ts in memory, behind the SDK itself: as `requestHandler` of a
 * client it answers what DynamoDB answers, without a socket. For benches and simulations that need
 * hundreds of thousands of calls in virtual time; what it cannot refuse is in local/README.md.
 */
export function inMemoryDynamoDb(around: Around = {}) {
  const rows = sortedRows();
  const table: Table = { rows, around, locked: new Set(), position: { now: 0 } };
  /** Throws what the service would answer as an error. */
  const call = async (operation: string, input: () => Inputs): Promise<object> => {
    await around.latency?.(operation);
    const act = operations[operation];
    if (!act) throw invalid(`${operation} is not played in memory`);
    return act(table, input());
  };
  return {
    ...{ rows, call },
    requestHandler: {
      async handle({ headers, body }: Request) {
        const operation = headers['x-amz-target']?.split('.').at(-1) ?? '';
        try {
          const input = () => JSON.parse(new TextDecoder().decode(body));
          return answer(200, await call(operation, input));
        } catch (error) {
          if (!(error instanceof ServiceError)) throw error;
          const __type = `com.amazonaws.dynamodb.v20120810#${error.name}`;
          return answer(400, { __type, message: error.message, ...error.more });
        }
      },
    },
  };
}

const answer = (statusCode: number, body: object) => ({
  response: {
    statusCode,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: Buffer.from(JSON.stringify(body)),
  },
});

type Inputs = QueryInput &
  WriteInput &
  Readonly<{
    TransactItems?: readonly TransactItem[];
    RequestItems?: Readonly<Record<string, unknown>>;
  }>;

const operations: Readonly<
  Record<string, (table: Table, input: Inputs) => object | Promise<object>>
> = {
  GetItem: ({ rows }, { Key = {} }) => {
    const Item = rows.get(keyOf(Key));
    return Item ? { Item } : {};
  },
  Query: ({ rows }, input) => query(rows, input),
  Scan: ({ rows }, input) => scan(rows, input),
  PutItem: (table, input) => single(table, 'Put', input),
  UpdateItem: (table, input) => single(table, 'Update', input),
  DeleteItem: (table, input) => single(table, 'Delete', input),
  TransactWriteItems: (table, { TransactItems = [] }) => transaction(table, TransactItems),
  BatchGetItem: ({ rows }, { RequestItems = {} }) => {
    const Responses = Object.entries(RequestItems as Record<string, { Keys: readonly Item[] }>).map(
      ([name, { Keys }]) => [name, Keys.flatMap((key) => rows.get(keyOf(key)) ?? [])] as const,
    );
    return { Responses: Object.fromEntries(Responses), UnprocessedKeys: {} };
  },
  BatchWriteItem: (table, { RequestItems = {} }) => {
    for (const writes of Object.values(RequestItems as Record<string, readonly BatchWrite[]>))
      for (const { PutRequest, DeleteRequest } of writes) {
        if (PutRequest) single(table, 'Put', PutRequest);
        if (DeleteRequest) single(table, 'Delete', DeleteRequest);
      }
    return { UnprocessedItems: {} };
  },
};

type BatchWrite = Readonly<{ PutRequest?: WriteInput; DeleteRequest?: WriteInput }>;

import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Row } from '#aws/reading';
import { busyIfThrottled } from '#aws/throttled';
import { type Item, itemOf, rowOf } from '#local/dynamodb/in-memory/attribute-values';
import type { inMemoryDynamoDb } from '#local/dynamodb/in-memory/in-memory-dynamodb';
import { ServiceError } from '#local/dynamodb/in-memory/service-error';

type Call = ReturnType<typeof inMemoryDynamoDb>['call'];
type Command = Readonly<{ constructor: { name: string }; input: object }>;
type Answer = Readonly<{
  Item?: Item;
  Items?: readonly Item[];
  Attributes?: Item;
  LastEvaluatedKey?: Item;
  Responses?: Readonly<Record<string, readonly Item[]>>;
}>;

/**
 * A client that answers commands itself: writing, signing and reading requests takes the SDK more
 * than half of a storm's time. What is throttled is not repeated, as the SDK would.
 */
export const pastSdk = (call: Call): DynamoDBDocumentClient =>
  ({
    async send(command: Command) {
      const { name } = command.constructor;
      const operation = operations[name] ?? name.replace(/Command$/, '');
      try {
        return native(await call(operation, () => wire(command.input) as object));
      } catch (error) {
        throw error instanceof ServiceError ? busyIfThrottled(asSdk(error)) : error;
      }
    },
  }) as unknown as DynamoDBDocumentClient;

/** Where the document client's name of a command is not the service's. */
const operations: Readonly<Record<string, string>> = {
  GetCommand: 'GetItem',
  PutCommand: 'PutItem',
  UpdateCommand: 'UpdateItem',
  DeleteCommand: 'DeleteItem',
  TransactWriteCommand: 'TransactWriteItems',
  BatchGetCommand: 'BatchGetItem',
  BatchWriteCommand: 'BatchWriteItem',
};

const ofRows = new Set(['Item', 'Key', 'ExpressionAttributeValues', 'ExclusiveStartKey']);

/** The rows in a command's input as they go over the wire, all else as it is. */
function wire(value: unknown, name = ''): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.map((each) => (name === 'Keys' ? itemOf(each) : wire(each)));
  if (ofRows.has(name)) return itemOf(value as Row);
  const written: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) written[key] = wire(each, key);
  return written;
}

const native = ({ Item, Items, Attributes, LastEvaluatedKey, Responses }: Answer) => ({
  ...(Item ? { Item: rowOf(Item) } : {}),
  ...(Items ? { Items: Items.map(rowOf) } : {}),
  ...(Attributes ? { Attributes: rowOf(Attributes) } : {}),
  ...(LastEvaluatedKey ? { LastEvaluatedKey: rowOf(LastEvaluatedKey) } : {}),
  ...(Responses
    ? {
        Responses: Object.fromEntries(
          Object.entries(Responses).map(([table, items]) => [table, items.map(rowOf)]),
        ),
      }
    : {}),
});

const kinds = {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
};

function asSdk(error: ServiceError): Error {
  const kind = kinds[error.name as keyof typeof kinds];
  return kind ? new kind({ message: error.message, $metadata: {}, ...error.more }) : error;
}

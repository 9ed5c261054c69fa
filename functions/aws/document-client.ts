import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { busyIfThrottled } from '#aws/throttled';

/** Safe to repeat: a transaction carries an idempotency token, other writes are conditional. */
export function documentClient(config: DynamoDBClientConfig = {}): DynamoDBDocumentClient {
  const client = new DynamoDBClient({ maxAttempts: 5, requestHandler: timeouts, ...config });
  // Around the SDK's own attempts.
  client.middlewareStack.add(
    (next) => (args) =>
      next(args).catch((error: Error) => {
        throw busyIfThrottled(error);
      }),
    { step: 'initialize', name: 'busyWhenThrottled' },
  );
  return DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
  });
}

/** Within the 5 s of a read and its text. Without `throwOnRequestTimeout` the SDK only warns. */
const timeouts = { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true };

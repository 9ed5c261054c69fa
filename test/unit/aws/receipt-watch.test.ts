import { expect, it } from 'vitest';
import { documentClient } from '#aws/document-client';
import { receiptWatch } from '#aws/sending/receipt-watch';
import { inMemoryDynamoDb } from '#local/dynamodb/in-memory/in-memory-dynamodb';

const at = (milliseconds: number) =>
  new Date(Date.parse('2026-11-11T02:00:00.000Z') + milliseconds).toISOString();

it('an instance tells of receipts once a second, however many calls bring them', async () => {
  let written = 0;
  const { requestHandler } = inMemoryDynamoDb({
    admit() {
      written += 1;
      return true;
    },
  });
  const client = documentClient({
    requestHandler,
    region: 'ap-southeast-3',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const watch = receiptWatch({ client, tableName: 'ingat' });
  for (let call = 0; call < 100; call++) await watch.receiptCame(at(call * 50));
  expect(written).toBe(5);
  await watch.textsLeft(7, at(4_900));
  expect(await watch.awaited()).toEqual({ since: at(4_900), texts: 7 });
  await watch.receiptCame(at(6_000));
  expect(await watch.awaited()).toBeNull();
});

import { describe, expect, it } from 'vitest';
import { write } from '#aws/database';
import { documentClient } from '#aws/document-client';
import { deleteRows, getRows } from '#aws/reading';
import { keys } from '#table';
import { type Answer, service } from './service.ts';

const dynamodb = service();
const database = () => ({ client: documentClient(dynamodb.config()), tableName: 'ingat' });

/** Answers in turn; the last one again and again. */
const inTurn = (...answers: readonly [Answer, ...Answer[]]) =>
  dynamodb.answers(
    () => answers[Math.min(dynamodb.received.length, answers.length) - 1] ?? answers[0],
  );
const targets = () =>
  dynamodb.received.map(({ headers }) => String(headers['x-amz-target']).split('.')[1]);

const done: Answer = { body: '{}' };
const error = (type: string, more: object = {}): Answer => ({
  status: 400,
  body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, ...more }),
});
const cancelled = (...codes: readonly string[]) =>
  error('TransactionCanceledException', { CancellationReasons: codes.map((Code) => ({ Code })) });

const one = { put: { ...keys.layout }, if: 'attribute_not_exists(#pk)' };
const two = [
  one,
  { check: keys.worker('wrk_1'), if: '#rev = :rev', values: { ':rev': 1 } },
] as const;

describe('a writer who meets another', () => {
  it.each([
    ['in a transaction', cancelled('None', 'TransactionConflict')],
    ['at a throttled partition', cancelled('ThrottlingError', 'None')],
    [
      'where the table has no room',
      cancelled('ProvisionedThroughputExceeded', 'TransactionConflict'),
    ],
  ])('tries again: %s', async (_, answer) => {
    inTurn(answer, answer, done);
    expect(await write(database(), ...two)).toEqual({ done: true });
    expect(dynamodb.received).toHaveLength(3);
  });

  it('tries again where a single write meets a transaction', async () => {
    inTurn(error('TransactionConflictException'), done);
    expect(await write(database(), one)).toEqual({ done: true });
    expect(targets()).toEqual(['PutItem', 'PutItem']);
  });

  it('is a new request each time, else the database would answer what it answered before', async () => {
    inTurn(cancelled('None', 'TransactionConflict'), done);
    await write(database(), ...two);
    const tokens = dynamodb.received.map(({ body }) => JSON.parse(body).ClientRequestToken);
    expect(new Set(tokens).size).toBe(2);
  });

  it('leaves a throttled write to the SDK, which alone repeats it', async () => {
    inTurn(error('ThrottlingException'));
    const client = documentClient({ ...dynamodb.config(), maxAttempts: 2 });
    await expect(write({ client, tableName: 'ingat' }, one)).rejects.toMatchObject({
      code: 'busy',
    });
    expect(dynamodb.received).toHaveLength(2);
  });

  it.each([
    'ProvisionedThroughputExceededException',
    'RequestLimitExceeded',
    'TransactionInProgressException',
  ])('is asked to come again where the table has no room to read: %s', async (type) => {
    inTurn(error(type));
    const client = documentClient({ ...dynamodb.config(), maxAttempts: 2 });
    await expect(getRows({ client, tableName: 'ingat' }, [keys.layout])).rejects.toMatchObject({
      code: 'busy',
    });
  });

  it('gives up in the end', async () => {
    inTurn(cancelled('TransactionConflict', 'None'));
    await expect(write(database(), ...two)).rejects.toMatchObject({ code: 'busy' });
    expect(dynamodb.received).toHaveLength(10);
  });
});

describe('a write', () => {
  it('keeps its token when the SDK repeats it, so that it happens once', async () => {
    inTurn({ status: 500, body: '{}' }, done);
    await write(database(), ...two);
    const tokens = dynamodb.received.map(({ body }) => JSON.parse(body).ClientRequestToken);
    expect(tokens).toEqual([tokens[0], tokens[0]]);
    expect(tokens[0]).toEqual(expect.any(String));
  });

  it('says whose condition did not hold, even where others met somebody', async () => {
    inTurn(cancelled('TransactionConflict', 'ConditionalCheckFailed'));
    expect(await write(database(), ...two)).toEqual({ done: false, refused: [null, {}] });
    expect(dynamodb.received).toHaveLength(1);
  });

  it('fails at once for what will not pass', async () => {
    inTurn(cancelled('ValidationError', 'TransactionConflict'));
    await expect(write(database(), ...two)).rejects.toThrow();
    inTurn(error('ResourceNotFoundException', { message: 'no table' }));
    await expect(write(database(), one)).rejects.toThrow('no table');
    expect(dynamodb.received).toHaveLength(1);
  });

  it('does not wait for ever: a request that hangs is given up and repeated', async () => {
    dynamodb.answers(() => (dynamodb.received.length < 2 ? null : done));
    expect(await write(database(), one)).toEqual({ done: true });
    expect(dynamodb.received).toHaveLength(2);
  });
});

describe('reading and deleting many rows', () => {
  const wanted = Array.from({ length: 101 }, (_, index) => keys.worker(`wrk_${index}`));

  it('asks for a hundred at a time, each once, and again for what was left over', async () => {
    dynamodb.answers(({ body }) => {
      const { Keys } = JSON.parse(body).RequestItems.ingat;
      const left = dynamodb.received.length === 1 ? Keys.slice(60) : [];
      const UnprocessedKeys =
        left.length > 0 ? { ingat: { Keys: left, ConsistentRead: true } } : {};
      return {
        body: JSON.stringify({
          Responses: { ingat: Keys.slice(0, Keys.length - left.length) },
          UnprocessedKeys,
        }),
      };
    });
    const rows = await getRows(database(), [...wanted, ...wanted]);
    expect(rows.map(({ pk }) => String(pk)).sort()).toEqual(wanted.map(({ pk }) => pk).sort());
    const asked = dynamodb.received.map(({ body }) => JSON.parse(body).RequestItems.ingat);
    expect(asked.map(({ Keys }) => Keys.length).sort()).toEqual([1, 100, 40]);
    expect(asked.every(({ ConsistentRead }) => ConsistentRead)).toBe(true);
  });

  it('deletes twenty-five at a time, and again what was left over', async () => {
    dynamodb.answers(({ body }) => {
      const { ingat } = JSON.parse(body).RequestItems;
      return {
        body: JSON.stringify({
          UnprocessedItems: dynamodb.received.length === 1 ? { ingat: ingat.slice(20) } : {},
        }),
      };
    });
    await deleteRows(database(), wanted.slice(0, 30));
    expect(dynamodb.received.map(({ body }) => JSON.parse(body).RequestItems.ingat.length)).toEqual(
      [25, 5, 5],
    );
  });
});

import { AsyncLocalStorage } from 'node:async_hooks';
import { BatchGetCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Database } from '#aws/database';
import { firstPage } from '#aws/reading';
import { keptAnswers } from '#local/dynamodb/kept-answers';

type Send = Database['client']['send'];
type Command = Parameters<Send>[0];
type Method = (...asked: readonly unknown[]) => unknown;
type Answer = Readonly<{ Items?: readonly Readonly<Record<string, unknown>>[] }>;
export type KeptReads = ReturnType<typeof keepReads>;

/**
 * Stores that read each thing once, until somebody writes to a partition that was read for it. They
 * only read: a write by them throws. `seesEmpty`: a cheaper way than to ask the database.
 */
export function keepReads({ client, tableName }: Database, seesEmpty?: (pk: string) => boolean) {
  const kept = keptAnswers();
  const reading = new AsyncLocalStorage<(partition: string) => void>();
  const note = (partition: string): void => reading.getStore()?.(partition);
  const answerOf = (question: string, ask: () => unknown): unknown =>
    kept.answerOf(question, (noteIt) => reading.run(noteIt, ask));

  /** Whether nothing lies in a partition: then neither does anything within bounds of time. */
  const isEmpty = (pk: string): Promise<boolean> =>
    kept.answerOf(`is empty ${pk}`, async (noteIt) => {
      noteIt(pk);
      if (seesEmpty) return seesEmpty(pk);
      const whole = { where: '#pk = :pk', values: { ':pk': pk }, limit: 1 };
      const { rows } = await firstPage({ client, tableName }, whole);
      return rows.length === 0;
    }) as Promise<boolean>;

  const readWithin = async (command: QueryCommand, pk: string): Promise<Answer> => {
    if (await isEmpty(pk)) return nothing;
    return kept.answerOf(JSON.stringify(command.input), (noteIt) => {
      noteIt(pk);
      return client.send(command);
    }) as Promise<Answer>;
  };
  const readIndex = async (command: QueryCommand): Promise<Answer> => {
    const answer = (await client.send(command)) as Answer;
    // A row leaves an index by a write to its own partition.
    for (const { pk } of answer.Items ?? []) note(String(pk));
    return answer;
  };
  const send = async (command: Command): Promise<unknown> => {
    const partitions = partitionsIn(command);
    partitions.forEach(note);
    if (!(command instanceof QueryCommand)) return client.send(command);
    const [first = ''] = partitions;
    return command.input.IndexName ? readIndex(command) : readWithin(command, first);
  };

  return {
    /** `make` makes a store of the database it is given. */
    store<S extends object>(make: (database: Database) => S): S {
      const database = { client: Object.assign(Object.create(client), { send }), tableName };
      const method = (of: S, name: keyof S) => of[name] as Method;
      return new Proxy(make(database), {
        get:
          (of, name: string) =>
          (...asked: readonly unknown[]) =>
            // What a function is asked for, such as a moment, is in no question: its rows are kept.
            asked.some((each) => typeof each === 'function')
              ? method(of, name as keyof S)(...asked)
              : answerOf(`${make.name} ${name} ${JSON.stringify(asked)}`, () =>
                  method(of, name as keyof S)(...asked),
                ),
      });
    },
    /** Writes to the table itself, and forgets what that changes. */
    writer<S>(make: (database: Database) => S): S {
      const writing = async (command: Command): Promise<unknown> => {
        const answer = await client.send(command);
        kept.forgetNamed(JSON.stringify(command.input));
        return answer;
      };
      return make({ client: Object.assign(Object.create(client), { send: writing }), tableName });
    },
    forgetAll: kept.forgetAll,
    /** `request`: the bytes sent to the database. */
    forgetWhatChanged: (request: Buffer): void => kept.forgetNamed(request.toString('latin1')),
    /** Each with what the row was and is. */
    forgetRows: (records: readonly unknown[]): void => kept.forgetNamed(JSON.stringify(records)),
  };
}

const nothing: Answer = { Items: [] };

function partitionsIn(command: unknown): readonly string[] {
  const values = valuesRead(command);
  if (values.every((value) => typeof value === 'string')) return values;
  throw new Error('Which partition that reads is not said');
}

/** A row comes into an index by a write that names the index's partition. */
function valuesRead(command: unknown): readonly unknown[] {
  if (command instanceof GetCommand) return [command.input.Key?.pk];
  if (command instanceof BatchGetCommand)
    return Object.values(command.input.RequestItems ?? {}).flatMap(
      ({ Keys }) => Keys?.map(({ pk }) => pk) ?? [],
    );
  if (command instanceof QueryCommand)
    return [command.input.ExpressionAttributeValues?.[command.input.IndexName ? ':key' : ':pk']];
  throw new Error('That does not read rows by their keys');
}

import { AsyncLocalStorage } from 'node:async_hooks';
import { BatchGetCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Database } from '#aws/database';

type Read = Readonly<{ partitions: Set<string>; answer: unknown }>;
type Method = (...asked: readonly unknown[]) => unknown;
export type KeptReads = ReturnType<typeof keepReads>;

/**
 * Stores that read each thing once, until somebody writes to a partition that was read for it. They
 * only read: a write by them throws.
 */
export function keepReads({ client, tableName }: Database) {
  const kept = new Map<string, Read>();
  const reading = new AsyncLocalStorage<Set<string>>();
  const send = (command: Parameters<typeof client.send>[0]): Promise<unknown> => {
    for (const partition of partitionsIn(command)) reading.getStore()?.add(partition);
    return client.send(command);
  };
  const answerOf = (question: string, ask: () => unknown): unknown => {
    const known = kept.get(question);
    if (known) return known.answer;
    const partitions = new Set<string>();
    const answer = reading.run(partitions, ask);
    kept.set(question, { partitions, answer });
    return answer;
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
            answerOf(`${make.name} ${name} ${JSON.stringify(asked)}`, () =>
              method(of, name as keyof S)(...asked),
            ),
      });
    },
    forgetAll: (): void => kept.clear(),
    /**
     * `request`: the bytes sent to the database. A partition's name is in them as it is in the
     * table.
     */
    forgetWhatChanged(request: Buffer): void {
      for (const [question, { partitions }] of kept) {
        const changed = [...partitions].some((partition) => request.includes(`"${partition}"`));
        if (changed) kept.delete(question);
      }
    },
  };
}

function partitionsIn(command: unknown): readonly string[] {
  const values = valuesRead(command);
  if (values.every((value) => typeof value === 'string')) return values;
  throw new Error('Which partition that reads is not said');
}

/** An index lists rows of many partitions, so what changes it cannot be told from a write. */
function valuesRead(command: unknown): readonly unknown[] {
  if (command instanceof GetCommand) return [command.input.Key?.pk];
  if (command instanceof BatchGetCommand)
    return Object.values(command.input.RequestItems ?? {}).flatMap(
      ({ Keys }) => Keys?.map(({ pk }) => pk) ?? [],
    );
  if (command instanceof QueryCommand && !command.input.IndexName)
    return [command.input.ExpressionAttributeValues?.[':pk']];
  throw new Error('That does not read rows by their keys');
}

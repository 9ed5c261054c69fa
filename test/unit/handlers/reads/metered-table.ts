import {
  BatchGetCommand,
  type BatchGetCommandOutput,
  GetCommand,
  type GetCommandOutput,
  QueryCommand,
  type QueryCommandOutput,
} from '@aws-sdk/lib-dynamodb';
import type { Database } from '#aws/database';
import { documentClient } from '#aws/document-client';
import type { Row } from '#aws/reading';
import { itemOf, sizeOf } from '#local/dynamodb/in-memory/attribute-values';
import { inMemoryDynamoDb } from '#local/dynamodb/in-memory/in-memory-dynamodb';

/** `rounds`: how many requests came one after the other, at the longest. */
export type Read = Readonly<{ requests: number; units: number; rounds: number }>;

/** The table in memory; it says what was asked of it, and what that costs by AWS's rules. */
export function meteredTable() {
  const client = documentClient({
    requestHandler: inMemoryDynamoDb().requestHandler,
    region: 'ap-southeast-3',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  let used = { requests: 0, units: 0, rounds: 0 };
  async function send(command: Parameters<typeof client.send>[0]): Promise<unknown> {
    used.requests += 1;
    const round = used.rounds + 1;
    const answer = await client.send(command);
    used.rounds = Math.max(used.rounds, round);
    used.units += unitsOf(command, answer);
    return answer;
  }
  const database = {
    client: Object.assign(Object.create(client), { send }) as typeof client,
    tableName: 'ingat',
  } satisfies Database;
  return {
    database,
    reset: (): void => {
      used = { requests: 0, units: 0, rounds: 0 };
    },
    used: (): Read => used,
  };
}

/** 4 KB a unit, twice as much where not strongly consistent; of a batch each row by itself. */
function unitsOf(command: object, answer: unknown): number {
  if (command instanceof GetCommand) return blocks([(answer as GetCommandOutput).Item ?? {}]);
  if (command instanceof QueryCommand) {
    const { Items = [] } = answer as QueryCommandOutput;
    return blocks(Items) * (command.input.ConsistentRead ? 1 : 0.5);
  }
  if (!(command instanceof BatchGetCommand)) return 0;
  const asked = Object.values(command.input.RequestItems ?? {}).flatMap(({ Keys = [] }) => Keys);
  const found = Object.values((answer as BatchGetCommandOutput).Responses ?? {}).flat();
  return found.reduce<number>((sum, row) => sum + blocks([row]), asked.length - found.length);
}

const blocks = (rows: readonly Row[]): number =>
  Math.max(1, Math.ceil(rows.reduce((sum, row) => sum + sizeOf(itemOf(row)), 0) / 4_096));

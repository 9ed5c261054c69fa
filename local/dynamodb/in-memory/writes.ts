import { type Item, keyOf, sizeOf, writeUnits } from '#local/dynamodb/in-memory/attribute-values';
import { conditionOf } from '#local/dynamodb/in-memory/condition-expression';
import { type Given, standIns } from '#local/dynamodb/in-memory/expression-tokens';
import { indexNames, placeIn, type Rows } from '#local/dynamodb/in-memory/rows';
import { invalid, ServiceError } from '#local/dynamodb/in-memory/service-error';
import { updateOf } from '#local/dynamodb/in-memory/update-expression';
import type { Key } from '#table';

export type Expressions = Readonly<{
  ConditionExpression?: string;
  UpdateExpression?: string;
  ExpressionAttributeNames?: Given['names'];
  ExpressionAttributeValues?: Given['values'];
  ReturnValues?: 'UPDATED_NEW' | 'NONE';
  ReturnValuesOnConditionCheckFailure?: 'ALL_OLD' | 'NONE';
}>;
export type WriteInput = Expressions & Readonly<{ Item?: Item; Key?: Item }>;
export type Act = 'Put' | 'Update' | 'Delete' | 'ConditionCheck';

/** A write worked out and not yet done. */
export type Prepared = Readonly<{
  key: Key;
  before: Item | undefined;
  after: Item | undefined;
  holds: boolean;
  shown: Item | undefined;
}>;

/** Write units by partition key; of an index, its name stands before the key. */
export type Charge = Readonly<{ partition: string; units: number }>;

export function prepared(rows: Rows, act: Act, input: WriteInput): Prepared {
  const of = input.Item ?? input.Key ?? {};
  const key = keyOf(of);
  if (!key.pk || !key.sk) throw invalid('One or more parameter values are not valid: no key');
  const before = rows.get(key);
  const given = givenIn(input);
  refuseUnused(input, given);
  const { ConditionExpression: condition } = input;
  const holds = condition === undefined || conditionOf(condition)(before ?? {}, given);
  const after = holds ? afterwards(act, { input, before, given }) : before;
  if (after && sizeOf(after) > 400 * 1_024) throw invalid('Item size has exceeded the maximum');
  const shown = input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' ? before : undefined;
  return { key, before, after, holds, shown };
}

type Standing = Readonly<{ input: WriteInput; before: Item | undefined; given: Given }>;

function afterwards(act: Act, { input, before, given }: Standing): Item | undefined {
  if (act === 'Put') return input.Item;
  if (act === 'Update')
    return updateOf(input.UpdateExpression ?? '')(before ?? input.Key ?? {}, given);
  return act === 'Delete' ? undefined : before;
}

export const givenIn = (input: Expressions): Given => ({
  names: input.ExpressionAttributeNames ?? {},
  values: input.ExpressionAttributeValues ?? {},
});

/** What an update changed, where it is asked for. */
export const answerTo = ({ before, after }: Prepared, { ReturnValues }: Expressions): object =>
  ReturnValues === 'UPDATED_NEW'
    ? {
        Attributes: Object.fromEntries(
          Object.entries(after ?? {}).filter(([name, value]) => before?.[name] !== value),
        ),
      }
    : {};

/** DynamoDB refuses names and values that no expression uses. */
function refuseUnused(input: Expressions, { names, values }: Given): void {
  const used = [input.ConditionExpression, input.UpdateExpression].map(standIns);
  for (const each of [...Object.keys(names), ...Object.keys(values)])
    if (!used.some((found) => found.has(each))) throw invalid(`${each} is unused in expressions`);
}

export function chargesOf({ key, before, after }: Prepared, times: number): readonly Charge[] {
  const ofIndexes = indexNames.flatMap((index) => {
    const [was, is] = [placeIn(index, before), placeIn(index, after)];
    if (was?.pk === is?.pk && was?.sk === is?.sk) return [];
    return [was, is].flatMap((place) => (place ? [{ partition: place.pk, units: 1 }] : []));
  });
  return [{ partition: key.pk, units: times * writeUnits(before, after) }, ...ofIndexes];
}

/** The answer of a single write whose condition does not hold. */
export const refusedWrite = ({ shown }: Prepared): ServiceError =>
  new ServiceError('ConditionalCheckFailedException', 'The conditional request failed', {
    ...(shown ? { Item: shown } : {}),
  });

type Reason = Readonly<{ Code: string; Item?: Item }>;

export const cancelled = (reasons: readonly Reason[]): ServiceError =>
  new ServiceError(
    'TransactionCanceledException',
    `Transaction cancelled: [${reasons.map(({ Code }) => Code).join(', ')}]`,
    { CancellationReasons: reasons },
  );

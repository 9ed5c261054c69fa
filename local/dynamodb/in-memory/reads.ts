import { type Item, keyOf, sizeOf } from '#local/dynamodb/in-memory/attribute-values';
import { conditionOf } from '#local/dynamodb/in-memory/condition-expression';
import type { Given } from '#local/dynamodb/in-memory/expression-tokens';
import { placeIn, type Rows } from '#local/dynamodb/in-memory/rows';
import { invalid } from '#local/dynamodb/in-memory/service-error';
import { type Expressions, givenIn } from '#local/dynamodb/in-memory/writes';
import { table } from '#table';

export type QueryInput = Expressions &
  Readonly<{
    KeyConditionExpression?: string;
    FilterExpression?: string;
    IndexName?: keyof typeof table.indexes;
    ScanIndexForward?: boolean;
    Limit?: number;
    ExclusiveStartKey?: Item;
  }>;

type Page = Readonly<{ Items: readonly Item[]; LastEvaluatedKey?: Item }>;

/** A page of a query or scan ends at 1 MB. */
const mostBytes = 1_048_576;

export function query(rows: Rows, input: QueryInput): Page {
  const given = givenIn(input);
  const { IndexName: index, KeyConditionExpression: where = '' } = input;
  const [, name = '', value = ''] = /^(#\w+) = (:\w+)/.exec(where) ?? [];
  const pk = given.values[value]?.S;
  const partitionKey = index ? table.indexes[index].partitionKey : table.partitionKey;
  if (given.names[name] !== partitionKey || !pk)
    throw invalid(`Query condition missed key schema element: ${partitionKey}`);
  const found = rows.within({
    ...{ index, pk, from: input.ExclusiveStartKey },
    newestFirst: input.ScanIndexForward === false,
  });
  const holds = conditionOf(where);
  return pageOf(found, { input, given, holds: (item) => holds(item, given) });
}

/** Every row, in no order that means anything; a page goes on where the last one ended. */
export function scan(rows: Rows, input: QueryInput): Page {
  const found = rows.all();
  if (input.ExclusiveStartKey) {
    const { pk, sk } = keyOf(input.ExclusiveStartKey);
    for (const item of found) {
      const key = keyOf(item);
      if (key.pk === pk && key.sk === sk) break;
    }
  }
  return pageOf(found, { input, given: givenIn(input), holds: () => true });
}

type Reading = Readonly<{ input: QueryInput; given: Given; holds: (item: Item) => boolean }>;

/** `Limit` counts what was looked at, before the filter. */
function pageOf(found: Iterable<Item>, { input, given, holds }: Reading): Page {
  const filter = input.FilterExpression ? conditionOf(input.FilterExpression) : null;
  const items: Item[] = [];
  let [looked, size] = [0, 0];
  let last: Item | undefined;
  for (const item of found) {
    if (!holds(item)) continue;
    if (looked === input.Limit || size > mostBytes)
      return { Items: items, ...(last ? { LastEvaluatedKey: startKey(last, input) } : {}) };
    looked += 1;
    size += sizeOf(item);
    last = item;
    if (!filter || filter(item, given)) items.push(shown(item, input));
  }
  // As the service does, a page that is just full says that there may be more.
  const ended = looked === input.Limit ? last : undefined;
  return { Items: items, ...(ended ? { LastEvaluatedKey: startKey(ended, input) } : {}) };
}

function startKey(item: Item, { IndexName: index }: QueryInput): Item {
  const { pk, sk } = item;
  const own = { ...(pk ? { pk } : {}), ...(sk ? { sk } : {}) };
  return index ? { ...own, ...ofIndex(item, index) } : own;
}

/** The indexes hold keys only. */
const shown = (item: Item, { IndexName: index }: QueryInput): Item =>
  index && placeIn(index, item) ? startKey(item, { IndexName: index }) : item;

function ofIndex(item: Item, index: keyof typeof table.indexes): Item {
  const { partitionKey, sortKey } = table.indexes[index];
  const [of, by] = [item[partitionKey], item[sortKey]];
  return { ...(of ? { [partitionKey]: of } : {}), ...(by ? { [sortKey]: by } : {}) };
}

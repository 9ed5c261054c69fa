import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Row } from '#aws/reading';
import { countsIn } from '#aws/renewals/counter-rows';
import { countedRow } from '#aws/renewals/stream-record';
import type { CounterItem } from '#domain/renewals/counting/counter';
import { placeIn } from '#domain/renewals/counting/lanes';
import type { ExportedRows, FoundItem } from '#flows/renewals/recount-store';
import type { Key } from '#table';

/** Lines as DynamoDB exports them, `{"Item":{"pk":{"S":"…"},…}}`, some at a time. */
export async function* exportedRows(lines: AsyncIterable<string>): AsyncGenerator<ExportedRows> {
  let rows: Row[] = [];
  for await (const line of lines) {
    if (line !== '') rows.push(unmarshall(JSON.parse(line).Item));
    if (rows.length < atOnce) continue;
    yield countedIn(rows);
    rows = [];
  }
  yield countedIn(rows);
}

const atOnce = 1_000;

/** Of rows of any kind, those that are counted and the counters that are there. */
export const countedIn = (rows: readonly Row[]): ExportedRows => ({
  rows: rows.flatMap((row) => countedRow(row) ?? []),
  found: rows.flatMap((row) => foundIn(row) ?? []),
});

export const idOf = ({ pk, sk }: Key): string => JSON.stringify({ pk, sk });

/** Undefined where the row is not a counter of stored rows. */
function foundIn(row: Row): FoundItem | undefined {
  const [pk, sk] = [String(row.pk), String(row.sk)];
  return pk.startsWith(counter) ? { id: idOf({ pk, sk }), item: itemIn(row) } : undefined;
}

const counter = 'COUNT#';

/** A counter that came to nothing is still there, as 0. */
function itemIn(row: Row): CounterItem | null {
  try {
    const counts = countsIn(row);
    return {
      place: placeIn(String(row.pk).slice(counter.length), String(row.sk)),
      counts: Object.fromEntries(counts.map(({ name, by }) => [name, by])),
    };
  } catch {
    return null;
  }
}

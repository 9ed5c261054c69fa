import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { writeExport } from '#local/dynamodb/export/export-files';
import type { Exported } from '../../../bin/verify/exported.ts';

/** A row as DynamoDB writes it, to be changed by a plant. */
export type Item = Record<string, AttributeValue>;
type LogRecord = { notification: { messageId: string; timestamp: string }; delivery: object };

/** What an auditor is given. */
export type Evidence = { rows: Item[]; log: LogRecord[] };

const linesIn = (text: string): readonly string[] => text.split('\n').filter(Boolean);

export const evidenceIn = ({ files }: Exported, log: readonly string[]): Evidence => ({
  rows: files
    .flatMap((file) => linesIn(gunzipSync(readFileSync(file)).toString()))
    .map((line) => JSON.parse(line).Item),
  log: log.flatMap((file) => linesIn(readFileSync(file, 'utf8'))).map((line) => JSON.parse(line)),
});

/** Writes it as an export and a log of its own, whole in itself. */
export async function laidOut({ rows, log }: Evidence, at: string) {
  const folder = mkdtempSync(join(tmpdir(), 'ingat-planted-'));
  const lines = rows.map((Item) => JSON.stringify({ Item }));
  await writeExport({ bucket: folder, key: 'AWSDynamoDB/1' }, { rows: lines }, { exportTime: at });
  const file = join(folder, 'carrier.log');
  writeFileSync(file, log.map((record) => `${JSON.stringify(record)}\n`).join(''));
  return { folder, log: [file] };
}

export const textIn = (row: Item, name: string): string => row[name]?.S ?? '';

/** The first row under such keys for which this holds. */
export function rowWhere(
  { rows }: Evidence,
  sk: string,
  holds: (row: Item) => boolean = () => true,
): Item {
  const found = rows.find((row) => textIn(row, 'sk').startsWith(sk) && holds(row));
  if (!found) throw new Error(`The month has no row ${sk} to plant a fault in`);
  return found;
}

export const workerOf = (evidence: Evidence, row: Item): Item =>
  rowWhere(evidence, 'WRK', ({ pk }) => pk?.S === textIn(row, 'pk'));

export function without({ rows }: Evidence, row: Item): void {
  rows.splice(rows.indexOf(row), 1);
}

export const copy = <T>(what: T): T => structuredClone(what);

import pMap from 'p-map';
import { type Rejection, refuseMoreThanACall, type Warning } from '#domain/csv/table';
import type { ImportRupiah } from '#domain/imports/import';
import { type PaymentRow, parsePayments } from '#domain/payments/files/payment-file';
import { problem } from '#domain/problem';
import { Refused } from '#domain/refused';
import type { Settings } from '#domain/settings';
import { onTrial } from '#flows/payments/dry-run-payments';
import { type PaymentPorts, type Recorded, tryToRecord } from '#flows/payments/record-payment';
import { type Conflict, conflict, type Line, summed, warningsOf } from '#flows/people/import-lines';
import type { Identity } from '#flows/people/worker-store';

export type ImportPaymentsPorts = PaymentPorts & Readonly<{ identity: Identity }>;

export type PaymentFile = Readonly<{
  text: string;
  firstLine: number | undefined;
  dryRun: boolean;
}>;

export type ImportedPayments = Readonly<{
  /** Recorded, already recorded and unmatched together. */
  accepted: number;
  recorded: number;
  alreadyRecorded: number;
  unmatched: number;
  rupiah: ImportRupiah;
  rejected: readonly Rejection[];
  conflicts: readonly Conflict[];
  warnings: readonly Warning[];
}>;

/** A bad line stops no other; the same piece again changes nothing. */
export async function importPayments(
  { text, firstLine, dryRun }: PaymentFile,
  ports: ImportPaymentsPorts,
  settings: Settings,
): Promise<ImportedPayments> {
  const { rows, rejected, warnings, amounts } = parsePayments(text, firstLine);
  refuseMoreThanACall(rows.length + rejected.length, 'npm run import:payments');
  const used = dryRun ? { ...ports, payments: onTrial(ports.payments) } : ports;
  const people = Map.groupBy(rows, ({ nik }) => ports.identity.workerIdOf(nik));
  const lines = (
    await pMap(people, ([workerId, own]) => inOrder(own, workerId, used, settings), {
      concurrency: 20,
    })
  ).flat();
  const { accepted, count, conflicts } = summed(lines);
  return {
    accepted,
    recorded: count('recorded'),
    alreadyRecorded: count('already-recorded'),
    unmatched: count('unmatched'),
    rupiah: rupiahOf(lines, rejected, amounts),
    rejected,
    conflicts,
    warnings: warningsOf(warnings, rejected, conflicts),
  };
}

type PaymentLine = Line<Recorded['status']> & Readonly<{ known: boolean; flagged: boolean }>;

/** What was refused counts with what its line says, where that can be read. */
function rupiahOf(
  lines: readonly PaymentLine[],
  rejected: readonly Rejection[],
  amounts: ReadonlyMap<number, number>,
): ImportRupiah {
  const sum = (of: readonly Readonly<{ line: number }>[]): number =>
    of.reduce((total, { line }) => total + (amounts.get(line) ?? 0), 0);
  const conflicts = lines.filter(({ status }) => status === 'conflict');
  const taken = lines.filter(({ status }) => status !== 'conflict');
  const recorded = sum(taken.filter(({ known }) => !known));
  const alreadyRecorded = sum(taken.filter(({ known }) => known));
  const refused = sum([...rejected, ...conflicts]);
  const flagged = sum(taken.filter((line) => line.flagged));
  return {
    total: recorded + alreadyRecorded + refused,
    recorded,
    alreadyRecorded,
    refused,
    flagged,
  };
}

/** A worker's payments are recorded in the file's order: the first of them buys the first month. */
async function inOrder(
  rows: readonly PaymentRow[],
  workerId: string,
  ports: PaymentPorts,
  settings: Settings,
): Promise<readonly PaymentLine[]> {
  const lines: PaymentLine[] = [];
  for (const row of rows)
    lines.push({ line: row.line, ...(await importRow(row, workerId, ports, settings)) });
  return lines;
}

async function importRow(
  { notice }: PaymentRow,
  workerId: string,
  ports: PaymentPorts,
  settings: Settings,
) {
  try {
    const recorded = await tryToRecord(notice, workerId, ports, settings);
    if (!recorded) return { ...conflict(problem('payment-busy')), ...notTaken };
    const { status, known, payment } = recorded;
    return { status, known, flagged: payment.flags.length > 0 };
  } catch (error) {
    // Throttled: nothing is known of this line, and the whole piece is to come again.
    const isAnswer = error instanceof Refused && error.code !== 'busy';
    if (isAnswer && error.issues[0]) return { ...conflict(error.issues[0]), ...notTaken };
    throw error;
  }
}

const notTaken = { known: false, flagged: false } as const;

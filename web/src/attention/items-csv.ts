import { jakartaTime } from '#domain/csv/excel-cells';
import type { Cell } from '#domain/csv/text';
import { coverageWords } from '#domain/people/coverage-words';
import { dialled } from '#domain/people/dialled';
import { parseRunId } from '#domain/sending/slice';
import { stepNameIn } from '../shared/words/step-name.ts';
import { textReasonIn } from '../shared/words/text-reasons.ts';
import type { Item } from './columns.tsx';

const headings = [
  ...['Nama', 'Nomor HP', 'Provinsi', 'Kelompok', 'Status iuran', 'Harus dibayar (Rp)'],
  ...['Untuk bulan', 'Waktu (WIB)', 'Tahap', 'Bulan SMS', 'Sebab', 'Pengiriman', 'ID peserta'],
];

/** In Indonesian, with the same columns always. Whoever was erased since is named by the id. */
export const itemRows = (items: readonly Item[]): readonly (readonly Cell[])[] => [
  headings,
  ...items.map(({ workerId, worker, province, group, at, reason, runId, ...sent }) => [
    ...[worker?.name ?? null, worker?.phone ? dialled(worker.phone) : null],
    ...[province, group ?? null, worker ? coverageWords[worker.coverage] : null],
    ...[worker?.owed.amount ?? null, worker?.owed.months.join(' ') ?? null, jakartaTime(at)],
    ...[stepNameIn('id')(sent), sent.month, reason && (textReasonIn('id', reason) ?? reason)],
    ...[parseRunId(runId)?.date ?? null, workerId],
  ]),
];

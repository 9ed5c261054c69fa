import { jakartaTime } from '#domain/csv/excel-cells';
import type { Cell } from '#domain/csv/text';
import { dialled } from '#domain/people/call-list/dialled';
import { coverageWords } from '#domain/people/cycles/coverage-words';
import { parseRunId } from '#domain/sending/slice';
import { factRows } from '../shared/csv/saved-csv.ts';
import { stepNameIn } from '../shared/words/step-words.ts';
import { textReasonIn } from '../shared/words/text-reasons.ts';
import type { Item } from './items.ts';

const heads = {
  name: 'Nama',
  phone: 'Nomor HP',
  province: 'Provinsi',
  group: 'Kelompok',
  coverage: 'Status iuran',
  amount: 'Harus dibayar (Rp)',
  months: 'Untuk bulan',
  at: 'Waktu (WIB)',
  step: 'Tahap',
  month: 'Bulan SMS',
  reason: 'Sebab',
  run: 'Pengiriman',
  workerId: 'ID peserta',
};

/**
 * A row per text, for an office to call its worker by. Whoever was erased since has an id alone.
 * `isCut`: more would follow; the last line says so, since a file is passed on without the console.
 */
export const itemRows = (items: readonly Item[], isCut: boolean): readonly (readonly Cell[])[] => [
  ...factRows(heads, items.map(factsOf)),
  ...(isCut ? [[cut]] : []),
];

const factsOf = ({ worker, at, reason, runId, ...item }: Item) => ({
  ...{ province: item.province, group: item.group, month: item.month, workerId: item.workerId },
  name: worker?.name,
  phone: worker?.phone && dialled(worker.phone),
  coverage: worker && coverageWords[worker.coverage],
  amount: worker?.owed.amount,
  months: worker?.owed.months,
  at: jakartaTime(at),
  step: stepNameIn('id')(item),
  reason: reason && (textReasonIn('id', reason) ?? reason),
  run: parseRunId(runId)?.date,
});

const cut = 'Terpotong di sini: masih ada yang lain. Persempit daftarnya dengan saringan.';

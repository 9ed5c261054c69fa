import { type Instant, localDate } from '#domain/calendar/dates';
import { type Cell, csvText } from '#domain/csv/text';
import { dialled } from '#domain/people/call-list/dialled';
import { coverageWords } from '#domain/people/cycles/coverage-words';
import { isStopped, zoneOfWorker } from '#domain/people/worker';
import type { WorkerView } from '#domain/people/worker-view';

/**
 * A line for each worker, for an office to call them by. `isCut`: more would follow; the last line
 * says so, since a file is passed on without what the console said beside it.
 */
export const callListCsv = (
  workers: readonly WorkerView[],
  { now, isCut }: Readonly<{ now: Instant; isCut: boolean }>,
): string =>
  csvText([headings, ...workers.map((worker) => lineOf(worker, now)), ...(isCut ? [[cut]] : [])]);

const headings = [
  ...['Nama', 'Nomor HP', 'Provinsi', 'Kelompok', 'Status iuran', 'Harus dibayar (Rp)'],
  ...['Untuk bulan', 'Jatuh tempo', 'Nonaktif mulai', 'SMS dihentikan', 'ID peserta'],
];

const lineOf = (worker: WorkerView, now: Instant): readonly Cell[] => [
  ...[worker.name, worker.phone && dialled(worker.phone), worker.province, worker.group],
  ...[coverageWords[worker.coverage], worker.owed.amount, worker.owed.months.join(' ')],
  ...[worker.dueOn, worker.lapsesOn, hasStopped(worker, now) ? 'ya' : 'tidak'],
  worker.workerId,
];

/** Whoever wants no texts may want no call either. */
const hasStopped = (worker: WorkerView, now: Instant): boolean =>
  isStopped(worker, localDate(zoneOfWorker(worker), now));

const cut =
  'Terpotong di sini: masih ada peserta lain. Unduh bagian berikutnya, atau persempit daftarnya.';

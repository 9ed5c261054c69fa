import type { Texts } from '../shared/language.tsx';
import { type FileColumns, paymentFile, workerFile } from './column-texts.ts';

/** What differs between the two imports. `counts`: by the API's names, in display order. */
export type ImportWords = Readonly<{
  title: string;
  description: string;
  columns: FileColumns;
  /** What Excel would spoil. */
  asText: string;
  /** The name of the example file. */
  exampleFile: string;
  empty: string;
  counts: Readonly<Record<string, string>>;
  conflictsMeans: string;
}>;

export const workersWords = {
  id: {
    title: 'Impor peserta',
    description:
      'Unggah daftar peserta sebagai file CSV. File diperiksa dulu; tidak ada yang berubah sebelum Anda setuju.',
    columns: workerFile.id,
    asText: 'Di Excel, format kolom nik, no_hp, dan lunas_sampai sebagai teks.',
    exampleFile: 'contoh-peserta.csv',
    empty: 'File ini kosong: perlu satu baris judul kolom dan satu baris untuk tiap peserta.',
    counts: { created: 'Peserta baru', updated: 'Diperbarui', unchanged: 'Tidak berubah' },
    conflictsMeans: 'datanya lebih lama dari yang sudah diketahui',
  },
  en: {
    title: 'Import workers',
    description:
      'Upload a list of workers as a CSV file. It is checked first; nothing changes until you confirm.',
    columns: workerFile.en,
    asText: 'In Excel, format the columns nik, phone and covered_through as text.',
    exampleFile: 'example-workers.csv',
    empty: 'This file is empty: it needs a row of column headings and one row for each worker.',
    counts: { created: 'New workers', updated: 'Updated', unchanged: 'Unchanged' },
    conflictsMeans: 'older than what is known already',
  },
} as const satisfies Texts<ImportWords>;

export const paymentsWords = {
  id: {
    title: 'Impor pembayaran',
    description:
      'Unggah pembayaran sebagai file CSV, seperti yang dikirim bank atau gerai. File diperiksa dulu; tidak ada yang berubah sebelum Anda setuju. Pembayaran yang sudah dicatat tidak dicatat dua kali.',
    columns: paymentFile.id,
    asText: 'Di Excel, format kolom referensi dan nik sebagai teks.',
    exampleFile: 'contoh-pembayaran.csv',
    empty: 'File ini kosong: perlu satu baris judul kolom dan satu baris untuk tiap pembayaran.',
    counts: {
      recorded: 'Dicatat',
      alreadyRecorded: 'Sudah ada sebelumnya',
      unmatched: 'Tanpa peserta',
    },
    conflictsMeans: 'sering karena referensinya sudah dipakai pembayaran lain',
  },
  en: {
    title: 'Import payments',
    description:
      'Upload payments as a CSV file, as banks and shops send them. It is checked first; nothing changes until you confirm. A payment that is recorded already is not recorded twice.',
    columns: paymentFile.en,
    asText: 'In Excel, format the columns reference and nik as text.',
    exampleFile: 'example-payments.csv',
    empty: 'This file is empty: it needs a row of column headings and one row for each payment.',
    counts: { recorded: 'Recorded', alreadyRecorded: 'Recorded before', unmatched: 'Unmatched' },
    conflictsMeans: 'often because another payment has the same reference',
  },
} as const satisfies Texts<ImportWords>;

const id = {
  file: {
    title: 'File',
    label: 'File CSV (UTF-8)',
    headings: (required: string, optional: string) =>
      `Baris pertama harus berisi judul kolom ini: ${required}. Tidak wajib: ${optional}.`,
    constraint: 'Pisahkan kolom dengan koma atau titik koma. Ukuran file tidak dibatasi.',
    columns: 'Isi tiap kolom',
    isOptional: 'tidak wajib',
    example: 'Unduh contoh CSV',
    notText: 'File ini bukan teks UTF-8. Di Excel, simpan sebagai "CSV UTF-8 (Comma delimited)".',
    noHeader: 'File ini tidak punya baris judul kolom.',
    unreadable: 'File ini tidak dapat dibaca. Mungkin sudah dipindahkan atau diubah: pilih lagi.',
    another: 'Impor file lain',
  },
  checking: {
    title: 'Memeriksa file',
    done: 'Hasil pemeriksaan: belum ada yang diubah',
    stop: 'Hentikan pemeriksaan',
  },
  importing: { title: 'Mengimpor', done: 'Selesai diimpor', stop: 'Hentikan impor' },
  progress: (rows: string) => `${rows} baris sejauh ini`,
  counts: {
    accepted: 'Diterima',
    rejected: 'Ditolak',
    conflicts: 'Bertentangan',
    rejectedMeans: 'ada kesalahan di barisnya',
  },
  confirm: (rows: string) => `Impor ${rows} baris`,
  confirmText: (rows: string, aside: string) => `${rows} baris akan diimpor, ${aside} baris tidak.`,
  nothing: 'Tidak ada baris yang dapat diimpor.',
  failed: { checking: 'Pemeriksaan terhenti', importing: 'Impor terhenti' },
  stopped: { checking: 'Pemeriksaan dihentikan', importing: 'Impor dihentikan' },
  stays: (line: string, rows: string) =>
    `Sampai baris ${line}, ${rows} baris sudah masuk dan tetap tersimpan.`,
  nothingYet: 'Belum ada baris yang masuk.',
  resume: 'Lanjutkan',
  imported: (rows: string, file: string) => `${rows} baris dari ${file} sudah masuk.`,
  before: {
    title: 'Impor terakhir belum selesai',
    text: (file: string, line: string) =>
      `Impor ${file} terhenti setelah baris ${line}. Yang sudah masuk tetap tersimpan: pilih file yang sama lagi, dan sisanya ikut masuk.`,
  },
  aside: {
    title: 'Baris yang tidak masuk',
    download: 'Unduh CSV',
    line: 'Baris',
    field: 'Kolom',
    value: 'Isi',
    reason: 'Alasan',
    none: 'Semua baris diterima',
    wholeLine: 'seluruh baris',
    suffix: 'ditolak',
  },
  leave: {
    title: 'Impor masih berjalan',
    text: 'Bila Anda pergi sekarang, impor berhenti. Baris yang sudah masuk tetap tersimpan.',
    stay: 'Tetap di sini',
    go: 'Pergi',
  },
};

const en: typeof id = {
  file: {
    title: 'File',
    label: 'CSV file (UTF-8)',
    headings: (required, optional) =>
      `The first row must hold these column headings: ${required}. Optional: ${optional}.`,
    constraint: 'Separate columns with commas or semicolons. Any file size.',
    columns: 'What goes into each column',
    isOptional: 'optional',
    example: 'Download an example CSV',
    notText: 'This file is not UTF-8 text. In Excel, save it as "CSV UTF-8 (Comma delimited)".',
    noHeader: 'This file has no row of column headings.',
    unreadable: 'This file cannot be read. It may have been moved or changed: choose it again.',
    another: 'Import another file',
  },
  checking: {
    title: 'Checking the file',
    done: 'What the import would do: nothing is changed yet',
    stop: 'Stop checking',
  },
  importing: { title: 'Importing', done: 'Imported', stop: 'Stop the import' },
  progress: (rows) => `${rows} rows so far`,
  counts: {
    accepted: 'Accepted',
    rejected: 'Rejected',
    conflicts: 'Conflicts',
    rejectedMeans: 'a mistake in the line',
  },
  confirm: (rows) => (rows === '1' ? 'Import 1 row' : `Import ${rows} rows`),
  confirmText: (rows, aside) =>
    `Rows that will be imported: ${rows}. Rows that will not: ${aside}.`,
  nothing: 'There is no row that can be imported.',
  failed: { checking: 'The check broke off', importing: 'The import broke off' },
  stopped: { checking: 'The check was stopped', importing: 'The import was stopped' },
  stays: (line, rows) => `Up to line ${line}, ${rows} rows were taken in, and stay.`,
  nothingYet: 'No row was taken in yet.',
  resume: 'Go on',
  imported: (rows, file) => `Taken in from ${file}: ${rows} rows.`,
  before: {
    title: 'The last import is not finished',
    text: (file, line) =>
      `The import of ${file} broke off after line ${line}. What was taken in stays: choose the same file again, and the rest follows.`,
  },
  aside: {
    title: 'Lines that are not taken in',
    download: 'Download CSV',
    line: 'Line',
    field: 'Column',
    value: 'Value',
    reason: 'Reason',
    none: 'All lines are accepted',
    wholeLine: 'the whole line',
    suffix: 'rejected',
  },
  leave: {
    title: 'The import is still running',
    text: 'If you leave now, it stops. What was taken in stays.',
    stay: 'Stay here',
    go: 'Leave',
  },
};

export const importTexts = { id, en };

import type { ImportCounts } from '#domain/imports/import';
import type { Texts } from '../../shared/language.tsx';
import { paymentFile } from './payment-columns.ts';
import { type FileColumns, workerFile } from './worker-columns.ts';

/** What differs between the two imports. `counts`: those shown, in order. */
export type ImportWords = Readonly<{
  title: string;
  description: string;
  columns: FileColumns;
  /** What Excel would spoil. */
  asText: string;
  /** The name of the example file. */
  exampleFile: string;
  empty: string;
  counts: readonly (readonly [keyof ImportCounts, string])[];
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
    counts: [
      ['created', 'Peserta baru'],
      ['updated', 'Diperbarui'],
      ['unchanged', 'Tidak berubah'],
    ],
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
    counts: [
      ['created', 'New workers'],
      ['updated', 'Updated'],
      ['unchanged', 'Unchanged'],
    ],
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
    counts: [
      ['created', 'Dicatat'],
      ['unchanged', 'Sudah ada sebelumnya'],
      ['unmatched', 'Tanpa peserta'],
    ],
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
    counts: [
      ['created', 'Recorded'],
      ['unchanged', 'Recorded before'],
      ['unmatched', 'Unmatched'],
    ],
    conflictsMeans: 'often because another payment has the same reference',
  },
} as const satisfies Texts<ImportWords>;

import type { fileProblems } from '#domain/csv/file-problems';
import type { Said, Texts } from './said.ts';

const quoted = (names: readonly string[], { column }: Said): string =>
  names.map((name) => `"${column(name)}"`).join(', ');

export const fileWords: Texts<keyof typeof fileProblems> = {
  id: {
    'empty-file': 'Berkas ini kosong.',
    'unknown-columns': ({ names }, said) =>
      `Baris judul menyebut ${quoted(names, said)}, yang bukan nama kolom.`,
    'missing-columns': ({ names }, said) => `Baris judul tidak menyebut ${quoted(names, said)}.`,
    'repeated-columns': ({ names }, said) =>
      `Baris judul menyebut ${quoted(names, said)} lebih dari sekali.`,
    'not-utf8': ({ line }) =>
      `Baris ${line} bukan UTF-8: simpan berkas sebagai "CSV UTF-8", supaya huruf nama tidak hilang.`,
    'too-many-rows': ({ rows, most }) =>
      `Berisi ${rows} baris: paling banyak ${most} untuk satu kali kirim`,
    'too-many-bytes': ({ bytes, most }) =>
      `Berisi ${bytes} bita: paling banyak ${most} untuk satu kali kirim`,
    'unclosed-quote': 'tanda kutipnya tidak ditutup',
    'field-count': ({ fields, named }) =>
      `berisi ${fields} kolom, padahal baris judul menyebut ${named}`,
    'excel-number':
      'dipendekkan oleh Excel sehingga angkanya hilang: ubah format kolom menjadi teks, lalu isi lagi',
  },
  en: {
    'unknown-columns': ({ names }, said) =>
      `The header row names ${quoted(names, said)}, which is not a column.`,
    'missing-columns': ({ names }, said) => `The header row lacks ${quoted(names, said)}.`,
    'repeated-columns': ({ names }, said) =>
      `The header row names ${quoted(names, said)} more than once.`,
  },
};

import type { fileProblems } from '#domain/csv/file-problems';
import type { Said, Texts } from './said.ts';

const quoted = (names: readonly string[], { column }: Said): string =>
  names.map((name) => `"${column(name)}"`).join(', ');

const asFound = (headings: readonly string[]): string =>
  headings.map((heading) => `"${heading}"`).join(', ');

export const fileWords: Texts<keyof typeof fileProblems> = {
  id: {
    'empty-file': 'File ini kosong.',
    'no-header': 'File ini tidak punya baris judul kolom: baris pertamanya terlalu panjang.',
    'unknown-delimiter': ({ found }) =>
      `Kolom file ini dipisahkan dengan "${found}": simpan dengan koma, titik koma, atau tab.`,
    'missing-columns': ({ names, others }, said) => {
      const but = `, tetapi menyebut ${asFound(others)}, yang bukan nama kolom`;
      return `Baris judul tidak menyebut ${quoted(names, said)}${others.length > 0 ? but : ''}.`;
    },
    'repeated-columns': ({ names }, said) =>
      `Baris judul menyebut ${quoted(names, said)} lebih dari sekali.`,
    'not-utf8': ({ line }) =>
      `Baris ${line} bukan UTF-8: simpan file sebagai "CSV UTF-8", supaya huruf nama tidak hilang.`,
    'too-many-rows': ({ rows, most }) =>
      `Berisi ${rows} baris: paling banyak ${most} untuk satu kali kirim`,
    'too-many-bytes': ({ bytes, most }) =>
      `Berisi ${bytes} bita: paling banyak ${most} untuk satu kali kirim`,
    'unclosed-quote': 'tanda kutipnya tidak ditutup',
    'unknown-column': 'bukan kolom yang dikenal: isinya diabaikan',
    'line-too-long': ({ most }) => `lebih dari ${most} karakter: satu baris hanya untuk satu data`,
    'field-count': ({ fields, named }) =>
      `berisi ${fields} kolom, padahal baris judul menyebut ${named}`,
    'excel-number':
      'dipendekkan oleh Excel sehingga angkanya hilang: ubah format kolom menjadi teks, lalu isi lagi',
  },
  en: {
    'missing-columns': ({ names, others }, said) => {
      const but = `, and names ${asFound(others)}, which is not a column`;
      return `The header row lacks ${quoted(names, said)}${others.length > 0 ? but : ''}.`;
    },
    'repeated-columns': ({ names }, said) =>
      `The header row names ${quoted(names, said)} more than once.`,
  },
};

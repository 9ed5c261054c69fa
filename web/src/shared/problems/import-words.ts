import type { importProblems } from '#domain/imports/import-problems';
import type { Texts } from './said.ts';

export const importWords: Texts<keyof typeof importProblems> = {
  id: {
    'import-too-large': ({ most }) =>
      `lebih dari ${most} byte, batas untuk satu file: bagilah menjadi beberapa file`,
    'import-none': 'Impor ini tidak ada',
    'import-not-tried': 'Hanya uji coba yang sudah selesai yang dapat diterapkan',
    'import-file-expired': 'File uji coba ini sudah dihapus: unggah lagi',
    'import-other-size': ({ arrived, announced }) =>
      `File ini ${arrived} byte, padahal diumumkan ${announced} byte: unggah lagi`,
    'import-not-text':
      'File ini bukan teks UTF-8: di Excel pilih "CSV UTF-8 (Comma delimited)" saat menyimpan',
    'import-empty': 'File ini kosong: perlu baris judul kolom dan satu baris data di bawahnya',
    'import-file-gone': 'File terhapus atau terganti sebelum selesai dibaca: unggah lagi',
    'import-unreadable': ({ tries, line }) =>
      `File dibaca ${tries} kali mulai baris ${line}, dan selalu terputus: periksa baris-baris dari situ, lalu unggah lagi`,
    'import-line-endless': ({ line, most }) =>
      `Baris ${line} tidak berakhir dalam ${most} byte: apakah ini file CSV?`,
    'import-never-arrived': 'File tidak pernah sampai: unggah lagi',
    'import-unfinished': ({ pieces, lines }) =>
      `${pieces} bagian file, masing-masing paling banyak seribu baris, tidak dapat diimpor; yang lain sudah. Yang belum: baris ${lines.join(', ')}`,
  },
  en: {},
};

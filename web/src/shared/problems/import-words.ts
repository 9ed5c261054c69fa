import type { importProblems } from '#domain/imports/import-problems';
import type { Texts } from './said.ts';

export const importWords: Texts<keyof typeof importProblems> = {
  id: {
    'import-too-large': ({ most }) =>
      `lebih dari ${most} byte, batas untuk satu berkas: bagilah menjadi beberapa berkas`,
    'import-none': 'Impor ini tidak ada',
    'import-not-tried': 'Hanya uji coba yang sudah selesai yang dapat diterapkan',
    'import-file-expired': 'Berkas uji coba ini sudah dihapus: unggah lagi',
    'import-other-size': ({ arrived, announced }) =>
      `Berkas ini ${arrived} byte, padahal diumumkan ${announced} byte: unggah lagi`,
    'import-not-text':
      'Berkas ini bukan teks UTF-8: di Excel pilih "CSV UTF-8 (Comma delimited)" saat menyimpan',
    'import-empty': 'Berkas ini kosong: perlu baris judul kolom dan satu baris data di bawahnya',
    'import-file-gone': 'Berkas terhapus atau terganti sebelum selesai dibaca: unggah lagi',
    'import-never-arrived': 'Berkas tidak pernah sampai: unggah lagi',
    'import-unfinished': ({ pieces, lines }) =>
      `${pieces} bagian berkas, masing-masing paling banyak seribu baris, tidak dapat diimpor; yang lain sudah. Yang belum: baris ${lines.join(', ')}`,
  },
  en: {},
};

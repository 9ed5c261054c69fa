import type { requestProblems } from '#domain/request-problems';
import type { Texts, Words } from './said.ts';

type Code = keyof typeof requestProblems;

const id: Words<Code> = {
  missing: 'wajib diisi',
  'unknown-field': 'bukan isian yang dikenal',
  'wrong-type': 'isiannya salah jenis',
  'not-one-of': 'pilih salah satu',
  'empty-text': 'wajib diisi',
  'long-text': ({ most }) => `paling banyak ${most} huruf`,
  'too-small': ({ least }) => `kurang dari ${least}`,
  'too-big': ({ most }) => `lebih dari ${most}`,
  'not-valid': 'tidak berlaku',
  'more-faults': ({ more }) => `Masih ada ${more} kesalahan lain`,
  'body-too-large': ({ characters, most }) =>
    `Isi permintaan ${characters} huruf: paling banyak ${most}`,
  'too-nested': ({ most }) => `Isi permintaan bersarang lebih dari ${most} tingkat`,
  'not-json': 'Isi permintaan tidak terbaca',
  'not-a-date': 'bukan tanggal seperti 16 November 2026',
  'not-a-month': 'bukan bulan seperti November 2026',
  'not-an-instant': 'bukan waktu seperti 11 November 2026 09.30',
  'not-true-or-false': 'bukan ya atau tidak',
  'not-whole-rupiah': 'bukan rupiah bulat',
  'not-a-version': 'bukan nomor versi seperti 3',
  'not-a-line-number': 'bukan nomor baris',
  'not-a-cursor': 'Lanjutan daftar ini tidak dikenal: muat daftarnya dari awal',
  'not-a-worker-id': 'Bukan ID peserta: ID peserta adalah wrk_ dan 20 huruf atau angka',
  'before-from': ({ from }) => `sebelum awal rentangnya, ${from}`,
  'too-many-months': ({ most }) => `lebih dari ${most} bulan setelah awal rentangnya`,
  'too-many-days': ({ days, most }) => `menjadi ${days} hari: paling banyak ${most}`,
  'still-to-come': ({ today }, { date }) => `masih akan datang: hari ini ${date(today)}`,
  'has-passed': ({ today }, { date }) => `sudah lewat: hari ini ${date(today)}`,
  'no-such-call': 'Layanan ini tidak ada',
  'no-role': ({ needed }) => `Hanya untuk peran ${needed.join(', ')}`,
  'not-an-access-token': 'Masuk dengan access token: token ini bukan untuk API',
  'bad-signature': 'Tanda tangan pesan tidak berlaku',
  'no-such-worker': 'Peserta ini tidak ada: cari dengan nomor HP atau NIK',
  busy: 'Terlalu banyak yang sedang ditulis di sini: coba lagi beberapa detik lagi. Aman untuk mengulangnya',
  'worker-busy': 'Peserta ini sedang diubah orang lain: coba lagi',
  'changed-meanwhile': 'baru saja diubah orang lain',
  'not-one-sought': 'Cari dengan salah satu: nomor HP, NIK, ID peserta, atau nama dan provinsinya',
  'name-too-short': 'isi paling sedikit dua huruf nama',
  'no-such-run': 'Pengiriman ini tidak ada',
  'not-halted': 'SMS ini tidak sedang ditahan',
  'step-is-gone': 'Pengingat ini sudah tidak ada di jadwal: SMS-nya tidak dapat dikirim lagi',
  'no-such-item': 'Hal ini sudah ditangani orang lain, atau sudah selesai sendiri',
  'not-id-or-ids': 'Sebutkan satu hal, atau beberapa',
  'note-of-nobody': 'hanya untuk hal yang menyangkut satu peserta',
  'note-has-number': 'berisi nomor sepanjang nomor HP atau NIK: tulis tanpa nomornya',
  'unmatched-stays':
    'Pembayaran tanpa peserta tetap di daftar sampai dicocokkan dengan pesertanya, atau dibatalkan',
};

export const requestWords: Texts<Code> = {
  id,
  en: {
    missing: 'has to be filled in',
    'not-one-of': 'choose one of them',
    'empty-text': 'has to be filled in',
    'long-text': ({ most }) => `may have at most ${most} characters`,
    'not-a-date': 'is not a date such as 16 November 2026',
    'still-to-come': ({ today }, { date }) => `is still to come: today is ${date(today)}`,
    'has-passed': ({ today }, { date }) => `has passed: today is ${date(today)}`,
    'changed-meanwhile': 'was just changed by somebody else',
  },
};

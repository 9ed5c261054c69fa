import type { paymentProblems } from '#domain/payments/payment-problems';
import type { Texts } from './said.ts';

export const paymentWords: Texts<keyof typeof paymentProblems> = {
  id: {
    'reference-empty': 'kosong: dengan referensi, pembayaran yang sama dikenali bila datang lagi',
    'channel-none': 'bukan kanal seperti bank atau indomaret',
    'amount-none': 'bukan jumlah rupiah bulat, seperti 16800 atau 16.800',
    'paid-at-none': 'bukan waktu: tulis seperti 2026-11-11 09:30 atau 11/11/2026 09.30',
    'months-none': 'bukan jumlah bulan dari 1 sampai 12',
    'payer-not-one': 'sebutkan pembayar dengan NIK atau ID peserta, salah satu saja',
    'payment-busy':
      'Pembayaran ini tidak dapat dicatat: pesertanya sedang diubah orang lain, atau datanya tidak terbaca. Impor lagi baris ini',
    'reference-taken': ({ channel, reference }) =>
      `Pembayaran ${channel} ${reference} sudah dicatat dengan peserta, jumlah, atau bulan yang lain: pembayaran baru perlu referensi baru`,
    'no-such-payment': ({ channel, reference }) =>
      `Tidak ada pembayaran ${reference} dari kanal ${channel}`,
    'payment-not-unmatched': ({ channel, reference }) =>
      `Pembayaran ${channel} ${reference} bukan lagi tanpa peserta: sudah dicocokkan atau dibatalkan`,
    'payment-changing': ({ channel, reference }) =>
      `Pembayaran ${channel} ${reference} atau pesertanya sedang diubah orang lain, atau datanya tidak terbaca: coba lagi`,
    'not-final': ({ finalOn }, { date }) =>
      `Bulan ini baru dapat ditutup mulai ${date(finalOn)}: sampai saat itu pembayarannya masih dapat masuk`,
    'nothing-to-close': () =>
      'Bulan ini sebelum daftar peserta yang pertama: tidak ada yang ditutup',
    'counting-held': 'Angka sedang dihitung ulang: tutup bulan ini setelah selesai',
    'not-closed': 'Bulan ini belum ditutup',
    'too-many-payments': ({ payments, most }) =>
      `Ada ${payments} pembayaran; satu berkas memuat paling banyak ${most}. Pilih rentang tanggal yang lebih pendek atau satu kanal`,
  },
  en: {
    'not-final': ({ finalOn }, { date }) =>
      `This month can be closed from ${date(finalOn)} on: until then payments for it can still come in`,
  },
};

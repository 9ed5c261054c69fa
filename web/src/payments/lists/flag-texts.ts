import type { PaymentRecord } from '#domain/payments/payment';

type Flags = Record<PaymentRecord['flags'][number], Readonly<{ name: string; means: string }>>;

const id: Flags = {
  'too-little': {
    name: 'Kurang',
    means: 'Kurang dari iuran satu bulan, atau dari jumlah bulan yang disebut',
  },
  'too-much': {
    name: 'Lebih',
    means: 'Lebih dari iuran bulan yang dibayar; sisanya menjadi saldo untuk bulan berikutnya',
  },
  'odd-amount': {
    name: 'Jumlah janggal',
    means: 'Bukan iuran satu atau beberapa bulan; mungkin biaya kanal ikut terhitung',
  },
  'possible-duplicate': {
    name: 'Mungkin ganda',
    means: 'Mungkin uang yang sama dengan pembayaran lain atau dengan daftar peserta',
  },
  'too-old': {
    name: 'Terlalu lama',
    means: 'Dibayar lebih dari 12 bulan sebelum bulan yang harus dibayar',
  },
  ended: { name: 'Sudah berakhir', means: 'Kepesertaannya sudah berakhir' },
  'government-paid': {
    name: 'Dibayar pemerintah',
    means: 'Iuran peserta ini dibayar pemerintah',
  },
  future: { name: 'Belum waktunya', means: 'Waktu bayarnya masih akan datang' },
  overdrawn: {
    name: 'Belum tertutup',
    means: 'Dibatalkan, tetapi pelunasan bulannya tidak dapat dibatalkan seluruhnya',
  },
};

const en: Flags = {
  'too-little': {
    name: 'Too little',
    means: 'Less than a month’s contribution, or than the months it names',
  },
  'too-much': {
    name: 'Too much',
    means: 'More than the months it paid for cost; the rest is credit for the next months',
  },
  'odd-amount': {
    name: 'Odd amount',
    means: 'Not the price of one month or of several: perhaps the channel’s fee is in it',
  },
  'possible-duplicate': {
    name: 'Possible duplicate',
    means: 'Perhaps the same money as another payment, or as a roster said was paid',
  },
  'too-old': {
    name: 'Too old',
    means: 'Paid more than 12 months before the month owed',
  },
  ended: { name: 'Ended', means: 'The membership has ended' },
  'government-paid': { name: 'Government pays', means: 'The government pays for this worker' },
  future: { name: 'In the future', means: 'It says it was paid later than now' },
  overdrawn: {
    name: 'Overdrawn',
    means: 'Reversed, but what it had bought could not be taken back whole',
  },
};

export const flagTexts = { id, en };

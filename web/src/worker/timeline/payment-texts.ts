import type { PaymentRecord } from '#domain/payments/payment';

type Flag = PaymentRecord['flags'][number];

const id = {
  head: 'Membayar',
  creditHead: 'Dibayar dari saldo',
  credit: (price: string, months: string) => `Saldo membayar iuran ${months}: ${price}.`,
  reversedHead: 'Pembayaran dibatalkan',
  bought: (amount: string, channel: string, months: string) =>
    `Membayar ${amount} lewat ${channel} untuk iuran ${months}.`,
  linked: (amount: string, channel: string, months: string) =>
    `Membayar ${amount} lewat ${channel} untuk iuran ${months}, yang menurut daftar peserta sudah dibayar.`,
  nothingBought: (amount: string, channel: string) =>
    `Membayar ${amount} lewat ${channel}. Uang ini belum melunasi satu bulan pun.`,
  fromCredit: (rupiah: string) => `${rupiah} lagi diambil dari saldo.`,
  reversed: (amount: string, channel: string, day: string) =>
    `Pembayaran ${amount} lewat ${channel} dibatalkan pada ${day}`,
  why: (reason: string) => `: ${reason}.`,
  reference: (reference: string) => `referensi ${reference}`,
  recorded: (moment: string) => `dicatat ${moment}`,
  flags: {
    'too-little': 'Jumlahnya kurang.',
    'too-much': 'Jumlahnya lebih dari iuran bulan yang dibayar.',
    'odd-amount': 'Jumlahnya bukan iuran satu atau beberapa bulan.',
    'possible-duplicate': 'Mungkin uang ini sudah tercatat.',
    'too-old': 'Waktu bayarnya lebih dari 12 bulan sebelum bulan yang harus dibayar.',
    ended: 'Kepesertaannya sudah berakhir.',
    'government-paid': 'Iurannya dibayar pemerintah.',
    future: 'Waktu bayarnya masih akan datang.',
    overdrawn: 'Bulan yang dibeli dengannya tidak dapat ditarik kembali seluruhnya.',
  } satisfies Record<Flag, string>,
};

const en: typeof id = {
  head: 'Paid',
  creditHead: 'Paid from credit',
  credit: (price, months) => `Credit paid for ${months}: ${price}.`,
  reversedHead: 'Payment reversed',
  bought: (amount, channel, months) => `Paid ${amount} through ${channel} for ${months}.`,
  linked: (amount, channel, months) =>
    `Paid ${amount} through ${channel} for ${months}, which a roster had said was paid.`,
  nothingBought: (amount, channel) =>
    `Paid ${amount} through ${channel}. It has not paid for a whole month.`,
  fromCredit: (rupiah) => `Another ${rupiah} came from credit.`,
  reversed: (amount, channel, day) =>
    `The payment of ${amount} through ${channel} was reversed on ${day}`,
  why: (reason) => `: ${reason}.`,
  reference: (reference) => `reference ${reference}`,
  recorded: (moment) => `recorded ${moment}`,
  flags: {
    'too-little': 'It was too little.',
    'too-much': 'It was more than the months it paid for cost.',
    'odd-amount': 'It is not the price of one month or of several.',
    'possible-duplicate': 'Perhaps we know of this money already.',
    'too-old': 'It was paid more than 12 months before the month owed.',
    ended: 'Their membership had ended.',
    'government-paid': 'The government pays for them.',
    future: 'It is dated in the future.',
    overdrawn: 'What was bought with it could not be taken back whole.',
  },
};

export const paymentTexts = { id, en };

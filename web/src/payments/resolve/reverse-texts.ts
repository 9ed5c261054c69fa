const id = {
  action: 'Batalkan',
  of: (payment: string) => `Batalkan pembayaran ${payment}`,
  title: 'Batalkan pembayaran ini?',
  whatRecorded:
    'Uangnya tidak lagi dihitung, dan pelunasan bulan tersebut dibatalkan. Peserta dapat menerima pengingat lagi. Tindakan ini tidak dapat dibatalkan.',
  whatUnmatched: 'Uangnya tidak lagi menunggu pesertanya. Tindakan ini tidak dapat dibatalkan.',
  reason: 'Alasan',
  reasonHint:
    'Untuk siapa pun yang bertanya nanti, misalnya “dicatat dua kali oleh bank”. Jangan menulis NIK atau nomor HP.',
  missing: 'Tulis alasannya.',
  confirm: 'Batalkan pembayaran',
  failed: 'Pembayaran belum dibatalkan',
  done: 'Pembayaran dibatalkan',
  doneText: (amount: string) => `${amount} tidak lagi dihitung.`,
  hadPaidFor: (months: string) => `Pembayaran ini dulu untuk iuran ${months}.`,
  overdrawn:
    'Uang ini sudah terpakai untuk bulan yang tidak dapat ditarik kembali. Pembayaran ini tetap ditandai.',
};

const en: typeof id = {
  action: 'Reverse',
  of: (payment) => `Reverse payment ${payment}`,
  title: 'Reverse this payment?',
  whatRecorded:
    'Its money no longer counts, and the months it bought are taken back. The worker may be reminded again. This cannot be undone.',
  whatUnmatched: 'Its money no longer waits for its worker. This cannot be undone.',
  reason: 'Reason',
  reasonHint:
    'For whoever asks later, such as “recorded twice by the bank”. Write no NIK and no phone number.',
  missing: 'Write the reason.',
  confirm: 'Reverse payment',
  failed: 'The payment was not reversed',
  done: 'The payment was reversed',
  doneText: (amount) => `${amount} no longer counts.`,
  hadPaidFor: (months) => `This payment had paid for ${months}.`,
  overdrawn:
    'The money had gone into months that could not be taken back. The payment stays flagged.',
};

export const reverseTexts = { id, en };

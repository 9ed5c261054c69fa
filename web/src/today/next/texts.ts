const id = {
  title: 'SMS 7 hari ke depan',
  expected: 'Perkiraan SMS',
  atMost: (most: string) => `paling banyak ${most}`,
  cost: 'Perkiraan biaya',
  none: 'Tidak ada SMS dalam 7 hari ke depan',
  paused: 'Bila pengiriman dilanjutkan sekarang.',
  noPast: 'Belum ada bulan pembanding: seolah-olah tidak ada yang membayar.',
  list: 'SMS per hari',
  ofMonth: (step: string, month: string) => `${step}, iuran ${month}`,
  confirmations: 'Saat peserta membayar',
  confirmationsMeans: 'Konfirmasi pembayaran',
};

const en: typeof id = {
  title: 'Texts in the next 7 days',
  expected: 'Texts expected',
  atMost: (most) => `${most} at most`,
  cost: 'Cost expected',
  none: 'No text leaves in the next 7 days',
  paused: 'If texts were resumed now.',
  noPast: 'There is no month to go by yet: it is expected that nobody pays.',
  list: 'Texts by day',
  ofMonth: (step, month) => `${step}, for ${month}`,
  confirmations: 'As people pay',
  confirmationsMeans: 'Confirmations of payments',
};

export const nextTexts = { id, en };

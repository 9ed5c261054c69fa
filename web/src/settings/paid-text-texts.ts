const id = {
  title: 'Konfirmasi pembayaran',
  means:
    'SMS yang menyatakan iuran sudah diterima. Peserta yang dibayari kelompoknya selalu menerimanya.',
  isEnabled: 'Kirim ke semua yang membayar',
  label: 'Teks SMS',
};

const en: typeof id = {
  title: 'Confirmation of payments',
  means:
    'A thank-you after a contribution has come in. Workers whose group pays for them always get it.',
  isEnabled: 'Send to everybody who pays',
  label: 'SMS text',
};

export const paidTextTexts = { id, en };

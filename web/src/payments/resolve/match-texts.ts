const id = {
  action: 'Cari peserta',
  of: (payment: string) => `Cari peserta untuk pembayaran ${payment}`,
  title: 'Pembayaran ini milik siapa?',
  search: 'Nomor HP, NIK, atau ID peserta',
  searchHint:
    'Tanyakan kepada pembayar atau salurannya. Yang dicari tidak muncul di alamat halaman.',
  find: 'Cari',
  notFound: 'Tidak ada peserta dengan nomor ini',
  notFoundText:
    'Bila orang ini ada di daftar peserta berikutnya, pembayarannya dipasangkan dengan sendirinya.',
  failedFind: 'Pencarian gagal',
  choose: 'Pilih peserta',
  exactly: 'Tagihan sama dengan jumlah ini',
  about: (nik: string, phone: string, province: string) => `NIK …${nik} · ${phone} · ${province}`,
  noPhone: 'tanpa nomor HP',
  owes: (amount: string, months: string) => `Terutang ${amount} untuk ${months}`,
  owesNothing: 'Tidak ada yang terutang',
  confirm: 'Pasangkan',
  confirmWith: (name: string) => `Pasangkan dengan ${name}`,
  failed: 'Pembayaran belum dipasangkan',
  done: (name: string) => `Pembayaran ini sekarang milik ${name}`,
  bought: (amount: string, months: string) => `${amount} membayar ${months}.`,
  boughtNothing: (amount: string) =>
    `${amount} belum cukup untuk satu bulan dan disimpan sebagai saldo.`,
};

const en: typeof id = {
  action: 'Find worker',
  of: (payment) => `Find worker for payment ${payment}`,
  title: 'Whose payment is this?',
  search: 'Phone, NIK or worker id',
  searchHint:
    'Ask whoever paid, or the channel. What you look for does not show in the page’s address.',
  find: 'Find',
  notFound: 'There is no worker with this number',
  notFoundText: 'Once a roster brings this person, the payment is matched by itself.',
  failedFind: 'The search failed',
  choose: 'Choose the worker',
  exactly: 'Owes exactly this amount',
  about: (nik, phone, province) => `NIK …${nik} · ${phone} · ${province}`,
  noPhone: 'no phone',
  owes: (amount, months) => `Owes ${amount} for ${months}`,
  owesNothing: 'Owes nothing',
  confirm: 'Match',
  confirmWith: (name) => `Match with ${name}`,
  failed: 'The payment was not matched',
  done: (name) => `This payment is now ${name}’s`,
  bought: (amount, months) => `${amount} paid for ${months}.`,
  boughtNothing: (amount) => `${amount} does not buy a month yet and is kept as credit.`,
};

export const matchTexts = { id, en };

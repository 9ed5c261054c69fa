const id = {
  title: 'Iuran',
  coverage: 'Status iuran',
  amount: 'Harus dibayar',
  nothing: 'Tidak ada',
  months: 'Untuk bulan',
  due: 'Jatuh tempo',
  lapses: 'Nonaktif mulai (bila tidak dibayar)',
  lapsed: 'Nonaktif sejak',
  lastPayment: 'Pembayaran terakhir',
  noPayment: 'Belum tercatat di sini',
  byRoster: 'menurut daftar peserta',
  credit: 'Saldo',
  creditMeans: 'sudah dikurangkan',
};

const en: typeof id = {
  title: 'Contribution',
  coverage: 'Contribution status',
  amount: 'To be paid',
  nothing: 'Nothing',
  months: 'For',
  due: 'Due on',
  lapses: 'Lapses on (if unpaid)',
  lapsed: 'Lapsed since',
  lastPayment: 'Last payment',
  noPayment: 'None recorded here yet',
  byRoster: 'according to a roster',
  credit: 'Credit',
  creditMeans: 'already taken off',
};

export const owedTexts = { id, en };

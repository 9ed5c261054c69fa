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
  sources: { channel: [], roster: ['menurut daftar peserta'], credit: ['dari saldo'] },
  credit: 'Saldo',
  creditMeans: 'sudah diperhitungkan',
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
  sources: { channel: [], roster: ['according to a roster'], credit: ['from credit'] },
  credit: 'Credit',
  creditMeans: 'taken into account',
};

export const owedTexts = { id, en };

export type Outcome = 'onTime' | 'inArrears' | 'recovered' | 'lapsed' | 'open';

const id = {
  title: 'Perpanjangan',
  standing: {
    today: (date: string) => `Posisi per hari ini, ${date}`,
    past: (date: string) => `Posisi per ${date}`,
  },
  choice: {
    from: 'Bulan iuran dari',
    to: 'Sampai',
    asOf: 'Posisi per tanggal',
    today: 'Hari ini',
    month: 'Bulan iuran',
    by: 'Dirinci menurut',
    view: 'Tampilan',
  },
  views: {
    rates: 'Tingkat perpanjangan',
    curve: 'Hari demi hari',
    groups: 'Rincian',
    effect: 'Manfaat',
    worth: 'Biaya',
    kept: 'Jangka panjang',
    steps: 'SMS',
    members: 'Peserta',
  },
  nobody: {
    inThese: 'Belum ada peserta yang wajib bayar di bulan-bulan ini',
    inThis: (month: string) => `Tidak ada yang wajib bayar iuran ${month}.`,
    lead: 'Pilih bulan lain, atau',
    import: 'impor daftar peserta',
    ask: 'minta admin mengimpor daftar peserta',
  },
  csv: 'Unduh CSV',
  csvShown: 'Unduh CSV yang ditampilkan',
  table: 'Tabel',
  outcomes: {
    onTime: 'Dibayar tepat waktu',
    inArrears: 'Dibayar saat menunggak',
    recovered: 'Dibayar setelah nonaktif',
    open: 'Belum dibayar',
    lapsed: 'Nonaktif',
  } satisfies Record<Outcome, string>,
  cycle: {
    left: 'Keluar',
    startedLate: 'Mulai terlambat',
  },
  columns: {
    month: 'Bulan iuran',
    due: 'Wajib bayar',
    renewal: 'Tingkat perpanjangan',
    lapse: 'Tingkat nonaktif',
    outcomes: 'Hasil',
    amountReceived: 'Iuran diterima',
  },
};

const en: typeof id = {
  title: 'Renewals',
  standing: {
    today: (date) => `As things stand today, ${date}`,
    past: (date) => `As things stood at the end of ${date}`,
  },
  choice: {
    from: 'Contribution months from',
    to: 'To',
    asOf: 'As of the end of',
    today: 'Today',
    month: 'Contribution month',
    by: 'Broken down by',
    view: 'View',
  },
  views: {
    rates: 'Rate',
    curve: 'Day by day',
    groups: 'Breakdown',
    effect: 'Effect',
    worth: 'Cost',
    kept: 'Long run',
    steps: 'Texts',
    members: 'Members',
  },
  nobody: {
    inThese: 'Nobody was due in these months',
    inThis: (month) => `Nobody was due for ${month}.`,
    lead: 'Choose other months, or',
    import: 'import a roster',
    ask: 'ask an admin to import a roster',
  },
  csv: 'Download CSV',
  csvShown: 'Download CSV of those shown',
  table: 'The figures',
  outcomes: {
    onTime: 'Paid on time',
    inArrears: 'Paid in arrears',
    recovered: 'Paid after lapsing',
    open: 'Unpaid',
    lapsed: 'Lapsed',
  },
  cycle: { left: 'Left', startedLate: 'Started late' },
  columns: {
    month: 'Contribution month',
    due: 'Due',
    renewal: 'Renewal rate',
    lapse: 'Lapse rate',
    outcomes: 'Outcomes',
    amountReceived: 'Amount received',
  },
};

export const renewalsTexts = { id, en };

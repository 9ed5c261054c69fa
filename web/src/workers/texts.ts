const id = {
  title: 'Peserta',
  import: 'Impor peserta',
  find: {
    title: 'Cari peserta',
    label: 'Nomor HP, NIK, atau ID peserta',
    description:
      'Misalnya 0870 0000 0000, 16 angka NIK, atau wrk_… dari halaman peserta. Nama tidak dapat dicari.',
    submit: 'Cari',
    empty: 'Isi nomor HP, NIK, atau ID peserta.',
    noSuchId: 'Ini bukan ID peserta seperti wrk_0123456789abcdef0123.',
    failed: 'Pencarian gagal',
    none: {
      title: 'Tidak ditemukan',
      text: 'Belum ada peserta dengan nomor atau ID ini. Periksa angkanya, atau cari dengan NIK.',
    },
    found: 'Ditemukan',
    phone: 'Nomor HP',
  },
  list: {
    title: 'Belum membayar',
    month: 'Bulan pertama yang belum dibayar',
    monthMeans: 'Yang menunggak sejak bulan lain ada di bulan itu.',
    monthWrong: 'Tulis bulan seperti 2026/11.',
    zone: 'Zona waktu',
    allZones: 'Semua zona',
    none: (month: string) => `Tidak ada peserta yang belum membayar sejak ${month}.`,
    begin: 'Bila belum ada peserta, mulai dengan',
    counter: (count: string, more: boolean) => `(${count}${more ? '+' : ''})`,
  },
  columns: {
    name: 'Nama',
    phone: 'Nomor HP',
    coverage: 'Status',
    owed: 'Harus dibayar',
    province: 'Provinsi',
    due: 'Jatuh tempo',
  },
  noPhone: 'tidak ada',
};

const en: typeof id = {
  title: 'Workers',
  import: 'Import workers',
  find: {
    title: 'Find a worker',
    label: 'Phone, NIK or worker id',
    description:
      'Such as 0870 0000 0000, the 16 digits of a NIK, or wrk_… from a worker’s page. Names cannot be searched.',
    submit: 'Find',
    empty: 'Enter a phone, a NIK or a worker id.',
    noSuchId: 'Not a worker id: expected wrk_ and 20 hex digits.',
    failed: 'The search failed',
    none: {
      title: 'Nobody was found',
      text: 'There is no worker with this number or id. Check the digits, or look for the NIK.',
    },
    found: 'Found',
    phone: 'Phone',
  },
  list: {
    title: 'Who has not paid',
    month: 'First unpaid month',
    monthMeans: 'Those who have owed since another month are listed under that month.',
    monthWrong: 'Write a month such as 2026/11.',
    zone: 'Time zone',
    allZones: 'All zones',
    none: (month) => `Nobody’s first unpaid month is ${month}.`,
    begin: 'If there are no workers yet, begin with',
    counter: (count, more) => `(${count}${more ? '+' : ''})`,
  },
  columns: {
    name: 'Name',
    phone: 'Phone',
    coverage: 'Status',
    owed: 'To be paid',
    province: 'Province',
    due: 'Due on',
  },
  noPhone: 'none',
};

export const workersTexts = { id, en };

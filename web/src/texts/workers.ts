const id = {
  title: 'Peserta',
  import: 'Impor peserta',
  find: {
    title: 'Cari peserta',
    label: 'Nomor HP, NIK, atau ID peserta',
    description: 'Misalnya 0870 0000 0000, 16 angka NIK, atau wrk_…',
    submit: 'Cari',
    empty: 'Isi nomor HP, NIK, atau ID peserta.',
    noSuchId: 'Ini bukan ID peserta seperti wrk_0123456789abcdef0123.',
    failed: 'Pencarian gagal',
    none: { title: 'Tidak ditemukan', text: 'Belum ada peserta dengan nomor atau ID ini. Periksa angkanya, atau cari dengan NIK.' },
    found: 'Ditemukan',
    phone: 'Nomor HP',
  },
  list: {
    title: 'Belum membayar, menurut bulan',
    month: 'Bulan iuran',
    monthWrong: 'Tulis bulan seperti 2026/11.',
    zone: 'Zona waktu',
    allZones: 'Semua zona',
    none: 'Tidak ada',
    noneText: (month: string) => `Tidak ada peserta yang iuran pertamanya yang belum dibayar adalah ${month}.`,
    counter: (count: string, more: boolean) => `(${count}${more ? '+' : ''})`,
  },
  columns: { name: 'Nama', phone: 'Nomor HP', coverage: 'Status', owed: 'Harus dibayar', province: 'Provinsi', due: 'Jatuh tempo' },
  noPhone: 'tidak ada',
};

const en: typeof id = {
  title: 'Workers',
  import: 'Import workers',
  find: {
    title: 'Find a worker',
    label: 'Phone, NIK or worker id',
    description: 'Such as 0870 0000 0000, the 16 digits of a NIK, or wrk_…',
    submit: 'Find',
    empty: 'Enter a phone, a NIK or a worker id.',
    noSuchId: 'This is no worker id such as wrk_0123456789abcdef0123.',
    failed: 'The search failed',
    none: { title: 'Nobody was found', text: 'There is no worker with this number or id. Check the digits, or look for the NIK.' },
    found: 'Found',
    phone: 'Phone',
  },
  list: {
    title: 'Who has not paid, by month',
    month: 'Month owed',
    monthWrong: 'Write a month such as 2026/11.',
    zone: 'Time zone',
    allZones: 'All zones',
    none: 'Nobody',
    noneText: (month) => `There is no worker whose first unpaid month is ${month}.`,
    counter: (count, more) => `(${count}${more ? '+' : ''})`,
  },
  columns: { name: 'Name', phone: 'Phone', coverage: 'Coverage', owed: 'To be paid', province: 'Province', due: 'Due' },
  noPhone: 'none',
};

export const workersTexts = { id, en };

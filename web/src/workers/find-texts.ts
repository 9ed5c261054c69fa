const id = {
  title: 'Cari peserta',
  label: 'Nomor HP, NIK, atau ID peserta',
  description: 'Misalnya 0870 0000 0000, 16 angka NIK, atau wrk_… dari halaman peserta.',
  submit: 'Cari',
  empty: 'Isi nomor HP, NIK, atau ID peserta.',
  noSuchId: 'Ini bukan ID peserta seperti wrk_0123456789abcdef0123.',
  noNumber:
    'Ini bukan nomor HP, NIK, atau ID peserta. Untuk nama, pakai “Cari dengan nama” di bawah.',
  failed: 'Pencarian gagal',
  none: {
    title: 'Tidak ditemukan',
    text: 'Belum ada peserta dengan nomor atau ID ini. Periksa angkanya, atau cari dengan cara lain: nomor HP, NIK, atau nama.',
  },
  found: 'Ditemukan',
  phone: 'Nomor HP',
};

const en: typeof id = {
  title: 'Find a worker',
  label: 'Phone, NIK or worker id',
  description: 'Such as 0870 0000 0000, the 16 digits of a NIK, or wrk_… from a worker’s page.',
  submit: 'Find',
  empty: 'Enter a phone, a NIK or a worker id.',
  noSuchId: 'Not a worker id: expected wrk_ and 20 hex digits.',
  noNumber: 'Not a phone, a NIK or a worker id. For a name, use “Find by name” below.',
  failed: 'The search failed',
  none: {
    title: 'Nobody was found',
    text: 'There is no worker with this number or id. Check the digits, or search another way: by phone, NIK or name.',
  },
  found: 'Found',
  phone: 'Phone',
};

export const findTexts = { id, en };

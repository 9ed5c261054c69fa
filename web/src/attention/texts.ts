const id = {
  title: 'Perlu ditindaklanjuti',
  at: 'Waktu',
  worker: 'Peserta',
  province: 'Provinsi',
  noPhone: 'tanpa nomor HP',
  workers: 'Jumlah peserta',
  step: 'Tahap',
  ofMonth: (month: string) => `Iuran ${month}`,
  reason: 'Sebab',
  run: 'Pengiriman',
  noReason: 'Tidak tercatat',
  actions: 'Tindakan',
  callList: 'Unduh daftar telepon',
  cut: 'Masih ada yang belum termasuk. Persempit daftarnya dengan saringan.',
};

const en: typeof id = {
  title: 'Needs attention',
  at: 'Time',
  worker: 'Worker',
  province: 'Province',
  noPhone: 'no phone',
  workers: 'Workers',
  step: 'Step',
  ofMonth: (month) => `Contribution of ${month}`,
  reason: 'Reason',
  run: 'Run',
  noReason: 'Not recorded',
  actions: 'Actions',
  callList: 'Download the call list',
  cut: 'There are more than it holds. Narrow the list by the filter.',
};

export const attentionTexts = { id, en };

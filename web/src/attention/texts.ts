const id = {
  title: 'Perlu ditindaklanjuti',
  at: 'Waktu',
  worker: 'Peserta',
  workers: 'Jumlah peserta',
  step: 'Tahap',
  ofMonth: (month: string) => `Iuran ${month}`,
  reason: 'Sebab',
  run: 'Pengiriman',
  noReason: 'Tidak tercatat',
  actions: 'Tindakan',
  resolve: {
    action: 'Sudah ditangani',
    of: (what: string) => `Sudah ditangani: ${what}`,
    done: 'Ditandai sudah ditangani, dan hilang dari daftar ini',
    failed: 'Belum ditandai sudah ditangani',
  },
};

const en: typeof id = {
  title: 'Needs attention',
  at: 'Time',
  worker: 'Worker',
  workers: 'Workers',
  step: 'Step',
  ofMonth: (month) => `Contribution of ${month}`,
  reason: 'Reason',
  run: 'Run',
  noReason: 'Not recorded',
  actions: 'Actions',
  resolve: {
    action: 'Done',
    of: (what) => `Done: ${what}`,
    done: 'Marked as done, and off this list',
    failed: 'It was not marked as done',
  },
};

export const attentionTexts = { id, en };

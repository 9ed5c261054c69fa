const id = {
  worker: 'Contoh dengan data peserta',
  workerMeans: 'Nomor HP, NIK, atau ID peserta',
  find: 'Cari',
  nobody: 'Tidak ada peserta dengan nomor ini',
  nextMonth: (month: string) => `iuran berikutnya: ${month}`,
  another: 'Peserta lain',
  none: 'Belum ada teks',
  counting: 'Contoh sedang disusun …',
  failed: 'Contoh tidak dapat disusun',
  faulty: 'Perbaiki dahulu isian yang belum benar',
  noneOfWorker: 'Peserta ini tidak menerima SMS untuk tahap ini dalam rentang pratinjau.',
  switchedOff: 'Tahap ini tidak aktif.',
  madeUp: 'Data rekaan',
  parts: (parts: string) => `${parts} bagian SMS`,
  skipped: (why: string) => `Tidak akan dikirim: ${why}`,
};

const en: typeof id = {
  worker: "Sample with a worker's facts",
  workerMeans: 'Phone, NIK or worker id',
  find: 'Find',
  nobody: 'There is no worker with this number',
  nextMonth: (month) => `next month to pay: ${month}`,
  another: 'Another worker',
  none: 'There is no text yet',
  counting: 'The sample is on its way …',
  failed: 'The sample could not be made',
  faulty: 'Correct the marked fields first',
  noneOfWorker: 'This worker gets no text of this step within the days of the preview.',
  switchedOff: 'This step is switched off.',
  madeUp: 'Made-up facts',
  parts: (parts) => (parts === '1' ? '1 SMS part' : `${parts} SMS parts`),
  skipped: (why) => `Will not be sent: ${why}`,
};

export const sampleTexts = { id, en };

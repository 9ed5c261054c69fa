import type { Sampled } from '#flows/messages/send-sample';

const id = {
  sample: {
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
    noneOfWorker: 'Peserta ini tidak di-SMS untuk langkah ini dalam rentang pratinjau.',
    switchedOff: 'Langkah ini tidak aktif.',
    madeUp: 'Data rekaan',
    parts: (parts: string) => `${parts} bagian SMS`,
    skipped: (why: string) => `Tidak akan dikirim: ${why}`,
  },
  trial: {
    title: 'Uji coba',
    means: 'Coba dahulu pada beberapa nomor sebelum semua peserta di-SMS.',
    everybody: 'Semua peserta',
    listed: 'Hanya nomor uji coba',
    listedMeans: 'Peserta lain tidak menerima SMS apa pun.',
    leaving: 'Setelah disimpan, SMS kembali dikirim ke semua peserta.',
    phones: 'Nomor uji coba',
    phone: 'Nomor HP',
    add: 'Tambah nomor',
    remove: (phone: string) => `Hapus ${phone}`,
    nobody: 'Belum ada nomor: tidak ada yang menerima SMS.',
    isOn: 'Uji coba',
    isOnText: (phones: number) =>
      `SMS hanya dikirim ke ${phones} nomor uji coba, tidak ke peserta lain.`,
  },
  test: {
    title: 'Kirim contoh',
    means: 'SMS sungguhan dengan data rekaan, dari jadwal yang berlaku (bukan dari draf).',
    noPhones:
      'Pilih “Hanya nomor uji coba” di atas, tambahkan nomor, lalu simpan. Selama itu peserta lain tidak menerima SMS.',
    step: 'Langkah',
    language: 'Bahasa',
    phone: 'Nomor HP',
    send: 'Kirim contoh',
    failed: 'Contoh tidak terkirim',
    atNight: (from: string, to: string) =>
      `Sekarang jam tenang, ${from} sampai ${to} WIB. Coba lagi setelah itu.`,
    outcome: {
      sent: 'Contoh terkirim',
      refused: 'Contoh ditolak',
      'try-later': 'Contoh tidak terkirim: coba sebentar lagi',
      unknown: 'Contoh mungkin terkirim',
    } satisfies Record<Sampled['status'], string>,
  },
};

const en: typeof id = {
  sample: {
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
  },
  trial: {
    title: 'Trial',
    means: 'Try it out on a few phones before all workers are texted.',
    everybody: 'All workers',
    listed: 'Trial phones only',
    listedMeans: 'No other worker gets any text.',
    leaving: 'Once this is saved, texts go to all workers again.',
    phones: 'Trial phones',
    phone: 'Phone',
    add: 'Add phone',
    remove: (phone) => `Remove ${phone}`,
    nobody: 'There is no phone: nobody gets a text.',
    isOn: 'Trial',
    isOnText: (phones) =>
      `Texts go to ${phones === 1 ? '1 trial phone' : `${phones} trial phones`} only, and to no other worker.`,
  },
  test: {
    title: 'Send a sample',
    means: 'A real SMS with made-up facts, of the plan in force (not of the draft).',
    noPhones:
      'Choose “Trial phones only” above, add a phone, then save. Until you change that back, no other worker gets a text.',
    step: 'Step',
    language: 'Language',
    phone: 'Phone',
    send: 'Send sample',
    failed: 'The sample was not sent',
    atNight: (from, to) => `It is quiet hours now, ${from} to ${to} WIB. Try again after that.`,
    outcome: {
      sent: 'The sample was sent',
      refused: 'The sample was refused',
      'try-later': 'The sample was not sent: try again in a moment',
      unknown: 'The sample may have been sent',
    },
  },
};

export const sampleTexts = { id, en };

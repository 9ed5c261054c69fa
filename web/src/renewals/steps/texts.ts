const id = {
  title: (month: string) => `SMS per tahap, iuran ${month}`,
  description:
    'Apa yang terjadi dengan setiap pengingat kepada peserta yang wajib bayar; yang lain di baris terakhir.',
  step: 'Tahap',
  sent: 'Terkirim',
  awaiting: 'Belum ada laporan',
  skipped: 'Sengaja tidak dikirim',
  problems: 'Gagal, tidak diketahui, tidak sempat terkirim',
  parts: (count: string) => `${count} bagian SMS`,
  spend: 'Biaya',
  none: (month: string) => `Belum ada pengingat untuk iuran ${month}`,
  reason: (reason: string, count: string) => `${reason}: ${count}`,
  together: 'Semua tahap',
  elsewhere: 'Peserta yang keluar atau mulai terlambat',
};

const en: typeof id = {
  title: (month) => `Texts by step, ${month}`,
  description:
    'What became of each reminder to the workers who were due; the others are in the last row.',
  step: 'Step',
  sent: 'Sent',
  awaiting: 'No receipt yet',
  skipped: 'Skipped',
  problems: 'Failed, unknown, missed',
  parts: (count) => `${count} SMS parts`,
  spend: 'Cost',
  none: (month) => `There are no reminders for ${month} yet`,
  reason: (reason, count) => `${reason}: ${count}`,
  together: 'All steps',
  elsewhere: 'Workers who left or started late',
};

export const stepsTexts = { id, en };

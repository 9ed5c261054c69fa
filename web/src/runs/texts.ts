import type { Counts } from '#domain/sending/slice';

type Outcome = Exclude<keyof Counts, 'skipped'>;

const id = {
  title: 'Pengiriman',
  description:
    'Setiap kali jadwal berjalan: tahap mana, untuk iuran bulan apa, dan apa yang terjadi pada setiap peserta.',
  on: (date: string) => `Pengiriman ${date}`,
  none: 'Tidak ada pengiriman pada tanggal ini',
  noneText: 'Tidak ada tahap yang jatuh pada tanggal ini, atau waktunya belum tiba.',
  time: 'Waktu',
  step: 'Tahap',
  ofMonth: (month: string) => `Iuran ${month}`,
  version: (version: string) => `Jadwal versi ${version}`,
  outcomes: 'Hasil',
  outcome: {
    sent: (count: string) => `${count} terkirim`,
    failed: (count: string) => `${count} gagal`,
    unknown: (count: string) => `${count} tidak diketahui`,
    missed: (count: string) => `${count} tidak sempat terkirim`,
  } satisfies Record<Outcome, (count: string) => string> as Record<
    Outcome,
    (count: string) => string
  >,
  withheld: (count: string) => `${count} tertahan selama uji coba`,
  nothingYet: 'Belum ada',
  nobodyThere: 'Tidak ada peserta',
  skipped: 'Sengaja tidak dikirim',
  nobodySkipped: 'Tidak ada',
  slices: (count: string) => `${count} bagian`,
  state: 'Status',
  states: {
    running: { name: 'Berjalan', means: 'Belum semua peserta ditangani' },
    finished: { name: 'Selesai', means: 'Semua peserta sudah ditangani' },
    withheld: {
      name: 'Sebagian tertahan',
      means: 'Peserta lainnya sudah ditangani',
    },
    closed: { name: 'Ditutup', means: 'Waktu kirim sudah lewat' },
  },
  retry: {
    action: 'Lanjutkan',
    of: (run: string) => `Lanjutkan ${run}`,
    queued: (count: string) =>
      `${count} bagian diantrekan lagi. Tidak ada peserta yang menerima SMS dua kali.`,
    nothing: 'Semua bagian sudah selesai; tidak ada yang perlu dilanjutkan.',
    failed: 'Pengiriman belum dilanjutkan',
  },
  budget: {
    title: (month: string) => `Biaya SMS ${month}`,
    spent: 'Sudah terpakai',
    committed: 'Termasuk yang sedang dikirim',
    limit: 'Anggaran sebulan',
    unlimited: 'Tanpa batas',
  },
};

const en: typeof id = {
  title: 'Runs',
  description:
    'Every time the schedule ran: which step, for the contribution of which month, and what became of each worker.',
  on: (date) => `Runs of ${date}`,
  none: 'There was no run on this day',
  noneText: 'No step falls on this day, or its time has not come yet.',
  time: 'Time',
  step: 'Step',
  ofMonth: (month) => `Contribution of ${month}`,
  version: (version) => `Plan version ${version}`,
  outcomes: 'Outcome',
  outcome: {
    sent: (count) => `${count} sent`,
    failed: (count) => `${count} failed`,
    unknown: (count) => `${count} unknown`,
    missed: (count) => `${count} missed`,
  },
  withheld: (count) => `${count} withheld by the trial`,
  nothingYet: 'Nothing yet',
  nobodyThere: 'No workers',
  skipped: 'Skipped',
  nobodySkipped: 'Nobody',
  slices: (count) => (count === '1' ? '1 slice' : `${count} slices`),
  state: 'Status',
  states: {
    running: { name: 'Running', means: 'Not everybody was handled yet' },
    finished: { name: 'Finished', means: 'Everybody was handled' },
    withheld: {
      name: 'Partly withheld',
      means: 'All others were handled',
    },
    closed: { name: 'Closed', means: 'The time for sending is over' },
  },
  retry: {
    action: 'Continue',
    of: (run) => `Continue ${run}`,
    queued: (count) => `${count} slices were queued again. Nobody is texted twice.`,
    nothing: 'All slices are finished; there is nothing to continue.',
    failed: 'The run was not continued',
  },
  budget: {
    title: (month) => `Cost of texts in ${month}`,
    spent: 'Spent',
    committed: 'Spent or being sent',
    limit: 'Budget a month',
    unlimited: 'No limit',
  },
};

export const runsTexts = { id, en };

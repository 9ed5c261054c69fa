import type { DeadLetterQueue } from '#triggers';

type Queues = Record<DeadLetterQueue, string>;

const id = {
  queue: 'Pekerjaan',
  count: 'Jumlah',
  hurt: 'Akibatnya',
  queues: {
    'plan-run': 'Memulai pengiriman',
    'send-reminders': 'Mengirim pengingat dan konfirmasi pembayaran',
    'split-import': 'Menerima file impor',
    'import-piece': 'Mengimpor bagian file',
    'spend-credit': 'Membayar bulan baru dari saldo',
    'record-delivery': 'Mencatat laporan operator',
    tally: 'Menghitung perpanjangan',
    'apply-plan': 'Menerapkan jadwal pengingat',
    watchdog: 'Memeriksa yang tertinggal',
    schedules: 'Jam kirim jadwal pengingat',
    'upkeep-schedules': 'Jam kerja pemeriksaan',
  } satisfies Queues as Queues,
  hurts: {
    'plan-run': 'Satu jadwal kirim tidak berjalan; sistem mengulanginya dalam 15 menit.',
    'send-reminders': 'Sebagian peserta terlambat menerima SMS; pemeriksaan mengantrekannya lagi.',
    'split-import': 'Sebuah file sudah sampai, tetapi impornya belum dimulai.',
    'import-piece': 'Sebagian baris sebuah file belum diimpor; halaman impor menyebut baris mana.',
    'spend-credit':
      'Peserta yang saldonya cukup tampak belum membayar; dicoba lagi malam berikutnya.',
    'record-delivery': 'Tidak diketahui SMS mana yang sampai, dan berapa biayanya.',
    tally: 'Angka di halaman Perpanjangan belum lengkap; perlu dihitung ulang.',
    'apply-plan': 'Jam kirim belum mengikuti jadwal pengingat; dicoba lagi setiap pukul 02.30 WIB.',
    watchdog: 'Yang berhenti di tengah jalan belum dilanjutkan.',
    schedules: 'Satu jadwal kirim tidak sampai; sistem mengulanginya dalam 15 menit.',
    'upkeep-schedules': 'Pemeriksaan atau penerapan jadwal malam tidak dimulai pada waktunya.',
  } satisfies Queues as Queues,
};

const en: typeof id = {
  queue: 'Work',
  count: 'How many',
  hurt: 'What follows',
  queues: {
    'plan-run': 'Starting a run',
    'send-reminders': 'Sending reminders and confirmations',
    'split-import': 'Receiving a file',
    'import-piece': 'Importing a piece of a file',
    'spend-credit': 'Paying a new month from credit',
    'record-delivery': 'Recording what the carrier says',
    tally: 'Counting renewals',
    'apply-plan': 'Applying the plan to schedules',
    watchdog: 'Resuming what stopped half-way',
    schedules: 'Times of the plan',
    'upkeep-schedules': 'Times of the upkeep',
  },
  hurts: {
    'plan-run': 'A time of the plan was missed; the watchdog opens it again within 15 minutes.',
    'send-reminders': 'Some workers are texted late; the watchdog queues them again.',
    'split-import': 'A file has arrived, and its import has not begun.',
    'import-piece': 'Some lines of a file are not imported; its import says which.',
    'spend-credit':
      'Workers with enough credit are shown as unpaid; it is tried again every night.',
    'record-delivery': 'It is not known which texts arrived, nor what they cost.',
    tally: 'The figures under Renewals are not complete; they have to be counted again.',
    'apply-plan':
      'The times do not follow the plan; it is tried again every night at 02:30 in Jakarta.',
    watchdog: 'Work that stopped half-way has not been continued.',
    schedules: 'A time of the plan was not started; the watchdog opens it again within 15 minutes.',
    'upkeep-schedules': 'The watchdog or the nightly schedules did not start on time.',
  },
};

export const queueTexts = { id, en };

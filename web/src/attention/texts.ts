import type { AttentionKind } from '#flows/attention/attention-store';
import type { DeadLetterQueue } from '#triggers';

/** Payments that need a person have a page of their own. */
export type ReminderKind = Exclude<AttentionKind, 'unmatched' | 'flagged'>;
type Kinds = Record<
  ReminderKind | 'dead-letter',
  Readonly<{ name: string; means: string; todo: string; none: string }>
>;
type Queues = Record<DeadLetterQueue, string>;

const id = {
  title: 'Perlu ditindaklanjuti',
  kinds: {
    unknown: {
      name: 'Tidak diketahui',
      means:
        'SMS ini mungkin terkirim. SMS tidak dikirim ulang, supaya tidak ada yang menerimanya dua kali.',
      todo: 'Laporan operator masih dapat memastikannya. Bila tidak, hubungi peserta sebelum jatuh tempo.',
      none: 'Tidak ada SMS yang nasibnya tidak diketahui',
    },
    failed: {
      name: 'Gagal',
      means: 'SMS ini pasti tidak terkirim: ditolak penyedia, atau tidak dapat disusun.',
      todo: 'Periksa nomor HP di halaman peserta, atau teks langkahnya di jadwal.',
      none: 'Tidak ada SMS yang gagal',
    },
    missed: {
      name: 'Terlewat',
      means: 'SMS ini seharusnya dikirim, tetapi waktu kirimnya sudah lewat.',
      todo: 'SMS tidak dikirim terlambat. Langkah berikutnya dalam jadwal tetap berjalan.',
      none: 'Tidak ada yang terlewat',
    },
    undelivered: {
      name: 'Tidak diterima',
      means: 'SMS ini terkirim, tetapi operator tidak dapat menyampaikannya.',
      todo: 'Tanyakan nomor yang benar. Setelah dua kali gagal karena nomornya, nomor itu tidak dicoba lagi sampai diperbaiki.',
      none: 'Sejauh diketahui, semua SMS diterima',
    },
    'dead-letter': {
      name: 'Macet',
      means:
        'Sistem sudah mencoba beberapa kali dan menyerah. Pekerjaan ini menunggu petugas teknis.',
      todo: 'Beri tahu petugas teknis. Yang menyangkut pengiriman biasanya sudah diulang sendiri oleh sistem; daftar ini kosong lagi setelah antreannya dikosongkan.',
      none: 'Tidak ada pekerjaan sistem yang macet',
    },
  } satisfies Kinds as Kinds,
  at: 'Waktu',
  worker: 'Peserta',
  step: 'Langkah',
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
  queue: 'Pekerjaan',
  count: 'Jumlah',
  hurt: 'Akibatnya',
  queues: {
    'plan-run': 'Memulai pengiriman',
    'send-reminders': 'Mengirim pengingat',
    'confirm-payments': 'Mengirim SMS pembayaran diterima',
    'record-delivery': 'Mencatat laporan operator',
    tally: 'Menghitung perpanjangan',
    'apply-plan': 'Menerapkan jadwal pengingat',
    watchdog: 'Memeriksa yang tertinggal',
    schedules: 'Jam kirim jadwal pengingat',
    'upkeep-schedules': 'Jam kerja pemeriksaan',
  } satisfies Queues as Queues,
  hurts: {
    'plan-run': 'Sebuah jam kirim terlewat; pemeriksaan membukanya lagi dalam 15 menit.',
    'send-reminders': 'Sebagian peserta terlambat diingatkan; pemeriksaan mengantrekannya lagi.',
    'confirm-payments': 'Peserta yang iurannya dibayar kelompoknya belum diberi tahu.',
    'record-delivery': 'Tidak diketahui SMS mana yang sampai, dan berapa biayanya.',
    tally: 'Angka di halaman Perpanjangan belum lengkap; perlu dihitung ulang.',
    'apply-plan': 'Jam kirim belum mengikuti jadwal pengingat; dicoba lagi setiap pukul 02.30 WIB.',
    watchdog: 'Yang berhenti di tengah jalan belum dilanjutkan.',
    schedules: 'Sebuah jam kirim tidak sampai; pemeriksaan membukanya lagi dalam 15 menit.',
    'upkeep-schedules':
      'Pemeriksaan, SMS pembayaran diterima, atau penerapan jadwal malam tidak dimulai pada waktunya.',
  } satisfies Queues as Queues,
};

const en: typeof id = {
  title: 'Needs attention',
  kinds: {
    unknown: {
      name: 'Unknown',
      means:
        'These texts may have been sent. They are not sent again, so that nobody gets one twice.',
      todo: 'A receipt of the carrier can still settle it. If none comes, call the worker before the due date.',
      none: 'What became of every text is known',
    },
    failed: {
      name: 'Failed',
      means:
        'These texts were definitely not sent: the provider refused them, or they could not be put together.',
      todo: 'Check the phone number on the worker’s page, or the text of the step in the plan.',
      none: 'No text has failed',
    },
    missed: {
      name: 'Missed',
      means: 'These texts were owed, and the time for sending them is over.',
      todo: 'They are not sent late. The next step of the plan goes out as always.',
      none: 'Nobody was missed',
    },
    undelivered: {
      name: 'Undelivered',
      means: 'These texts were sent, and the carrier could not deliver them.',
      todo: 'Ask for the right number. After two failures because of the number it is not tried again until it is corrected.',
      none: 'Every text arrived, as far as is known',
    },
    'dead-letter': {
      name: 'Stuck',
      means: 'The system tried several times and gave up. This work waits for whoever operates it.',
      todo: 'Tell whoever operates the system. What concerns sending has mostly been taken up again by itself; the list is empty once its queues are.',
      none: 'No work of the system is stuck',
    },
  },
  at: 'Time',
  worker: 'Worker',
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
  queue: 'Work',
  count: 'How many',
  hurt: 'What follows',
  queues: {
    'plan-run': 'Starting a run',
    'send-reminders': 'Sending reminders',
    'confirm-payments': 'Confirming payments by text',
    'record-delivery': 'Recording what the carrier says',
    tally: 'Counting renewals',
    'apply-plan': 'Bringing schedules to the plan',
    watchdog: 'Finding what was left',
    schedules: 'Times of the plan',
    'upkeep-schedules': 'Times of the upkeep',
  },
  hurts: {
    'plan-run': 'A time of the plan was missed; the audit takes it up within 15 minutes.',
    'send-reminders': 'Some workers are reminded late; the audit queues them again.',
    'confirm-payments': 'Workers whose group pays for them have not been told.',
    'record-delivery': 'It is not known which texts arrived, nor what they cost.',
    tally: 'The figures under Renewals are not complete; they have to be counted anew.',
    'apply-plan':
      'The times do not follow the plan; it is tried again every night at 02:30 in Jakarta.',
    watchdog: 'What stopped half-way was not taken up.',
    schedules: 'A time of the plan reached nobody; the audit takes it up within 15 minutes.',
    'upkeep-schedules':
      'The audit, the confirmations, or the nightly plan was not started in time.',
  },
};

export const attentionTexts = { id, en };

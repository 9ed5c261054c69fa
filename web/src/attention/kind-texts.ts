import type { AttentionKind } from '#flows/attention/attention-store';

/** Payments that need a person have a page of their own. */
export type ReminderKind = Exclude<AttentionKind, 'unmatched' | 'flagged'>;
type Kinds = Record<
  ReminderKind | 'dead-letter',
  Readonly<{ name: string; means: string; todo: string; none: string; noneMeans?: string }>
>;

const id: Kinds = {
  unknown: {
    name: 'Tidak diketahui',
    means:
      'SMS ini mungkin terkirim. SMS tidak dikirim ulang, supaya tidak ada yang menerimanya dua kali.',
    todo: 'Laporan operator masih dapat memastikannya. Bila tidak, hubungi peserta sebelum jatuh tempo.',
    none: 'Tidak ada SMS berstatus tidak diketahui',
    noneMeans:
      'Bila Pengiriman masih menyebut yang tidak diketahui, itu jumlah saat SMS dikirim. Sejak itu laporan operator sudah datang, atau seseorang sudah menanganinya.',
  },
  failed: {
    name: 'Gagal',
    means: 'SMS ini pasti tidak terkirim: ditolak penyedia, atau tidak dapat disusun.',
    todo: 'Periksa nomor HP di halaman peserta, atau teks tahapnya di jadwal.',
    none: 'Tidak ada SMS yang gagal',
    noneMeans:
      'Bila Pengiriman masih menyebut yang gagal, itu jumlah saat SMS dikirim. Sejak itu seseorang sudah menanganinya.',
  },
  missed: {
    name: 'Tidak sempat terkirim',
    means: 'SMS ini seharusnya dikirim, tetapi waktu kirimnya sudah lewat.',
    todo: 'SMS tidak dikirim terlambat. Tahap berikutnya dalam jadwal tetap berjalan. Satu baris untuk setiap bagian pengiriman, dengan jumlah pesertanya; siapa saja, tercatat di halaman pesertanya.',
    none: 'Tidak ada SMS yang tidak sempat terkirim',
  },
  undelivered: {
    name: 'Tidak sampai di HP',
    means: 'SMS ini terkirim, tetapi operator tidak dapat menyampaikannya.',
    todo: 'Tanyakan nomor yang benar. Setelah dua kali gagal karena nomornya, nomor itu tidak dicoba lagi sampai diperbaiki.',
    none: 'Sejauh diketahui, semua SMS sampai',
  },
  'dead-letter': {
    name: 'Tertahan di sistem',
    means:
      'Sistem sudah mencoba beberapa kali dan menyerah. Pekerjaan ini menunggu pengelola sistem.',
    todo: 'Beri tahu pengelola sistem. Yang menyangkut pengiriman biasanya sudah diulang sendiri oleh sistem; daftar ini kosong lagi setelah antreannya dikosongkan.',
    none: 'Tidak ada pekerjaan yang tertahan di sistem',
  },
};

const en: Kinds = {
  unknown: {
    name: 'Unknown',
    means:
      'These texts may have been sent. They are not sent again, so that nobody gets one twice.',
    todo: 'A receipt from the carrier can still resolve it. If none comes, call the worker before the due date.',
    none: 'What became of every text is known',
    noneMeans:
      'Where Runs still tells of unknown ones, that is how many there were when the texts were sent. Since then a receipt has come, or somebody has seen to them.',
  },
  failed: {
    name: 'Failed',
    means:
      'These texts were definitely not sent: the provider refused them, or they could not be composed.',
    todo: 'Check the phone number on the worker’s page, or the text of the step in the plan.',
    none: 'No text has failed',
    noneMeans:
      'Where Runs still tells of failed ones, that is how many there were when the texts were sent. Since then somebody has seen to them.',
  },
  missed: {
    name: 'Missed',
    means: 'These texts were owed, and the time for sending them is over.',
    todo: 'They are not sent late. The next step of the plan goes out as always. Each line is one part of a run, with how many workers it missed; each of them has it on their page.',
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
    means: 'The system tried several times and gave up. This work waits for the system’s operator.',
    todo: 'Tell the system’s operator. Sending has mostly been retried by itself; the list is empty once its queues are.',
    none: 'No work of the system is stuck',
  },
};

export const kindTexts = { id, en };

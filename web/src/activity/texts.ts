import type { AuditEntry } from '#flows/audit/audit-store';

type Outcomes = Record<AuditEntry['outcome'], Readonly<{ name: string; means: string }>>;

const id = {
  title: 'Aktivitas',
  description:
    'Siapa mengubah apa, dan siapa melihat data peserta. Catatan ini ditulis sebelum sesuatu dilakukan dan tidak dapat diubah.',
  on: (date: string) => `Aktivitas ${date}`,
  none: 'Tidak ada aktivitas pada tanggal ini',
  changesOnly: 'Sembunyikan aktivitas melihat data',
  noneShown: 'Bagian ini hanya berisi kegiatan melihat data',
  at: 'Waktu',
  who: 'Siapa',
  what: 'Apa',
  outcome: 'Hasil',
  more: (count: string) => `dan ${count} peserta lain`,
  plan: (version: string) => `Jadwal versi ${version}`,
  run: (date: string) => `Pengiriman ${date}`,
  outcomes: {
    begun: { name: 'Tidak pasti', means: 'Akhirnya tidak tercatat: mungkin sudah dilakukan.' },
    done: { name: 'Selesai', means: '' },
    refused: {
      name: 'Ditolak',
      means: 'Tidak diizinkan, tidak benar, atau datanya tidak ada; tidak ada yang berubah.',
    },
    failed: {
      name: 'Gagal',
      means:
        'Terjadi kesalahan di pihak kami: mungkin sebagian sudah dilakukan. Aman untuk mengulangnya.',
    },
  } satisfies Outcomes as Outcomes,
  forbidden: 'Perannya tidak boleh melakukan ini; tidak ada yang berubah.',
  unknownFields: (count: string) => `${count} isian yang tidak dikenal`,
  fields: { nik: 'NIK', workerId: 'ID peserta' },
};

const en: typeof id = {
  title: 'Activity',
  description:
    'Who changed what, and who looked at workers. It is written down before anything is done and cannot be changed.',
  on: (date) => `Activity of ${date}`,
  none: 'Nothing was done on this day',
  changesOnly: 'Hide views',
  noneShown: 'This part holds views only',
  at: 'Time',
  who: 'Who',
  what: 'What',
  outcome: 'Outcome',
  more: (count) => `and ${count} more ${count === '1' ? 'worker' : 'workers'}`,
  plan: (version) => `Plan version ${version}`,
  run: (date) => `Runs of ${date}`,
  outcomes: {
    begun: { name: 'Not certain', means: 'Its end was not written down: it may have been done.' },
    done: { name: 'Done', means: '' },
    refused: { name: 'Refused', means: 'Not allowed, not right, or not there; nothing changed.' },
    failed: {
      name: 'Failed',
      means:
        'Something went wrong on our side: it may have been done in part. Doing it again is safe.',
    },
  },
  forbidden: 'Their role may not do this; nothing changed.',
  unknownFields: (count) => `${count} unknown ${count === '1' ? 'field' : 'fields'}`,
  fields: { nik: 'the NIK', workerId: 'the worker id' },
};

export const activityTexts = { id, en };

import type { AuditEntry } from '#flows/audit/audit-store';
import type { Route, routes } from '#triggers';

type Audited = Extract<(typeof routes)[number], { audited: true }>;
type CallOf<R> = R extends Route ? `${R['method']} ${R['path']}` : never;
/** Every call in the audit log; one without a sentence does not compile. */
export type AuditedCall = CallOf<Audited>;

/** What a sentence is made of; `sent` are the names of the fields that were sent, in words. */
type Said = Readonly<{
  sent: string;
  on: Readonly<Record<string, string>>;
  month: (month: string) => string;
}>;
type Sentences = Record<AuditedCall, (said: Said) => string>;

/** What the call recorded about its outcome; `count` reads one of its numbers. */
type Trail = Readonly<{
  isDry: boolean;
  isPending: boolean;
  count: (name: string) => string;
  text: (name: string) => string;
}>;
type Trails = Partial<Record<AuditedCall, (trail: Trail) => string>>;

type Outcomes = Record<AuditEntry['outcome'], Readonly<{ name: string; means: string }>>;

const settledKinds: Readonly<Record<'id' | 'en', Readonly<Record<string, string>>>> = {
  id: {
    unknown: 'SMS yang tidak diketahui',
    failed: 'SMS yang gagal',
    missed: 'SMS yang terlewat',
    undelivered: 'SMS yang tidak diterima',
    flagged: 'Pembayaran yang ditandai',
  },
  en: {
    unknown: 'Unknown text',
    failed: 'Failed text',
    missed: 'Missed text',
    undelivered: 'Undelivered text',
    flagged: 'Flagged payment',
  },
};

/** Without the time in front: `bank P-2`, or the worker, month and step of a text. */
const idIn = (id: string): string => id.split('#').slice(1).join(' ');

const id = {
  title: 'Aktivitas',
  description:
    'Siapa mengubah apa, dan siapa melihat data peserta. Catatan ini ditulis sebelum sesuatu dilakukan dan tidak dapat diubah.',
  on: (date: string) => `Aktivitas ${date}`,
  none: 'Tidak ada aktivitas pada tanggal ini',
  changesOnly: 'Sembunyikan yang hanya melihat',
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
    failed: { name: 'Gagal', means: 'Terjadi kesalahan di pihak kami; mungkin perlu diulang.' },
  } satisfies Outcomes as Outcomes,
  calls: {
    'POST /api/workers/import': () => 'Mengirim file peserta',
    'POST /api/workers/find': ({ sent }) => `Mencari peserta menurut ${sent}`,
    'GET /api/workers': () => 'Melihat daftar peserta yang belum membayar',
    'GET /api/workers/{id}': () => 'Melihat data seorang peserta',
    'PATCH /api/workers/{id}': ({ sent }) => `Mengubah data seorang peserta: ${sent}`,
    'DELETE /api/workers/{id}': () => 'Menghapus seorang peserta dengan seluruh datanya',
    'POST /api/workers/{id}/stop': () => 'Menghentikan SMS ke seorang peserta',
    'DELETE /api/workers/{id}/stop': () => 'Mengizinkan lagi SMS ke seorang peserta',
    'PUT /api/plan': () => 'Mengubah jadwal pengingat',
    'POST /api/plan/restore': () => 'Mengembalikan jadwal lama',
    'POST /api/plan/approve': () => 'Menyetujui perubahan jadwal',
    'POST /api/plan/pause': () => 'Menjeda semua pengingat',
    'POST /api/plan/resume': () => 'Melanjutkan pengingat',
    'POST /api/plan/test': () => 'Mengirim satu SMS contoh ke nomor uji coba',
    'POST /api/attention/resolve': () => 'Menandai sudah ditangani',
    'POST /api/runs/{runId}/retry': () => 'Melanjutkan pengiriman yang belum selesai',
    'GET /api/renewals/{month}/cycles': ({ on, month }) =>
      `Melihat peserta di balik angka perpanjangan ${month(on.month ?? '')}`,
    'POST /api/payments/import': () => 'Mengirim file pembayaran',
    'POST /api/payments/{channel}/{reference}/reverse': ({ on }) =>
      `Membatalkan pembayaran ${on.channel} ${on.reference}`,
    'POST /api/payments/{channel}/{reference}/match': ({ on }) =>
      `Memasangkan pembayaran ${on.channel} ${on.reference} dengan pesertanya`,
  } satisfies Sentences as Sentences,
  trails: {
    'POST /api/workers/import': ({ isDry, count }) =>
      `${isDry ? 'Hanya diperiksa' : 'Diimpor'}: ${count('created')} baru, ${count('updated')} diperbarui, ${count('unchanged')} tetap, ${count('rejected')} ditolak, ${count('conflicts')} bertentangan`,
    'POST /api/workers/find': ({ count }) => `${count('found')} ditemukan`,
    'PUT /api/plan': ({ isPending, count }) =>
      isPending
        ? `Versi ${count('after')} diusulkan sebagai pengganti versi ${count('before')}`
        : `Versi ${count('before')} diganti dengan versi ${count('after')}`,
    'POST /api/plan/restore': ({ isPending, count }) =>
      `${isPending ? 'Diusulkan' : 'Berlaku'} sebagai versi ${count('after')} menggantikan versi ${count('before')}`,
    'POST /api/plan/approve': ({ count }) =>
      `Versi ${count('before')} diganti dengan versi ${count('after')}`,
    'POST /api/attention/resolve': ({ text }) =>
      `${settledKinds.id[text('kind')] ?? text('kind')}: ${idIn(text('id'))}`,
    'POST /api/payments/import': ({ isDry, count }) =>
      `${isDry ? 'Hanya diperiksa' : 'Diimpor'}: ${count('recorded')} baru, ${count('alreadyRecorded')} sudah ada, ${count('unmatched')} tanpa peserta, ${count('rejected')} ditolak, ${count('conflicts')} bertentangan`,
  } satisfies Trails as Trails,
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
  more: (count) => `and ${count} more workers`,
  plan: (version) => `Plan version ${version}`,
  run: (date) => `Runs of ${date}`,
  outcomes: {
    begun: { name: 'Not certain', means: 'Its end was not written down: it may have been done.' },
    done: { name: 'Done', means: '' },
    refused: { name: 'Refused', means: 'Not allowed, not right, or not there; nothing changed.' },
    failed: {
      name: 'Failed',
      means: 'Something went wrong on our side; it may have to be done again.',
    },
  },
  calls: {
    'POST /api/workers/import': () => 'Sent a file of workers',
    'POST /api/workers/find': ({ sent }) => `Looked for a worker by ${sent}`,
    'GET /api/workers': () => 'Looked at the list of workers who have not paid',
    'GET /api/workers/{id}': () => 'Looked at a worker',
    'PATCH /api/workers/{id}': ({ sent }) => `Corrected a worker: ${sent}`,
    'DELETE /api/workers/{id}': () => 'Erased a worker with everything kept about them',
    'POST /api/workers/{id}/stop': () => 'Stopped texts to a worker',
    'DELETE /api/workers/{id}/stop': () => 'Allowed texts to a worker again',
    'PUT /api/plan': () => 'Changed the plan',
    'POST /api/plan/restore': () => 'Brought an old plan back',
    'POST /api/plan/approve': () => 'Approved a change of the plan',
    'POST /api/plan/pause': () => 'Paused all reminders',
    'POST /api/plan/resume': () => 'Resumed reminders',
    'POST /api/plan/test': () => 'Sent one sample text to a trial phone',
    'POST /api/attention/resolve': () => 'Marked as done what needed a person',
    'POST /api/runs/{runId}/retry': () => 'Continued a run that was not finished',
    'GET /api/renewals/{month}/cycles': ({ on, month }) =>
      `Looked at the workers behind the renewals of ${month(on.month ?? '')}`,
    'POST /api/payments/import': () => 'Sent a file of payments',
    'POST /api/payments/{channel}/{reference}/reverse': ({ on }) =>
      `Reversed payment ${on.channel} ${on.reference}`,
    'POST /api/payments/{channel}/{reference}/match': ({ on }) =>
      `Matched payment ${on.channel} ${on.reference} with its worker`,
  },
  trails: {
    'POST /api/workers/import': ({ isDry, count }) =>
      `${isDry ? 'Only checked' : 'Imported'}: ${count('created')} new, ${count('updated')} updated, ${count('unchanged')} unchanged, ${count('rejected')} rejected, ${count('conflicts')} in conflict`,
    'POST /api/workers/find': ({ count }) => `${count('found')} found`,
    'PUT /api/plan': ({ isPending, count }) =>
      isPending
        ? `Version ${count('after')} is proposed in place of version ${count('before')}`
        : `Version ${count('after')} took the place of version ${count('before')}`,
    'POST /api/plan/restore': ({ isPending, count }) =>
      `${isPending ? 'Proposed' : 'In force'} as version ${count('after')} in place of version ${count('before')}`,
    'POST /api/plan/approve': ({ count }) =>
      `Version ${count('after')} took the place of version ${count('before')}`,
    'POST /api/attention/resolve': ({ text }) =>
      `${settledKinds.en[text('kind')] ?? text('kind')}: ${idIn(text('id'))}`,
    'POST /api/payments/import': ({ isDry, count }) =>
      `${isDry ? 'Only checked' : 'Imported'}: ${count('recorded')} new, ${count('alreadyRecorded')} known already, ${count('unmatched')} unmatched, ${count('rejected')} rejected, ${count('conflicts')} in conflict`,
  },
  fields: { nik: 'the NIK', workerId: 'the worker id' },
};

export const activityTexts = { id, en };

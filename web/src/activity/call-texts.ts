import type { Route, routes } from '#triggers';

type Audited = Extract<(typeof routes)[number], { audited: string }>;
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

const id: Sentences = {
  'POST /api/workers/import': () => 'Mengirim file peserta',
  'POST /api/workers/find': ({ sent }) => `Mencari peserta menurut ${sent}`,
  'GET /api/workers': () => 'Melihat daftar peserta yang belum membayar',
  'GET /api/workers.csv': () => 'Mengunduh daftar peserta yang belum membayar',
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
  'POST /api/plan/test': () => 'Mengirim satu SMS contoh ke nomor penerima contoh',
  'POST /api/plan/preview': () => 'Melihat SMS seorang peserta menurut sebuah jadwal',
  'GET /api/audit': () => 'Melihat daftar aktivitas',
  'GET /api/attention': () => 'Melihat daftar yang perlu ditangani',
  'POST /api/attention/resolve': () => 'Menandai sudah ditangani',
  'POST /api/attention/restore': () => 'Mengembalikan ke daftar yang perlu ditangani',
  'POST /api/runs/{runId}/retry': () => 'Melanjutkan pengiriman yang belum selesai',
  'POST /api/runs/release': () => 'Mengirim sisa SMS yang ditahan',
  'GET /api/renewals/{month}/cycles': ({ on, month }) =>
    `Melihat rincian peserta perpanjangan ${month(on.month ?? '')}`,
  'GET /api/payments': () => 'Melihat daftar pembayaran',
  'GET /api/payments.csv': () => 'Mengunduh daftar pembayaran',
  'POST /api/payments/import': () => 'Mengirim file pembayaran',
  'POST /api/payments/reverse': () => 'Membatalkan sebuah pembayaran',
  'POST /api/payments/match': () => 'Memasangkan sebuah pembayaran dengan pesertanya',
  'POST /api/closings': ({ on, month }) => `Menutup buku ${month(on.month ?? '')}`,
  'GET /api/closings': () => 'Melihat daftar bulan yang ditutup',
  'GET /api/closings/{month}': ({ on, month }) => `Melihat penutupan ${month(on.month ?? '')}`,
  'GET /api/closings/{month}/csv': ({ on, month }) =>
    `Mengunduh penutupan ${month(on.month ?? '')}`,
  'POST /api/imports': () => 'Memulai impor sebuah file',
  'POST /api/imports/{importId}/apply': () => 'Menerapkan impor yang sudah diuji coba',
};

const en: Sentences = {
  'POST /api/workers/import': () => 'Sent a file of workers',
  'POST /api/workers/find': ({ sent }) => `Looked for a worker by ${sent}`,
  'GET /api/workers': () => 'Looked at the list of workers who have not paid',
  'GET /api/workers.csv': () => 'Downloaded the list of workers who have not paid',
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
  'POST /api/plan/test': () => 'Sent one sample text to a phone for samples',
  'POST /api/plan/preview': () => 'Looked at what a worker would be sent under a plan',
  'GET /api/audit': () => 'Looked at the activity of a day',
  'GET /api/attention': () => 'Looked at the list of what needs a person',
  'POST /api/attention/resolve': () => 'Marked as done what needed a person',
  'POST /api/attention/restore': () => 'Put back on the list what needs a person',
  'POST /api/runs/{runId}/retry': () => 'Continued a run that was not finished',
  'POST /api/runs/release': () => 'Sent the rest of the texts that were held',
  'GET /api/renewals/{month}/cycles': ({ on, month }) =>
    `Looked at the workers behind the renewals of ${month(on.month ?? '')}`,
  'GET /api/payments': () => 'Looked at the list of payments',
  'GET /api/payments.csv': () => 'Downloaded the list of payments',
  'POST /api/payments/import': () => 'Sent a file of payments',
  'POST /api/payments/reverse': () => 'Reversed a payment',
  'POST /api/payments/match': () => 'Matched a payment with its worker',
  'POST /api/closings': ({ on, month }) => `Closed the books of ${month(on.month ?? '')}`,
  'GET /api/closings': () => 'Looked at the months that are closed',
  'GET /api/closings/{month}': ({ on, month }) =>
    `Looked at the closing of ${month(on.month ?? '')}`,
  'GET /api/closings/{month}/csv': ({ on, month }) =>
    `Downloaded the closing of ${month(on.month ?? '')}`,
  'POST /api/imports': () => 'Began to import a file',
  'POST /api/imports/{importId}/apply': () => 'Applied an import that had been tried',
};

export const callTexts = { id, en };

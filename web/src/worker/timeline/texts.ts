const id = {
  title: 'Riwayat SMS dan pembayaran',
  label: 'Riwayat peserta, yang terbaru lebih dulu',
  none: 'Belum ada riwayat',
  noneText:
    'Peserta ini belum pernah masuk jadwal pengingat, belum membayar, dan datanya belum pernah diubah.',
  plan: (version: string) => `jadwal versi ${version}`,
  by: (who: string) => `oleh ${who}`,
  stopped: 'penghentian SMS',
  notAsSent:
    'Ditulis ulang dari data sekarang: setelah SMS ini dikirim, data peserta atau sistem berubah, jadi kata-katanya dapat berbeda.',
};

const en: typeof id = {
  title: 'Timeline: why texted, or not',
  label: 'What happened to this worker, newest first',
  none: 'Nothing has happened yet',
  noneText:
    'No reminder has been due for this worker, and they have neither paid nor been changed.',
  plan: (version) => `plan version ${version}`,
  by: (who) => `by ${who}`,
  stopped: 'the stop of texts',
  notAsSent:
    'Written again from today’s data: the worker’s data or the system have changed since, so the words may differ from those that left.',
};

export const timelineTexts = { id, en };

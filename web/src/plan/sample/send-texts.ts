import type { Sampled } from '#flows/messages/send-sample';

const id = {
  title: 'Kirim contoh',
  means:
    'SMS sungguhan dengan data rekaan, berisi teks seperti yang tampil di halaman ini, sudah disimpan atau belum. SMS untuk peserta tidak terpengaruh.',
  noPhones: 'Belum ada nomor penerima contoh.',
  toSettings: 'Tambahkan di Pengaturan',
  step: 'Tahap',
  language: 'Bahasa',
  phone: 'Nomor HP',
  send: 'Kirim contoh',
  failed: 'Contoh tidak terkirim',
  outcome: {
    sent: 'Contoh terkirim',
    refused: 'Contoh ditolak',
    'try-later': 'Contoh tidak terkirim: coba sebentar lagi',
    unknown: 'Contoh mungkin terkirim',
  } satisfies Record<Sampled['status'], string>,
};

const en: typeof id = {
  title: 'Send a sample',
  means:
    'A real SMS with made-up facts and the text as it stands on this page, saved or not. Texts to workers go on as usual.',
  noPhones: 'There is no phone for samples yet.',
  toSettings: 'Add one under Settings',
  step: 'Step',
  language: 'Language',
  phone: 'Phone',
  send: 'Send sample',
  failed: 'The sample was not sent',
  outcome: {
    sent: 'The sample was sent',
    refused: 'The sample was refused',
    'try-later': 'The sample was not sent: try again in a moment',
    unknown: 'The sample may have been sent',
  },
};

export const sendTexts = { id, en };

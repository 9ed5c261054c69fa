import type { Sampled } from '#flows/messages/send-sample';

const id = {
  title: 'Kirim contoh',
  means: 'SMS sungguhan dengan data rekaan, dari jadwal yang berlaku (bukan dari draf).',
  noPhones:
    'Pilih “Hanya nomor uji coba” di atas, tambahkan nomor, lalu simpan. Selama itu peserta lain tidak menerima SMS.',
  step: 'Langkah',
  language: 'Bahasa',
  phone: 'Nomor HP',
  send: 'Kirim contoh',
  failed: 'Contoh tidak terkirim',
  atNight: (from: string, to: string) =>
    `Sekarang jam tenang, ${from} sampai ${to} WIB. Coba lagi setelah itu.`,
  outcome: {
    sent: 'Contoh terkirim',
    refused: 'Contoh ditolak',
    'try-later': 'Contoh tidak terkirim: coba sebentar lagi',
    unknown: 'Contoh mungkin terkirim',
  } satisfies Record<Sampled['status'], string>,
};

const en: typeof id = {
  title: 'Send a sample',
  means: 'A real SMS with made-up facts, of the plan in force (not of the draft).',
  noPhones:
    'Choose “Trial phones only” above, add a phone, then save. Until you change that back, no other worker gets a text.',
  step: 'Step',
  language: 'Language',
  phone: 'Phone',
  send: 'Send sample',
  failed: 'The sample was not sent',
  atNight: (from, to) => `It is quiet hours now, ${from} to ${to} WIB. Try again after that.`,
  outcome: {
    sent: 'The sample was sent',
    refused: 'The sample was refused',
    'try-later': 'The sample was not sent: try again in a moment',
    unknown: 'The sample may have been sent',
  },
};

export const sendTexts = { id, en };

import type { SettingsView } from '#flows/plan/show-settings';

const id = {
  title: 'Konfigurasi sistem',
  means: 'Hanya untuk dibaca. Pengelola sistem dapat mengubahnya.',
  lapse: 'Kepesertaan nonaktif',
  months: (months: string) => `${months} bulan setelah bulan terakhir yang dibayar`,
  reactivation: 'Agar aktif kembali, peserta membayar',
  reactivations: {
    resume: 'Bulan berjalan saja',
    'settle-arrears': 'Tunggakan tiga bulan terakhir',
  } satisfies Record<SettingsView['reactivation'], string>,
  jointLeave: 'Cuti bersama mengundurkan jatuh tempo',
  price: 'Harga per bagian SMS',
  maxPrice: 'Harga tertinggi per bagian SMS; yang lebih mahal tidak dikirim',
  rate: 'Kurs US$1',
  partsPerSecond: 'Bagian SMS per detik, paling banyak',
  senderId: 'Nama pengirim',
  noSenderId: 'Bawaan operator',
  approval: 'Perubahan tahap dan teks disetujui admin kedua',
  yes: 'Ya',
  no: 'Tidak',
};

const en: typeof id = {
  title: 'Set at deployment',
  means: 'For reading only. Whoever deploys Ingat can change it.',
  lapse: 'Membership lapses',
  months: (months) =>
    `${months === '1' ? '1 month' : `${months} months`} after the last paid month`,
  reactivation: 'To be active again, a worker pays',
  reactivations: {
    resume: 'The current month only',
    'settle-arrears': 'The last three months owed',
  },
  jointLeave: 'Joint leave moves due dates',
  price: 'Price of an SMS part',
  maxPrice: 'Highest price of an SMS part; a dearer one is not sent',
  rate: 'Rate of US$1',
  partsPerSecond: 'SMS parts a second at most',
  senderId: 'Sender ID',
  noSenderId: "The carrier's own",
  approval: 'A second admin approves changes of steps and texts',
  yes: 'Yes',
  no: 'No',
};

export const deploymentTexts = { id, en };

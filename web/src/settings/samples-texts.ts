const id = {
  title: 'Nomor penerima contoh',
  means:
    'HP kantor yang dapat menerima contoh SMS, paling banyak sepuluh. SMS untuk peserta tidak terpengaruh.',
  toPlan: 'Contoh dikirim dari Jadwal pengingat.',
  add: 'Tambah nomor penerima contoh',
  field: 'Nomor HP penerima contoh',
  remove: (phone: string) => `Hapus ${phone}`,
  none: 'Belum ada nomor: contoh belum dapat dikirim.',
};

const en: typeof id = {
  title: 'Phones for samples',
  means: 'Phones of the office that may get samples, ten at most. Texts to workers go on as usual.',
  toPlan: 'Samples are sent from the Plan page.',
  add: 'Add a phone for samples',
  field: 'Phone for samples',
  remove: (phone) => `Remove ${phone}`,
  none: 'There is no phone yet: no sample can be sent.',
};

export const samplesTexts = { id, en };

const id = {
  title: 'Uji coba',
  means: 'Coba dahulu pada beberapa nomor sebelum semua peserta di-SMS.',
  everybody: 'Semua peserta',
  listed: 'Hanya nomor uji coba',
  listedMeans: 'Peserta lain tidak menerima SMS apa pun.',
  leaving: 'Setelah disimpan, SMS kembali dikirim ke semua peserta.',
  phones: 'Nomor uji coba',
  phone: 'Nomor HP',
  add: 'Tambah nomor',
  remove: (phone: string) => `Hapus ${phone}`,
  nobody: 'Belum ada nomor: tidak ada yang menerima SMS.',
  isOn: 'Uji coba',
  isOnText: (phones: number) =>
    `SMS hanya dikirim ke ${phones} nomor uji coba, tidak ke peserta lain.`,
};

const en: typeof id = {
  title: 'Trial',
  means: 'Try it out on a few phones before all workers are texted.',
  everybody: 'All workers',
  listed: 'Trial phones only',
  listedMeans: 'No other worker gets any text.',
  leaving: 'Once this is saved, texts go to all workers again.',
  phones: 'Trial phones',
  phone: 'Phone',
  add: 'Add phone',
  remove: (phone) => `Remove ${phone}`,
  nobody: 'There is no phone: nobody gets a text.',
  isOn: 'Trial',
  isOnText: (phones) =>
    `Texts go to ${phones === 1 ? '1 trial phone' : `${phones} trial phones`} only, and to no other worker.`,
};

export const trialTexts = { id, en };

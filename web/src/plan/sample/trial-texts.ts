const id = {
  title: 'Uji coba',
  means:
    'Untuk percobaan terbatas: SMS pengingat hanya ke beberapa peserta. Untuk mencoba satu teks, gunakan Kirim contoh.',
  everybody: 'Semua peserta',
  listed: 'Hanya nomor uji coba',
  listedMeans: 'Peserta lain tidak menerima SMS selama uji coba.',
  leaving:
    'Setelah disimpan, SMS kembali dikirim ke semua peserta, juga yang tertahan dan belum melewati batas waktunya.',
  phones: 'Nomor uji coba',
  phone: 'Nomor HP',
  add: 'Tambah nomor',
  remove: (phone: string) => `Hapus ${phone}`,
  nobody: 'Belum ada nomor: tidak ada yang menerima SMS.',
  isOn: 'Uji coba',
  isOnText: (phones: number) =>
    `SMS hanya dikirim ke ${phones} nomor uji coba, tidak ke peserta lain.`,
  untilOff: (days: number) => {
    const until = days === 0 ? 'pada hari yang sama' : `dalam ${days} hari`;
    return `SMS yang tertahan dikirim bila uji coba diakhiri ${until}; selebihnya hangus.`;
  },
};

const en: typeof id = {
  title: 'Trial',
  means: 'For a pilot: reminders go to a few workers only. To try one text, send a sample instead.',
  everybody: 'All workers',
  listed: 'Trial phones only',
  listedMeans: 'No other worker gets any text while the trial lasts.',
  leaving:
    'Once this is saved, texts go to all workers again, also those that were withheld and whose time has not run out.',
  phones: 'Trial phones',
  phone: 'Phone',
  add: 'Add phone',
  remove: (phone) => `Remove ${phone}`,
  nobody: 'There is no phone: nobody gets a text.',
  isOn: 'Trial',
  isOnText: (phones) => {
    const few = phones === 1 ? '1 trial phone' : `${phones} trial phones`;
    return `Texts go to ${few} only, and to no other worker.`;
  },
  untilOff: (days) => {
    const within = days === 1 ? 'within a day' : `within ${days} days`;
    const until = days === 0 ? 'on the same day' : within;
    return `What is withheld leaves if the trial ends ${until}; the rest is lost.`;
  },
};

export const trialTexts = { id, en };

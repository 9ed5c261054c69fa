const id = {
  title: 'Uji coba',
  means:
    'Untuk percobaan terbatas: SMS pengingat hanya ke beberapa peserta. Untuk mencoba satu teks, gunakan Kirim contoh.',
  everybody: 'Semua peserta',
  listed: 'Hanya nomor uji coba',
  listedMeans:
    'Peserta lain tidak menerima SMS. Yang jatuh waktunya selama itu hangus, tidak dikirim lagi.',
  leaving: 'Setelah disimpan, SMS kembali dikirim ke semua peserta.',
  phones: 'Nomor uji coba',
  phone: 'Nomor HP',
  add: 'Tambah nomor',
  remove: (phone: string) => `Hapus ${phone}`,
  nobody: 'Belum ada nomor: tidak ada yang menerima SMS.',
  isOn: 'Uji coba',
  isOnText: (phones: number) =>
    `SMS hanya dikirim ke ${phones} nomor uji coba. SMS peserta lain yang jatuh waktunya selama itu hangus, tidak dikirim lagi.`,
};

const en: typeof id = {
  title: 'Trial',
  means: 'For a pilot: reminders go to a few workers only. To try one text, send a sample instead.',
  everybody: 'All workers',
  listed: 'Trial phones only',
  listedMeans: 'No other worker gets a text. What falls due meanwhile is lost for good.',
  leaving: 'Once this is saved, texts go to all workers again.',
  phones: 'Trial phones',
  phone: 'Phone',
  add: 'Add phone',
  remove: (phone) => `Remove ${phone}`,
  nobody: 'There is no phone: nobody gets a text.',
  isOn: 'Trial',
  isOnText: (phones) =>
    `Texts go to ${phones === 1 ? '1 trial phone' : `${phones} trial phones`} only. What falls due for other workers meanwhile is lost for good.`,
};

export const trialTexts = { id, en };

const id = {
  title: 'SMS',
  gets: { head: 'Mendapat SMS pengingat', means: 'Bila iuran belum dibayar' },
  not: 'Tidak mendapat SMS',
  because: {
    ended: 'Kepesertaan sudah berakhir',
    'government-paid': 'Iuran dibayar pemerintah',
    stopped: 'Peserta meminta SMS dihentikan',
    'no-phone': 'Nomor HP tidak ada',
    'dead-number':
      'Dua SMS terakhir gagal karena nomornya: tidak ada SMS lagi sampai nomor HP dibetulkan',
    'not-on-list': 'Selama uji coba, SMS hanya untuk nomor di daftar',
    'held-out': 'Kelompok pembanding, dan tidak ada tahap untuk mereka',
    paused: 'Semua SMS sedang dijeda',
    budget: 'Anggaran SMS bulan ini habis',
  },
  next: (date: string, time: string) => `Berikutnya: ${date}, pukul ${time}`,
  tooLong: 'Teksnya tidak dapat dikirim kepada peserta ini: terlalu panjang atau tidak lengkap.',
  paidByCredit: 'Tidak ada SMS berikutnya: saldonya cukup untuk bulan yang harus dibayar.',
  noneLeft: {
    head: 'Tidak ada SMS lagi',
    means: 'Semua tahap untuk bulan yang pertama belum dibayar sudah lewat',
  },
  until: (date: string) => `Peserta meminta tanpa SMS sebelum ${date}`,
  heldOut: {
    head: 'Kelompok pembanding',
    means:
      'Untuk bulan ini dipilih acak: hanya mendapat pengingat terakhir, supaya dampak SMS dapat diukur',
  },
  phoneFailures: (count: string) => ({
    head: 'Periksa nomor HP',
    means: `${count} SMS terakhir gagal karena nomornya`,
  }),
};

const en: typeof id = {
  title: 'Texts',
  gets: { head: 'Gets reminders', means: 'While a month is unpaid' },
  not: 'Gets no reminders',
  because: {
    ended: 'Their membership has ended',
    'government-paid': 'The government pays for them',
    stopped: 'They asked for no more texts',
    'no-phone': 'There is no phone',
    'dead-number':
      'The last two texts failed because of the number: no more are sent until it is corrected',
    'not-on-list': 'While this is tried out, only numbers on the list are texted',
    'held-out': 'Held out, and no step is for those',
    paused: 'All texts are paused',
    budget: 'This month’s budget for texts is used up',
  },
  next: (date, time) => `Next: ${date}, at ${time}`,
  tooLong: 'The text can not be sent to this worker: it is too long or not complete.',
  paidByCredit: 'No text is next: credit pays for the month owed.',
  noneLeft: {
    head: 'No more texts',
    means: 'All steps about the first unpaid month have passed',
  },
  until: (date) => `They asked for no texts before ${date}`,
  heldOut: {
    head: 'Held out',
    means:
      'Drawn by lot this month: gets only the last call, so that the effect of the texts can be measured',
  },
  phoneFailures: (count) => ({
    head: 'Check the phone',
    means: `The last ${count} texts failed because of the number`,
  }),
};

export const textingTexts = { id, en };

const id = {
  title: (month: string) => `Bulan final terakhir: ${month}`,
  description: 'Angka yang tidak akan berubah lagi, dibandingkan dengan bulan sebelumnya.',
  none: {
    title: 'Belum ada bulan yang final',
    toCome: (month: string, date: string) =>
      `Yang pertama adalah ${month}, pada ${date}: tiga hari setelah peserta yang belum membayar menjadi nonaktif. Sebelum itu angkanya masih berubah.`,
    noMonth:
      'Belum ada bulan iuran yang seluruhnya tercatat di antara bulan-bulan ini. Yang pertama adalah bulan setelah daftar peserta pertama diimpor.',
  },
  rate: 'Tingkat perpanjangan',
  members: 'Peserta pada akhir bulan',
  money: 'Iuran diterima',
  worth: 'Hasil bersih pengingat',
  ofDue: (paid: string, due: string) => `${paid} dari ${due} yang wajib bayar`,
  ofMoney: (due: string) => `dari ${due} yang ditagih`,
  ofWorth: (spend: string, brings: string) => `biaya SMS ${spend}, tambahan iuran ${brings}`,
  points: (points: string) => `${points} poin`,
  change: (change: string, month: string) => `${change} dari ${month}`,
  same: (month: string) => `sama dengan ${month}`,
  noBefore: 'belum ada bulan pembanding',
  breakEven: {
    told: (month: string, needed: string, points: string, low: string, high: string) =>
      `Agar biayanya kembali dari iuran ${month} saja, SMS harus menambah ${needed} poin perpanjangan. Yang terlihat ${points} poin, selang 95% ${low} sampai ${high}.`,
    why: (month: string, needed: string) =>
      `Agar biayanya kembali dari iuran ${month} saja, SMS harus menambah ${needed} poin perpanjangan.`,
  },
  steps: {
    title: (month: string) => `Per tahap, iuran ${month}`,
    step: 'Tahap',
    sent: 'Terkirim',
    spend: 'Biaya',
    breakEven: 'Impas pada',
    points: (points: string) => `${points} poin`,
    together: 'Semua tahap',
  },
};

const en: typeof id = {
  title: (month) => `Last final month: ${month}`,
  description: 'Figures that do not change any more, beside those of the month before.',
  none: {
    title: 'No month is final yet',
    toCome: (month, date) =>
      `The first will be ${month}, on ${date}: three days after unpaid membership lapses. Until then its figures still change.`,
    noMonth:
      'None of these months was recorded from its beginning. The first is the month after the first roster was imported.',
  },
  rate: 'Renewal rate',
  members: 'Members at the end of the month',
  money: 'Contributions received',
  worth: 'Net result of reminding',
  ofDue: (paid, due) => `${paid} of ${due} who were due`,
  ofMoney: (due) => `of ${due} due`,
  ofWorth: (spend, brings) => `texts cost ${spend}, extra contribution ${brings}`,
  points: (points) => `${points} points`,
  change: (change, month) => `${change} since ${month}`,
  same: (month) => `as in ${month}`,
  noBefore: 'no month to compare with yet',
  breakEven: {
    told: (month, needed, points, low, high) =>
      `To earn back their cost from the contribution for ${month} alone, the texts had to add ${needed} points of renewals. Seen were ${points} points, 95% interval ${low} to ${high}.`,
    why: (month, needed) =>
      `To earn back their cost from the contribution for ${month} alone, the texts had to add ${needed} points of renewals.`,
  },
  steps: {
    title: (month) => `By step, ${month}`,
    step: 'Step',
    sent: 'Sent',
    spend: 'Cost',
    breakEven: 'Breaks even at',
    points: (points) => `${points} points`,
    together: 'All steps',
  },
};

export const summaryTexts = { id, en };

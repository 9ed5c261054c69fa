const id = {
  title: 'Manfaat dalam jangka panjang',
  description:
    'Peserta yang membayar berkat SMS sering tetap membayar bulan-bulan berikutnya. Di sini semua bulan yang dibayar dihitung, bukan hanya bulan yang diingatkan.',
  axis: 'Bulan iuran lebih banyak yang dibayar, per 1.000 peserta yang diingatkan',
  horizon: (months: string) => `Dalam ${months} bulan`,
  told: (months: string, more: string, low: string, high: string) =>
    `Dalam ${months} bulan: ${more} bulan iuran, selang 95% ${low} sampai ${high}`,
  inWords: (months: string, difference: string, isMore: boolean) =>
    `Dalam ${months} bulan, 1.000 peserta yang diingatkan untuk satu bulan membayar ${difference} bulan iuran lebih ${isMore ? 'banyak' : 'sedikit'} daripada 1.000 peserta yang tidak diingatkan.`,
  certain: {
    more: 'Ini bukan kebetulan: seluruh selang di atas nol.',
    fewer: 'Yang diingatkan justru membayar lebih sedikit: seluruh selang di bawah nol.',
    unknown: 'Belum terbukti: selang mencakup nol, jadi selisih ini bisa saja kebetulan.',
  },
  none: 'Belum ada bulan yang dapat diikuti selama itu',
  from: (month: string, date: string) =>
    `Yang pertama diketahui: iuran ${month}, pada ${date}, ketika tiga bulan pertamanya tidak dapat dibayar lagi.`,
  noMonth: 'Hanya bulan yang seluruhnya tercatat yang dapat diikuti.',
  in: (months: string) => `${months} bulan`,
  knownOn: (date: string) => `diketahui pada ${date}`,
  partial: 'bulan sebagian',
  noArm: 'tidak ada pembanding',
  to: (low: string, high: string) => `${low} sampai ${high}`,
  cost: 'Biaya per bulan tambahan',
  ofContribution: (contribution: string, months: string) =>
    `untuk iuran ${contribution} (${months} bulan)`,
  breakEven: 'Impas pada',
  onOne: (points: string) => `${points} poin dari sebulan`,
  onKept: (points: string, months: string) => `${points} poin dari ${months} bulan`,
  seen: (points: string, low: string, high: string) => `terlihat ${points} (${low} sampai ${high})`,
  tenure: {
    title: (month: string) => `Menurut lama jadi peserta, iuran ${month}`,
    description:
      'Siapa yang paling tergerak oleh SMS: selisih perpanjangan sampai tanggal nonaktif, dengan selang 95%.',
    axis: 'Selisih, poin persen',
    value: 'Lama jadi peserta',
    points: 'Selisih, poin',
    breakEven: 'Impas pada, poin',
    none: (month: string) => `Untuk iuran ${month} belum ada yang dapat dibandingkan`,
    small: 'Kelompok kecil punya selang lebar: jangan simpulkan dari titiknya saja.',
  },
};

const en: typeof id = {
  title: 'What reminding is worth in the long run',
  description:
    'Workers who pay because of a text often go on paying. Here all months that were paid are counted, not only the one they were reminded of.',
  axis: 'More months paid, per 1,000 workers reminded',
  horizon: (months) => `Within ${months} months`,
  told: (months, more, low, high) =>
    `Within ${months} months: ${more} months paid, 95% interval ${low} to ${high}`,
  inWords: (months, difference, isMore) =>
    `Within ${months} months, 1,000 workers reminded for one month paid for ${difference} ${isMore ? 'more' : 'fewer'} months than 1,000 workers who were not reminded.`,
  certain: {
    more: 'This is no chance: the whole interval is above zero.',
    fewer: 'The reminded paid for fewer months: the whole interval is below zero.',
    unknown: 'Not proven yet: the interval includes zero, so this difference may be chance.',
  },
  none: 'No month could be followed for so long yet',
  from: (month, date) =>
    `The first that will be known is ${month}, on ${date}, when its first three months cannot be paid any more.`,
  noMonth: 'Only months that were recorded from their beginning can be followed.',
  in: (months) => `${months} months`,
  knownOn: (date) => `known on ${date}`,
  partial: 'partial month',
  noArm: 'nobody to compare with',
  to: (low, high) => `${low} to ${high}`,
  cost: 'Cost per extra month',
  ofContribution: (contribution, months) =>
    `for a contribution of ${contribution} (${months} months)`,
  breakEven: 'Breaks even at',
  onOne: (points) => `${points} points on one month`,
  onKept: (points, months) => `${points} points on ${months} months`,
  seen: (points, low, high) => `seen ${points} (${low} to ${high})`,
  tenure: {
    title: (month) => `By length of membership, ${month}`,
    description:
      'Whom texts move most: the difference in renewals by the lapse date, with its 95% interval.',
    axis: 'Difference, percentage points',
    value: 'Membership',
    points: 'Difference, points',
    breakEven: 'Breaks even at, points',
    none: (month) => `Nothing can be compared for ${month} yet`,
    small: 'Small groups have wide intervals: do not go by the dot alone.',
  },
};

export const keptTexts = { id, en };

const id = {
  title: 'Apakah hasilnya dapat diukur?',
  description:
    'Manfaat SMS hanya terlihat dari peserta yang diundi untuk tidak diingatkan. Terlalu sedikit: selisihnya tidak terbukti. Terlalu banyak: mereka tidak diingatkan tanpa ada gunanya.',
  points: 'Selisih yang ingin dilihat, poin',
  needed: (count: string, share: string, workers: string, month: string) =>
    `Perlu ${count} peserta kelompok pembanding sebulan (${share} dari ${workers} yang diundi untuk iuran ${month}).`,
  impossible: (workers: string, month: string) =>
    `Tidak dapat dilihat dalam satu bulan: untuk iuran ${month} hanya ${workers} peserta yang diundi. Beberapa bulan bersama-sama dapat menunjukkannya.`,
  now: (count: string, points: string) =>
    `Untuk bulan itu ${count} peserta ada di kelompok pembanding: cukup untuk melihat selisih ${points} poin.`,
  nobody: 'Tidak ada peserta di kelompok pembanding, jadi tidak ada yang terukur.',
  suggested: (percent: string, count: string) =>
    `Saran: ${percent}, yaitu sekitar ${count} peserta sebulan`,
  why: (percent: string, workers: string, count: string) =>
    `Dengan ${workers} peserta, ${percent} berarti ${count} orang tidak diingatkan setiap bulan. Sekitar 10.000 sudah cukup untuk melihat selisih satu setengah poin; lebih banyak hampir tidak menambah ketelitian.`,
  take: (percent: string) => `Pakai ${percent}`,
  none: 'Belum ada bulan iuran yang jatuh tempo, jadi belum diketahui berapa peserta yang diundi',
};

const en: typeof id = {
  title: 'Can the result be measured?',
  description:
    'What texts are worth shows only against workers drawn to get none. Too few of them, and the difference is not proven; too many, and they go without reminders for nothing.',
  points: 'Difference to be seen, points',
  needed: (count, share, workers, month) =>
    `${count} workers a month have to be held out (${share} of the ${workers} drawn for ${month}).`,
  impossible: (workers, month) =>
    `It cannot be seen within one month: only ${workers} workers were drawn for ${month}. Several months together may show it.`,
  now: (count, points) =>
    `For that month ${count} workers are held out: enough to see a difference of ${points} points.`,
  nobody: 'Nobody is held out, so nothing is measured.',
  suggested: (percent, count) => `Suggested: ${percent}, which is about ${count} workers a month`,
  why: (percent, workers, count) =>
    `Of ${workers} workers, ${percent} are ${count} who get no reminders each month. About 10,000 are enough to see a difference of one and a half points; more of them hardly make it more exact.`,
  take: (percent) => `Use ${percent}`,
  none: 'No month has been due yet, so it is not known how many workers are drawn',
};

export const measuredTexts = { id, en };

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
  none: 'No month has been due yet, so it is not known how many workers are drawn',
};

export const measuredTexts = { id, en };

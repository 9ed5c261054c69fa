const id = {
  title: 'Diingatkan dibandingkan dengan kelompok pembanding',
  description:
    'Sebagian kecil peserta, dipilih acak, tidak diingatkan. Selisihnya menunjukkan apa yang benar-benar dihasilkan pengingat; garis adalah selang kepercayaan 95%.',
  points: 'Selisih, poin persen',
  interval: 'Selang 95%',
  reminded: 'Diingatkan',
  heldOut: 'Kelompok pembanding',
  share: (renewed: string, due: string) => `${renewed} dari ${due}`,
  overall: 'Semua bulan',
  overallNone: 'Belum ada bulan yang dapat dibandingkan.',
  to: (low: string, high: string) => `${low} sampai ${high}`,
  told: (points: string, low: string, high: string) =>
    `${points} poin, selang 95% ${low} sampai ${high}`,
  why: {
    partial: 'Bulan sebagian: tidak dibandingkan',
    early: (date: string, days: string) =>
      `Baru dibandingkan mulai ${date}, ${days} hari setelah jatuh tempo`,
    noHeldOut: 'Tidak ada kelompok pembanding',
    noReminded: 'Tidak ada yang diingatkan',
  },
  certain: {
    more: 'Pengingat menambah perpanjangan: seluruh selang di atas nol.',
    fewer: 'Yang diingatkan justru lebih jarang memperpanjang: seluruh selang di bawah nol.',
    unknown: 'Belum terbukti: selang mencakup nol, jadi selisih ini bisa saja kebetulan.',
  },
};

const en: typeof id = {
  title: 'Reminded against held out',
  description:
    'A few workers, drawn by lot, are not reminded. The difference shows what reminding really does; the line is the 95% confidence interval.',
  points: 'Difference, percentage points',
  interval: '95% interval',
  reminded: 'Reminded',
  heldOut: 'Held out',
  share: (renewed, due) => `${renewed} of ${due}`,
  overall: 'All months',
  overallNone: 'No month can be compared yet.',
  to: (low, high) => `${low} to ${high}`,
  told: (points, low, high) => `${points} points, 95% interval ${low} to ${high}`,
  why: {
    partial: 'Partial month: not compared',
    early: (date, days) => `Compared only from ${date}, ${days} days after due`,
    noHeldOut: 'Nobody was held out',
    noReminded: 'Nobody was reminded',
  },
  certain: {
    more: 'Reminding brings renewals: the whole interval is above zero.',
    fewer: 'The reminded renewed less often: the whole interval is below zero.',
    unknown: 'Not proven yet: the interval includes zero, so this difference may be chance.',
  },
};

export const effectTexts = { id, en };

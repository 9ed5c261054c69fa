const id = {
  curve: {
    name: 'Hari demi hari',
    means:
      'Bagian dari wajib bayar yang sudah membayar, dihitung dalam hari terhadap jatuh tempo. Dua bulan dibandingkan pada hari yang sama, bukan pada tanggal yang sama.',
  },
  effect: {
    name: 'Selisih',
    means:
      'Bagian yang sudah membayar sampai hari ke-30 setelah jatuh tempo: diingatkan dikurangi kelompok pembanding, dalam poin persen. Hanya peserta yang dapat menerima SMS masuk salah satu kelompok. Kelompok pembanding dipilih acak dan hanya menerima SMS terakhir sebelum nonaktif.',
  },
  interval: {
    name: 'Selang 95%',
    means:
      'Rentang yang memuat selisih sebenarnya dalam 95 dari 100 kali. Bila mencakup nol, selisihnya belum terbukti. Untuk semua bulan, setiap bulan dibandingkan di dalam bulan itu sendiri, lalu ditimbang.',
  },
  perRenewal: {
    name: 'Biaya per perpanjangan',
    means:
      'Biaya SMS ÷ perpanjangan peserta yang diingatkan, termasuk yang akan membayar tanpa diingatkan.',
  },
  perExtra: {
    name: 'Biaya per perpanjangan tambahan',
    means:
      'Biaya SMS sebelum hari ke-30 ÷ perpanjangan yang tidak akan ada tanpa SMS, dihitung sampai kepesertaan menjadi nonaktif: yang akan membayar pada hari ke-31 bukan tambahan. Tidak ada angkanya bila selisih tidak di atas nol.',
  },
  net: {
    name: 'Hasil bersih',
    means:
      'Tambahan iuran bulan itu yang diperkirakan berkat SMS − semua biaya SMS untuk bulan itu. Di bawah nol berarti rugi.',
  },
  effectByLapse: {
    name: 'Selisih sampai tanggal nonaktif',
    means:
      'Bagian yang membayar sebelum tanggal nonaktif: diingatkan dikurangi kelompok pembanding, dalam poin persen. Yang akan membayar pada hari ke-31 juga tanpa SMS tidak dihitung sebagai hasil SMS.',
  },
  monthsKept: {
    name: 'Bulan iuran tambahan',
    means:
      'Bulan iuran yang dibayar seorang peserta dalam 3, 6, atau 12 bulan, mulai bulan itu sendiri: rata-rata yang diingatkan dikurangi rata-rata kelompok pembanding, ditulis untuk 1.000 peserta. Undian diulang setiap bulan, jadi ini hasil pengingat satu bulan. Baru diketahui bila bulan terakhirnya tidak dapat dibayar lagi.',
  },
  perMonthKept: {
    name: 'Biaya per bulan tambahan',
    means:
      'Biaya SMS sebelum hari ke-30 ÷ bulan iuran tambahan. Tidak ada angkanya bila tidak ada tambahan. Di bawahnya: iuran sebulan rata-rata peserta yang diingatkan.',
  },
  breakEven: {
    name: 'Impas',
    means:
      'Selisih, dalam poin, yang harus dicapai agar biaya SMS kembali: biaya SMS ÷ iuran bulan itu dari semua yang diingatkan. Dihitung sampai tanggal nonaktif. Angka semua tahap berjumlah angka bulan itu. Dari 3, 6, atau 12 bulan: dibagi banyaknya bulan yang dibayar oleh setiap perpanjangan tambahan.',
  },
};

const en: typeof id = {
  curve: {
    name: 'Day by day',
    means:
      'The share of those due who had paid, by days from the due date. Two months are compared at the same day, not at the same date.',
  },
  effect: {
    name: 'Difference',
    means:
      'The share that had paid by day 30 after due: reminded less held out, in percentage points. Only workers who could be texted are in either. The held out are drawn by lot and get only the last call before membership lapses.',
  },
  interval: {
    name: '95% interval',
    means:
      'The range that holds the true difference 95 times in 100. Where it includes zero, the difference is not proven. Over all months, each is compared within itself and then weighted.',
  },
  perRenewal: {
    name: 'Cost per renewal',
    means:
      'Cost of texts ÷ renewals of the reminded, with those who would have paid without being reminded.',
  },
  perExtra: {
    name: 'Cost per extra renewal',
    means:
      'Cost of texts before day 30 ÷ renewals that would not have come without them before membership lapsed: a worker who would have paid on day 31 is none. There is no figure where the difference is not above zero.',
  },
  net: {
    name: 'Net',
    means:
      'The extra contribution for that month, as estimated − all that texts for that month cost. Below zero is a loss.',
  },
  effectByLapse: {
    name: 'Difference by the lapse date',
    means:
      'The share that paid before the lapse date: reminded less held out, in percentage points. A worker who would have paid on day 31 without a text is not counted as won.',
  },
  monthsKept: {
    name: 'Extra months paid',
    means:
      'Months that a worker paid within 3, 6 or 12 months, the month itself being the first: the average of the reminded less that of the held out, written for 1,000 workers. Lots are drawn anew each month, so this is what reminding for one month brings. It is known once the last of the months cannot be paid any more.',
  },
  perMonthKept: {
    name: 'Cost per extra month',
    means:
      'Cost of texts before day 30 ÷ extra months paid. There is no figure where there are none. Below it: what a month costs a reminded worker on average.',
  },
  breakEven: {
    name: 'Break-even',
    means:
      'The difference, in points, at which the texts earn back their cost: cost of texts ÷ the contribution for that month of all who were reminded. It goes by the lapse date. The figures of all steps add up to that of the month. On 3, 6 or 12 months: divided by the months that each extra renewal brought.',
  },
};

export const effectDefinitions = { id, en };

const id = {
  curve: {
    name: 'Hari demi hari',
    means:
      'Bagian dari wajib bayar yang sudah membayar, dihitung dalam hari terhadap jatuh tempo. Dua bulan dibandingkan pada hari yang sama, bukan pada tanggal yang sama.',
  },
  effect: {
    name: 'Selisih',
    means:
      'Bagian yang sudah membayar sampai hari ke-30 setelah jatuh tempo: diingatkan dikurangi kelompok pembanding, dalam poin persen. Hanya peserta yang dapat di-SMS masuk salah satu kelompok. Kelompok pembanding dipilih acak dan hanya menerima SMS terakhir sebelum nonaktif.',
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
  breakEven: {
    name: 'Impas',
    means:
      'Selisih, dalam poin, yang harus dicapai agar biaya SMS kembali: biaya SMS ÷ iuran bulan itu dari semua yang diingatkan. Dihitung sampai tanggal nonaktif. Angka semua langkah berjumlah angka bulan itu.',
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
  breakEven: {
    name: 'Break-even',
    means:
      'The difference, in points, at which the texts earn back their cost: cost of texts ÷ the contribution for that month of all who were reminded. It goes by the lapse date. The figures of all steps add up to that of the month.',
  },
};

export const effectDefinitions = { id, en };

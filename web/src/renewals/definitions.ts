/** What each figure of the Renewals page counts, in plain words. The rules themselves are those of functions/domain/cohort*.ts, members.ts and ageing.ts. */
const id = {
  link: 'Arti angka',
  title: 'Arti angka-angka ini',
  close: 'Tutup',
  terms: {
    cycle: {
      name: 'Wajib bayar',
      means:
        'Peserta yang siklus iurannya untuk bulan itu sudah mulai pada atau sebelum jatuh tempo. Satu siklus dihitung satu kali, berapa bulan pun yang dibayar: melunasi tiga bulan tunggakan adalah satu perpanjangan (bulan yang tertua), membayar dua belas bulan di muka juga satu, dan siklus berikutnya baru dua belas bulan kemudian. Peserta yang iurannya dibayar pemerintah tidak termasuk.',
    },
    onTime: {
      name: 'Dibayar tepat waktu',
      means:
        'Dibayar pada atau sebelum jatuh tempo: tanggal 15, atau hari kerja berikutnya. Persentasenya: dibayar tepat waktu ÷ wajib bayar.',
    },
    inArrears: {
      name: 'Dibayar saat menunggak',
      means: 'Dibayar setelah jatuh tempo, tetapi sebelum kepesertaan menjadi nonaktif.',
    },
    renewal: {
      name: 'Tingkat perpanjangan',
      means: '(Dibayar tepat waktu + dibayar saat menunggak) ÷ wajib bayar.',
    },
    lapsed: {
      name: 'Nonaktif',
      means:
        'Belum dibayar pada tanggal nonaktif. Tingkat nonaktif: (nonaktif + dibayar setelah nonaktif) ÷ wajib bayar.',
    },
    recovered: {
      name: 'Dibayar setelah nonaktif',
      means:
        'Dibayar setelah peserta menjadi nonaktif, kapan pun. Persentasenya: dibayar setelah nonaktif ÷ (nonaktif + dibayar setelah nonaktif).',
    },
    open: {
      name: 'Belum dibayar',
      means:
        'Belum dibayar, dan tanggal nonaktif belum tiba. Kelima hasil ini berjumlah tepat wajib bayar.',
    },
    left: {
      name: 'Keluar',
      means:
        'Meninggal, bekerja pada pemberi kerja, ke luar negeri, atau dihapus datanya sebelum membayar. Tidak dihitung sebagai wajib bayar.',
    },
    startedLate: {
      name: 'Mulai terlambat',
      means:
        'Siklus yang mulai setelah jatuh temponya, misalnya karena membayar sebagian tunggakan atau diimpor saat sudah terlambat. Tidak masuk persentase mana pun.',
    },
    partial: {
      name: 'Sebagian',
      means:
        'Bulan yang sudah berjalan ketika daftar peserta pertama diimpor. Siapa yang sudah membayar sebelumnya tidak diketahui, jadi tidak ada persentase.',
    },
    final: {
      name: 'Final',
      means:
        'Tiga hari setelah tanggal nonaktif, sebab pembayaran dapat terlambat dilaporkan. Sebelum itu, bandingkan hanya pada hari yang sama setelah jatuh tempo.',
    },
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
        'Rentang yang memuat selisih sebenarnya dalam 95 dari 100 kali (Newcombe). Bila mencakup nol, selisihnya belum terbukti. Untuk semua bulan, setiap bulan dibandingkan di dalam bulan itu sendiri, lalu ditimbang (Mantel–Haenszel).',
    },
    perRenewal: {
      name: 'Biaya per perpanjangan',
      means:
        'Biaya SMS ÷ perpanjangan peserta yang diingatkan, termasuk yang akan membayar tanpa diingatkan.',
    },
    perExtra: {
      name: 'Biaya per perpanjangan tambahan',
      means:
        'Biaya SMS sebelum hari ke-30 ÷ perpanjangan yang tidak akan ada tanpa SMS. Tidak ada angkanya bila selisih tidak di atas nol.',
    },
    net: {
      name: 'Hasil bersih',
      means:
        'Tambahan iuran bulan itu yang diperkirakan berkat SMS − semua biaya SMS untuk bulan itu. Di bawah nol berarti rugi.',
    },
    members: {
      name: 'Peserta',
      means:
        'Awal + masuk + masuk kembali − nonaktif − keluar = akhir. Lunas (aktif): lunas sampai bulan itu atau lebih.',
    },
    collection: {
      name: 'Tingkat penagihan',
      means:
        'Uang yang diterima untuk bulan itu, kapan pun dibayar ÷ yang diharapkan dari semua peserta pada jatuh temponya, termasuk yang membayar di muka dan yang menunggak.',
    },
    ageing: {
      name: 'Umur tunggakan',
      means:
        'Hari sejak jatuh tempo setiap bulan. Seorang peserta dihitung satu kali, pada bulan tertua yang belum dibayar; rupiahnya adalah semua bulan dengan umur itu.',
    },
    sent: {
      name: 'Terkirim',
      means:
        'SMS yang sudah keluar, sampai atau belum. Dilewati: sengaja tidak dikirim, dengan alasannya. Gagal: pasti tidak terkirim. Tidak diketahui: mungkin terkirim. Terlewat: sudah tidak sempat.',
    },
  },
};

const en: typeof id = {
  link: 'What it means',
  title: 'What these figures mean',
  close: 'Close',
  terms: {
    cycle: {
      name: 'Due',
      means:
        'Workers whose cycle for that month had begun on or before its due date. A cycle counts once, however many months are paid: settling three months of arrears is one renewal (of the oldest month), paying twelve months ahead is one too, and the next cycle is twelve months on. Workers whose dues the government pays are not in it.',
    },
    onTime: {
      name: 'Paid on time',
      means:
        'Paid on or before the due date: the 15th, or the next working day. The rate: paid on time ÷ due.',
    },
    inArrears: {
      name: 'Paid in arrears',
      means: 'Paid after the due date, but before membership lapsed.',
    },
    renewal: { name: 'Renewal rate', means: '(Paid on time + paid in arrears) ÷ due.' },
    lapsed: {
      name: 'Lapsed',
      means: 'Unpaid on the lapse date. Lapse rate: (lapsed + paid after lapsing) ÷ due.',
    },
    recovered: {
      name: 'Paid after lapsing',
      means:
        'Paid after membership had lapsed, however late. The rate: paid after lapsing ÷ (lapsed + paid after lapsing).',
    },
    open: {
      name: 'Unpaid',
      means:
        'Unpaid, and the lapse date has not come. The five outcomes add up to exactly those due.',
    },
    left: {
      name: 'Left',
      means:
        'Died, found an employer, went abroad or was erased before paying. Not counted as due.',
    },
    startedLate: {
      name: 'Started late',
      means:
        'Cycles that began after their due date, for instance by a part-payment of arrears or an import of someone already late. In no rate.',
    },
    partial: {
      name: 'Partial',
      means:
        'A month that had begun when the first roster was imported. Who had paid before is not known, so there are no rates.',
    },
    final: {
      name: 'Final',
      means:
        'Three days after the lapse date, since payments can be reported late. Before that, compare only at the same day after due.',
    },
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
        'The range that holds the true difference 95 times in 100 (Newcombe). Where it includes zero, the difference is not proven. Over all months, each is compared within itself and then weighted (Mantel–Haenszel).',
    },
    perRenewal: {
      name: 'Cost per renewal',
      means:
        'Cost of texts ÷ renewals of the reminded, with those who would have paid without being reminded.',
    },
    perExtra: {
      name: 'Cost per extra renewal',
      means:
        'Cost of texts before day 30 ÷ renewals that would not have come without them. There is no figure where the difference is not above zero.',
    },
    net: {
      name: 'Net',
      means:
        'The extra contribution for that month, as estimated − all that texts for that month cost. Below zero is a loss.',
    },
    members: {
      name: 'Members',
      means:
        'Opening + joined + rejoined − lapsed − left = closing. Active: covered through that month or later.',
    },
    collection: {
      name: 'Collection',
      means:
        'Money received for that month, whenever it came ÷ what is expected of all members on its due date, with those who paid ahead and those in arrears.',
    },
    ageing: {
      name: 'Ageing',
      means:
        "Days since each month's due date. A worker is counted once, where their oldest unpaid month stands; the rupiah are of all months of that age.",
    },
    sent: {
      name: 'Sent',
      means:
        'Texts that left, delivered or not yet. Skipped: not sent on purpose, with the reason. Failed: definitely not sent. Unknown: may have been sent. Missed: it was too late.',
    },
  },
};

export type Term = keyof typeof id.terms;
export const definitionsTexts = { id, en };

const id = {
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
};

const en: typeof id = {
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
    means: 'Died, found an employer, went abroad or was erased before paying. Not counted as due.',
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
};

export const outcomeDefinitions = { id, en };

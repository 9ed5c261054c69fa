const id = {
  title: 'Pembayaran',
  description: 'Iuran yang masuk lewat bank, gerai, dan dompet digital.',
  import: 'Impor CSV',
  view: 'Daftar',
  kinds: { recent: 'Dicatat', unmatched: 'Tanpa peserta', flagged: 'Ditandai' },
  csv: 'Unduh CSV',
  csvShown: 'Unduh CSV yang ditampilkan',
  counter: (count: string, more: boolean) => `(${count}${more ? '+' : ''})`,
  sum: (count: string, amount: string) => `Jumlah: ${amount} dari ${count} pembayaran.`,
  sumReversed: (count: string, amount: string) =>
    `Tidak termasuk ${count} yang dibatalkan, ${amount}.`,
  sumShown: 'Hanya dari yang ditampilkan: masih ada lagi.',
  noneOf: {
    unmatched: 'Semua pembayaran sudah punya peserta',
    flagged: 'Tidak ada pembayaran yang ditandai',
  },
  means: {
    unmatched: {
      title: 'Pembayaran dari peserta yang belum terdaftar',
      text: 'NIK-nya tidak disimpan. Bila daftar peserta berikutnya memuat orang itu, pembayarannya dipasangkan dengan sendirinya. Anda juga dapat mencari pesertanya dan memasangkannya sendiri.',
    },
    flagged: {
      title: 'Jumlahnya kurang, lebih, atau tidak terduga',
      text: 'Uangnya sudah dicatat. Periksa pesertanya: batalkan pembayaran yang tidak semestinya ada, atau tandai sudah ditangani bila memang benar.',
    },
  },
};

const en: typeof id = {
  title: 'Payments',
  description: 'Contributions that came in by banks, shops and wallets.',
  import: 'Import a CSV',
  view: 'List',
  kinds: { recent: 'Recorded', unmatched: 'Unmatched', flagged: 'Flagged' },
  csv: 'Download CSV',
  csvShown: 'Download CSV of those shown',
  counter: (count, more) => `(${count}${more ? '+' : ''})`,
  sum: (count, amount) =>
    `Sum: ${amount}, from ${count === '1' ? '1 payment' : `${count} payments`}.`,
  sumReversed: (count, amount) => `Without ${count} reversed, ${amount}.`,
  sumShown: 'Only of those shown: there are more.',
  noneOf: { unmatched: 'Every payment has its worker', flagged: 'No payment is flagged' },
  means: {
    unmatched: {
      title: 'Money for somebody we do not know yet',
      text: 'The NIK is not kept. Once a roster brings that person, their payment is matched by itself. You can also find the worker and match it yourself.',
    },
    flagged: {
      title: 'Too little, too much, or not expected',
      text: 'The money is recorded. Look at the worker: reverse a payment that should not be there, or mark it as done where it is right.',
    },
  },
};

export const paymentsTexts = { id, en };

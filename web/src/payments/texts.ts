import type { PaymentRecord } from '#domain/payments/payment';

type Flag = PaymentRecord['flags'][number];
type Flags = Record<Flag, Readonly<{ name: string; means: string }>>;
type Statuses = Record<PaymentRecord['status'], string>;

const id = {
  title: 'Pembayaran',
  description: 'Iuran yang masuk lewat bank, gerai, dan dompet digital.',
  import: 'Impor CSV',
  view: 'Daftar',
  kinds: { recent: 'Terbaru', unmatched: 'Tanpa peserta', flagged: 'Ditandai' },
  kept: 'Daftar ini memuat pembayaran yang dicatat dalam 30 hari terakhir.',
  older: {
    onWorker: 'Pembayaran yang lebih lama ada di halaman pesertanya.',
    ask: 'Untuk pembayaran yang lebih lama, tanyakan kepada layanan peserta.',
  },
  csv: 'Unduh CSV',
  csvShown: 'Unduh CSV yang ditampilkan',
  counter: (count: string, more: boolean) => `(${count}${more ? '+' : ''})`,
  sum: (count: string, amount: string) => `Jumlah: ${amount} dari ${count} pembayaran.`,
  sumReversed: (count: string, amount: string) =>
    `Tidak termasuk ${count} yang dibatalkan, ${amount}.`,
  sumShown: 'Hanya dari yang ditampilkan: masih ada lagi.',
  on: (date: string) => `Dicatat ${date}`,
  none: 'Tidak ada pembayaran yang dicatat pada tanggal ini',
  noneOf: {
    unmatched: 'Semua pembayaran sudah punya peserta',
    flagged: 'Tidak ada pembayaran yang ditandai',
  },
  means: {
    unmatched: {
      title: 'Uang masuk untuk orang yang belum dikenal',
      text: 'NIK-nya tidak disimpan. Bila daftar peserta berikutnya memuat orang itu, pembayarannya dipasangkan dengan sendirinya. Anda juga dapat mencari pesertanya dan memasangkannya sendiri.',
    },
    flagged: {
      title: 'Jumlahnya kurang, lebih, atau tidak terduga',
      text: 'Uangnya sudah dicatat. Periksa pesertanya: batalkan pembayaran yang tidak semestinya ada, atau tandai sudah ditangani bila memang benar.',
    },
  },
  payment: 'Pembayaran',
  amount: 'Jumlah',
  paidAt: 'Dibayar',
  worker: 'Peserta',
  status: 'Status',
  why: 'Mengapa ditandai',
  actions: 'Tindakan',
  erased: 'Sudah dihapus',
  nobody: 'Belum dikenal',
  credit: 'Disimpan sebagai saldo',
  forMonths: (months: string) => `untuk ${months}`,
  statuses: {
    recorded: 'Dicatat',
    unmatched: 'Tanpa peserta',
    reversed: 'Dibatalkan',
  } satisfies Statuses as Statuses,
  reversed: (when: string, who: string, reason: string) => `${when}, ${who}: ${reason}`,
  flags: {
    'too-little': {
      name: 'Kurang',
      means: 'Kurang dari iuran satu bulan, atau dari jumlah bulan yang disebut',
    },
    'too-much': {
      name: 'Lebih',
      means: 'Lebih dari yang dapat dibayar sekaligus; sisanya menjadi saldo',
    },
    ended: { name: 'Sudah berakhir', means: 'Kepesertaannya sudah berakhir' },
    'government-paid': {
      name: 'Dibayar pemerintah',
      means: 'Iuran peserta ini dibayar pemerintah',
    },
    future: { name: 'Belum waktunya', means: 'Waktu bayarnya masih akan datang' },
    overdrawn: {
      name: 'Belum tertutup',
      means: 'Dibatalkan, tetapi bulan yang dibelinya tidak dapat ditarik seluruhnya',
    },
  } satisfies Flags as Flags,
  covered: (name: string, month: string) => `${name} sekarang lunas sampai ${month}.`,
  owes: (amount: string, months: string) => `Yang terutang: ${amount} untuk ${months}.`,
  owesNothing: 'Tidak ada yang terutang.',
  close: 'Tutup',
  reverse: {
    action: 'Batalkan',
    of: (payment: string) => `Batalkan pembayaran ${payment}`,
    title: 'Batalkan pembayaran ini?',
    whatRecorded:
      'Uangnya tidak lagi dihitung, dan bulan yang dibelinya ditarik kembali. Peserta dapat menerima pengingat lagi. Ini tidak dapat diurungkan.',
    whatUnmatched: 'Uangnya tidak lagi menunggu pesertanya. Ini tidak dapat diurungkan.',
    reason: 'Alasan',
    reasonHint:
      'Untuk siapa pun yang bertanya nanti, misalnya “dicatat dua kali oleh bank”. Jangan menulis NIK atau nomor HP.',
    missing: 'Tulis alasannya.',
    confirm: 'Batalkan pembayaran',
    failed: 'Pembayaran belum dibatalkan',
    done: 'Pembayaran dibatalkan',
    doneText: (amount: string) => `${amount} tidak lagi dihitung.`,
    hadBought: (months: string) => `Pembayaran ini dulu membeli ${months}.`,
    overdrawn:
      'Uang ini sudah terpakai untuk bulan yang tidak dapat ditarik kembali. Pembayaran ini tetap ditandai.',
  },
  match: {
    action: 'Cari peserta',
    of: (payment: string) => `Cari peserta untuk pembayaran ${payment}`,
    title: 'Pembayaran ini milik siapa?',
    search: 'Nomor HP, NIK, atau ID peserta',
    searchHint:
      'Tanyakan kepada pembayar atau salurannya. Yang dicari tidak muncul di alamat halaman.',
    find: 'Cari',
    notFound: 'Tidak ada peserta dengan nomor ini',
    notFoundText:
      'Bila orang ini ada di daftar peserta berikutnya, pembayarannya dipasangkan dengan sendirinya.',
    failedFind: 'Pencarian gagal',
    choose: 'Pilih peserta',
    exactly: 'Berutang tepat sejumlah ini',
    about: (nik: string, phone: string, province: string) => `NIK …${nik} · ${phone} · ${province}`,
    noPhone: 'tanpa nomor HP',
    owes: (amount: string, months: string) => `Terutang ${amount} untuk ${months}`,
    owesNothing: 'Tidak ada yang terutang',
    confirm: 'Pasangkan',
    confirmWith: (name: string) => `Pasangkan dengan ${name}`,
    failed: 'Pembayaran belum dipasangkan',
    done: (name: string) => `Pembayaran ini sekarang milik ${name}`,
    bought: (amount: string, months: string) => `${amount} membayar ${months}.`,
    boughtNothing: (amount: string) =>
      `${amount} belum cukup untuk satu bulan dan disimpan sebagai saldo.`,
  },
};

const en: typeof id = {
  title: 'Payments',
  description: 'Contributions that came in by banks, shops and wallets.',
  import: 'Import a CSV',
  view: 'List',
  kinds: { recent: 'Recent', unmatched: 'Unmatched', flagged: 'Flagged' },
  kept: 'Payments recorded in the last 30 days are listed here.',
  older: {
    onWorker: 'Older ones are on their worker’s page.',
    ask: 'For older ones, ask member service.',
  },
  csv: 'Download CSV',
  csvShown: 'Download CSV of those shown',
  counter: (count, more) => `(${count}${more ? '+' : ''})`,
  sum: (count, amount) =>
    `Sum: ${amount}, from ${count === '1' ? '1 payment' : `${count} payments`}.`,
  sumReversed: (count, amount) => `Without ${count} reversed, ${amount}.`,
  sumShown: 'Only of those shown: there are more.',
  on: (date) => `Recorded on ${date}`,
  none: 'No payment was recorded on this date',
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
  payment: 'Payment',
  amount: 'Amount',
  paidAt: 'Paid',
  worker: 'Worker',
  status: 'Status',
  why: 'Why flagged',
  actions: 'Actions',
  erased: 'Erased',
  nobody: 'Not known yet',
  credit: 'Kept as credit',
  forMonths: (months) => `for ${months}`,
  statuses: { recorded: 'Recorded', unmatched: 'Unmatched', reversed: 'Reversed' },
  reversed: (when, who, reason) => `${when}, ${who}: ${reason}`,
  flags: {
    'too-little': {
      name: 'Too little',
      means: 'Less than a month’s contribution, or than the months it names',
    },
    'too-much': { name: 'Too much', means: 'More than can be paid at once; the rest is credit' },
    ended: { name: 'Ended', means: 'The membership has ended' },
    'government-paid': { name: 'Government pays', means: 'The government pays for this worker' },
    future: { name: 'In the future', means: 'It says it was paid later than now' },
    overdrawn: {
      name: 'Overdrawn',
      means: 'Reversed, but what it had bought could not be taken back whole',
    },
  },
  covered: (name, month) => `${name} is now covered through ${month}.`,
  owes: (amount, months) => `Owed: ${amount} for ${months}.`,
  owesNothing: 'Nothing is owed.',
  close: 'Close',
  reverse: {
    action: 'Reverse',
    of: (payment) => `Reverse payment ${payment}`,
    title: 'Reverse this payment?',
    whatRecorded:
      'Its money no longer counts, and the months it bought are taken back. The worker may be reminded again. This cannot be undone.',
    whatUnmatched: 'Its money no longer waits for its worker. This cannot be undone.',
    reason: 'Reason',
    reasonHint:
      'For whoever asks later, such as “recorded twice by the bank”. Write no NIK and no phone number.',
    missing: 'Write the reason.',
    confirm: 'Reverse payment',
    failed: 'The payment was not reversed',
    done: 'The payment was reversed',
    doneText: (amount) => `${amount} no longer counts.`,
    hadBought: (months) => `This payment had bought ${months}.`,
    overdrawn:
      'The money had gone into months that could not be taken back. The payment stays flagged.',
  },
  match: {
    action: 'Find worker',
    of: (payment) => `Find worker for payment ${payment}`,
    title: 'Whose payment is this?',
    search: 'Phone, NIK or worker id',
    searchHint:
      'Ask whoever paid, or the channel. What you look for does not show in the page’s address.',
    find: 'Find',
    notFound: 'There is no worker with this number',
    notFoundText: 'Once a roster brings this person, the payment is matched by itself.',
    failedFind: 'The search failed',
    choose: 'Choose the worker',
    exactly: 'Owes exactly this amount',
    about: (nik, phone, province) => `NIK …${nik} · ${phone} · ${province}`,
    noPhone: 'no phone',
    owes: (amount, months) => `Owes ${amount} for ${months}`,
    owesNothing: 'Owes nothing',
    confirm: 'Match',
    confirmWith: (name) => `Match with ${name}`,
    failed: 'The payment was not matched',
    done: (name) => `This payment is now ${name}’s`,
    bought: (amount, months) => `${amount} paid for ${months}.`,
    boughtNothing: (amount) => `${amount} does not buy a month yet and is kept as credit.`,
  },
};

export const paymentsTexts = { id, en };

import type { AttentionKind } from '#flows/attention/attention-store';

type Kinds = Record<AttentionKind | 'dead-letter', Readonly<{ name: string; means: string }>>;

const id = {
  title: 'Hari ini',
  alerts: 'Peringatan',
  budget: {
    nearly: {
      title: 'Anggaran SMS bulan ini hampir habis',
      text: (used: string, budget: string) =>
        `${used} dari ${budget} sudah terpakai. Setelah habis, pengingat dilewati sampai bulan berganti.`,
    },
    used: {
      title: 'Anggaran SMS bulan ini sudah habis',
      text: (used: string, budget: string) =>
        `${used} dari ${budget} terpakai: pengingat dilewati sampai anggaran dinaikkan atau bulan berganti.`,
    },
  },
  expiring: {
    discount: (sector: string) => ({
      until: (date: string) =>
        `Keringanan iuran ${sector === 'transport' ? 'sektor transportasi' : 'sektor selain transportasi'} berakhir ${date}`,
      over: (date: string) =>
        `Keringanan iuran ${sector === 'transport' ? 'sektor transportasi' : 'sektor selain transportasi'} telah berakhir ${date}`,
      text: 'Sesudahnya iuran kembali penuh. Bila ada keputusan baru, minta pengelola sistem memperbarui tabel tarif.',
    }),
    holidays: (year: string) => ({
      until: (date: string) => `Hari libur hanya ditetapkan sampai ${date}`,
      over: (date: string) => `Hari libur hanya ditetapkan sampai ${date}`,
      text: `Sesudah ${year} tanggalnya baru perkiraan: jatuh tempo dapat bergeser. Setelah ada keputusan, perbaiki di Pengaturan atau minta pengelola sistem memperbarui tabel.`,
    }),
  },
  due: {
    title: 'Jatuh tempo',
    month: (month: string) => `Belum membayar iuran ${month}`,
    on: (date: string) => `Jatuh tempo ${date}`,
    arrears: 'Menunggak',
    arrearsMeans: 'Lewat jatuh tempo, kepesertaan masih dapat dipertahankan',
    rest: (month: string, count: string) => `${month}: ${count}`,
    none: 'Belum ada peserta',
    noneText: 'Impor daftar peserta untuk memulai.',
  },
  glance: {
    title: (month: string) => `Sekilas ${month}`,
    due: 'Peserta wajib bayar',
    paid: 'Sudah membayar',
    amounts: 'Iuran diterima',
    of: (amount: string) => `dari ${amount}`,
    texts: 'SMS terkirim',
    cost: (amount: string) => `tentang iuran bulan ini, biaya ${amount}`,
    partial: 'Bulan ini dimulai sebelum impor pertama, jadi belum ada persentase.',
  },
  sent: {
    title: 'Pengiriman hari ini',
    none: 'Belum ada pengiriman hari ini',
    time: 'Waktu',
    step: 'Langkah',
    sent: 'Terkirim',
    skipped: 'Dilewati',
    problems: 'Bermasalah',
    status: 'Status',
    finished: 'Selesai',
    running: 'Berjalan',
  },
  attention: {
    title: 'Perlu ditindaklanjuti',
    none: 'Tidak ada yang perlu ditindaklanjuti',
    atLeast: (count: string) => `${count}+`,
    kinds: {
      unknown: {
        name: 'Tidak diketahui',
        means: 'SMS mungkin terkirim; tidak dikirim ulang otomatis',
      },
      failed: { name: 'Gagal', means: 'SMS pasti tidak terkirim' },
      missed: { name: 'Terlewat', means: 'Seharusnya dikirim, tetapi waktunya sudah lewat' },
      undelivered: { name: 'Tidak diterima', means: 'Operator tidak dapat menyampaikan SMS' },
      unmatched: {
        name: 'Pembayaran tanpa peserta',
        means: 'Uang masuk untuk orang yang belum dikenal',
      },
      flagged: {
        name: 'Pembayaran ditandai',
        means: 'Jumlahnya kurang, lebih, atau tidak terduga',
      },
      'dead-letter': { name: 'Macet', means: 'Sistem menyerah; menunggu petugas teknis' },
    } satisfies Kinds as Kinds,
  },
};

const en: typeof id = {
  title: 'Today',
  alerts: 'Warnings',
  budget: {
    nearly: {
      title: 'The month’s budget for texts is nearly used up',
      text: (used, budget) =>
        `${used} of ${budget} are used. At the whole of it reminders are skipped until the month is over.`,
    },
    used: {
      title: 'The month’s budget for texts is used up',
      text: (used, budget) =>
        `${used} of ${budget} are used: reminders are skipped until it is raised or the month is over.`,
    },
  },
  expiring: {
    discount: (sector) => ({
      until: (date) =>
        `The discount for ${sector === 'transport' ? 'the transport sector' : 'all other sectors'} ends on ${date}`,
      over: (date) =>
        `The discount for ${sector === 'transport' ? 'the transport sector' : 'all other sectors'} ended on ${date}`,
      text: 'Full contributions apply after it. If a new decree says otherwise, ask whoever operates the system to bring the table of tariffs up to date.',
    }),
    holidays: (year) => ({
      until: (date) => `Holidays are decreed until ${date} only`,
      over: (date) => `Holidays are decreed until ${date} only`,
      text: `After ${year} they are estimates: due dates may move. Once they are decreed, correct them under Settings, or ask whoever operates the system to bring the table up to date.`,
    }),
  },
  due: {
    title: 'Who is due',
    month: (month) => `Have not paid for ${month}`,
    on: (date) => `Due on ${date}`,
    arrears: 'In arrears',
    arrearsMeans: 'Past due, membership can still be kept',
    rest: (month, count) => `${month}: ${count}`,
    none: 'There are no workers yet',
    noneText: 'Import a roster to begin.',
  },
  glance: {
    title: (month) => `${month} at a glance`,
    due: 'Workers due',
    paid: 'Have paid',
    amounts: 'Received',
    of: (amount) => `of ${amount}`,
    texts: 'Texts sent',
    cost: (amount) => `about this month’s contribution, cost ${amount}`,
    partial: 'This month had begun before the first import, so there are no rates yet.',
  },
  sent: {
    title: 'What went out today',
    none: 'Nothing has gone out today',
    time: 'Time',
    step: 'Step',
    sent: 'Sent',
    skipped: 'Skipped',
    problems: 'Problems',
    status: 'Status',
    finished: 'Finished',
    running: 'Running',
  },
  attention: {
    title: 'Needs attention',
    none: 'Nothing needs a person',
    atLeast: (count) => `${count}+`,
    kinds: {
      unknown: { name: 'Unknown', means: 'May have been sent; not sent again by itself' },
      failed: { name: 'Failed', means: 'Definitely not sent' },
      missed: { name: 'Missed', means: 'Was owed, and it is too late now' },
      undelivered: { name: 'Undelivered', means: 'The carrier could not deliver the text' },
      unmatched: { name: 'Unmatched payments', means: 'Money for somebody we do not know yet' },
      flagged: { name: 'Flagged payments', means: 'Too little, too much, or not expected' },
      'dead-letter': {
        name: 'Stuck',
        means: 'The system gave up; it waits for whoever operates it',
      },
    },
  },
};

export const todayTexts = { id, en };

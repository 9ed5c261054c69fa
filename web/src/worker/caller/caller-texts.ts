import type { Coverage } from '#domain/people/cycles/coverage';

/** What is owed, in words; `months` are listed, dates have their weekday. */
type Money = Readonly<
  Record<'amount' | 'months' | 'coveredThrough' | 'dueOn' | 'lapsesOn', string>
>;

const id = {
  title: 'Jawaban untuk penelepon',
  means: 'Untuk dibacakan atau disampaikan dengan kata-kata Anda.',
  money: {
    active: ({ coveredThrough, amount, months, dueOn }) =>
      `Iuran Bapak/Ibu lunas sampai ${coveredThrough}. Berikutnya iuran ${months}, ${amount}, jatuh tempo ${dueOn}.`,
    due: ({ amount, months, dueOn }) =>
      `Iuran ${months} sebesar ${amount} belum kami terima. Jatuh temponya ${dueOn}.`,
    arrears: ({ amount, months, lapsesOn }) =>
      `Iuran ${months}, seluruhnya ${amount}, sudah lewat jatuh tempo. Bila belum dibayar, kepesertaan nonaktif mulai ${lapsesOn}.`,
    lapsed: ({ amount, months, lapsesOn }) =>
      `Kepesertaan Bapak/Ibu nonaktif sejak ${lapsesOn}. Untuk aktif kembali, bayar iuran ${months}: ${amount}.`,
  } satisfies Record<Exclude<Coverage, 'ended'>, (money: Money) => string>,
  nothing: (coveredThrough: string) =>
    `Iuran Bapak/Ibu lunas sampai ${coveredThrough}. Saat ini tidak ada yang harus dibayar.`,
  received: {
    short: (credit: string, amount: string) => `${credit} sudah kami terima, kurang ${amount}.`,
    enough: (credit: string) => `Saldo Bapak/Ibu ${credit}, untuk iuran berikutnya.`,
  },
  governmentPaid: 'Iuran Bapak/Ibu dibayar pemerintah. Bapak/Ibu tidak perlu membayar.',
  ended: 'Kepesertaannya sudah berakhir. Tidak ada iuran yang perlu dibayar.',
  next: (date: string, time: string) =>
    `SMS berikutnya kami kirim ${date}, pukul ${time}, bila sebelum itu iurannya belum dibayar.`,
  none: 'Untuk iuran itu tidak ada SMS pengingat lagi.',
  credit: 'Saldo Bapak/Ibu cukup untuk iuran berikutnya, jadi tidak ada SMS pengingat.',
  notTexted: (why: string) => `Sekarang kami tidak mengirim SMS: ${why}.`,
  heldOut: 'Bulan ini Bapak/Ibu hanya mendapat SMS pengingat terakhir.',
  safe: 'SMS kami tidak pernah memuat tautan atau nomor untuk dihubungi. Yang memuatnya bukan dari kami.',
  stop: 'Bila tidak ingin menerima SMS lagi, kami dapat menghentikannya sekarang.',
};

const en: typeof id = {
  title: 'What to tell a caller',
  means: 'To be read out, or said in your own words.',
  money: {
    active: ({ coveredThrough, amount, months, dueOn }) =>
      `You have paid through ${coveredThrough}. Next is ${months}, ${amount}, due on ${dueOn}.`,
    due: ({ amount, months, dueOn }) =>
      `We have not received ${amount} for ${months} yet. It is due on ${dueOn}.`,
    arrears: ({ amount, months, lapsesOn }) =>
      `${amount} for ${months} is past due. Unless it is paid, membership lapses on ${lapsesOn}.`,
    lapsed: ({ amount, months, lapsesOn }) =>
      `Your membership lapsed on ${lapsesOn}. To be insured again, pay ${amount} for ${months}.`,
  },
  nothing: (coveredThrough) =>
    `You have paid through ${coveredThrough}. Nothing is to be paid now.`,
  received: {
    short: (credit, amount) => `We have received ${credit}, so ${amount} is missing.`,
    enough: (credit) => `You have a credit of ${credit} for the months to come.`,
  },
  governmentPaid: 'The government pays your contribution. You need not pay.',
  ended: 'The membership has ended. Nothing is to be paid.',
  next: (date, time) =>
    `Our next text leaves on ${date} at ${time}, unless it is paid before then.`,
  none: 'There will be no more reminders about it.',
  credit: 'Your credit pays for the next month, so there will be no reminder.',
  notTexted: (why) => `At present we send no texts: ${why}.`,
  heldOut: 'This month you get only the last reminder.',
  safe: 'Our texts never hold a link or a number to call. One that does is not from us.',
  stop: 'If you want no more texts, we can stop them now.',
};

export const callerTexts = { id, en };

import type { Fared } from '#domain/sending/trial';

const id = {
  title: (step: string, date: string) => `SMS “${step}” tanggal ${date} ditahan`,
  fared: {
    sent: (count: string) => `${count} terkirim`,
    failed: (count: string) => `${count} gagal`,
    unknown: (count: string) => `${count} tidak diketahui`,
    overParts: (count: string) => `${count} lebih panjang dari perkiraan`,
  } satisfies Record<keyof Fared, unknown> as Record<keyof Fared, (count: string) => string>,
  first: (count: string, became: string) =>
    `Dari ${count} SMS pertama: ${became}. Karena terlalu banyak yang bermasalah, SMS lainnya ditahan.`,
  waits: (zones: string) =>
    `Peserta lainnya (${zones}) menunggu keputusan admin. Tanpa keputusan sampai waktu kirim lewat, mereka tidak menerima SMS ini.`,
  look: 'Lihat sebabnya',
  release: {
    button: 'Kirim sisanya',
    of: (step: string, date: string) => `Kirim sisanya: ${step}, ${date}`,
    title: 'Kirim sisa SMS yang ditahan?',
    does: [
      'Peserta yang menunggu menerima SMS dengan teks yang berlaku di jadwal sekarang.',
      'Teks yang sudah diubah dicoba dulu pada 50 SMS.',
      'Tidak ada peserta yang menerima SMS dua kali.',
    ],
    confirm: 'Kirim sisanya',
    done: 'Sisa SMS sedang dikirim.',
    failed: 'SMS masih ditahan',
  },
};

const en: typeof id = {
  title: (step, date) => `Texts “${step}” of ${date} are held`,
  fared: {
    sent: (count) => `${count} sent`,
    failed: (count) => `${count} failed`,
    unknown: (count) => `${count} unknown`,
    overParts: (count) => `${count} longer than foreseen`,
  },
  first: (count, became) =>
    `Of the first ${count} texts: ${became}. So many went wrong that the others were held.`,
  waits: (zones) =>
    `The other workers (${zones}) wait for an admin. If nobody decides before the time for sending is over, they do not get this text.`,
  look: 'See why',
  release: {
    button: 'Send the rest',
    of: (step, date) => `Send the rest: ${step}, ${date}`,
    title: 'Send the texts that are held?',
    does: [
      'The workers who wait get the text that the plan has now.',
      'A text that was changed is tried on 50 of them first.',
      'Nobody is texted twice.',
    ],
    confirm: 'Send the rest',
    done: 'The texts that were held are being sent.',
    failed: 'The texts are still held',
  },
};

export const haltedTexts = { id, en };

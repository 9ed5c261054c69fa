import type { Aged } from '#domain/renewals/ageing';

const id = {
  members: {
    title: 'Peserta bulan demi bulan',
    chart: 'Peserta pada akhir bulan',
    month: 'Bulan',
    opening: 'Awal',
    joined: 'Masuk + masuk kembali',
    lost: 'Nonaktif + keluar',
    both: (one: string, other: string) => `${one} +\u00a0${other}`,
    closing: 'Akhir',
    active: 'Lunas (aktif)',
    collection: 'Tingkat penagihan',
    of: (received: string, expected: string) => `${received} dari ${expected}`,
    none: 'Belum ada peserta di bulan-bulan ini',
    going: 'sedang berjalan',
  },
  ageing: {
    title: 'Umur tunggakan',
    description: {
      today: (date: string) =>
        `Yang belum dibayar sampai sekarang, ${date}, menurut hari sejak jatuh tempo bulan tertua.`,
      past: (date: string) =>
        `Yang belum dibayar pada akhir ${date}, menurut hari sejak jatuh tempo bulan tertua.`,
    },
    bucket: 'Umur',
    workers: 'Peserta',
    amount: 'Iuran belum dibayar',
    together: 'Semua',
    none: 'Tidak ada tunggakan',
    buckets: {
      'not-due': 'Belum jatuh tempo',
      '1-30': '1–30 hari',
      '31-60': '31–60 hari',
      '61-to-lapse': 'Lebih dari 60 hari, belum nonaktif',
    } satisfies Record<Aged['bucket'], string>,
  },
};

const en: typeof id = {
  members: {
    title: 'Members month by month',
    chart: 'Members when the month ended',
    month: 'Month',
    opening: 'Opening',
    joined: 'Joined + rejoined',
    lost: 'Lapsed + left',
    both: (one, other) => `${one} +\u00a0${other}`,
    closing: 'Closing',
    active: 'Active (paid up)',
    collection: 'Collection',
    of: (received, expected) => `${received} of ${expected}`,
    none: 'There are no members in these months',
    going: 'going on',
  },
  ageing: {
    title: 'Ageing of what is unpaid',
    description: {
      today: (date) => `What is unpaid up to now, ${date}, by days since the oldest month was due.`,
      past: (date) =>
        `What was unpaid at the end of ${date}, by days since the oldest month was due.`,
    },
    bucket: 'Age',
    workers: 'Workers',
    amount: 'Unpaid contributions',
    together: 'All',
    none: 'Nothing is unpaid',
    buckets: {
      'not-due': 'Not due yet',
      '1-30': '1–30 days',
      '31-60': '31–60 days',
      '61-to-lapse': 'Over 60 days, not lapsed',
    },
  },
};

export const membersTexts = { id, en };

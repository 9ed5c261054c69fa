import type { AttentionKind } from '#flows/attention/attention-store';

type Kinds = Record<AttentionKind | 'dead-letter', Readonly<{ name: string; means: string }>>;

const id = {
  title: 'Perlu ditindaklanjuti',
  none: 'Tidak ada yang perlu ditindaklanjuti',
  atLeast: (count: string) => `${count}+`,
  kinds: {
    unknown: {
      name: 'Tidak diketahui',
      means: 'SMS mungkin terkirim; tidak dikirim ulang otomatis',
    },
    failed: { name: 'Gagal', means: 'SMS pasti tidak terkirim' },
    missed: {
      name: 'Tidak sempat terkirim',
      means: 'Seharusnya dikirim, tetapi waktunya sudah lewat',
    },
    undelivered: { name: 'Tidak sampai di HP', means: 'Operator tidak dapat menyampaikan SMS' },
    unmatched: {
      name: 'Pembayaran tanpa peserta',
      means: 'Pembayaran dari peserta yang belum terdaftar',
    },
    flagged: {
      name: 'Pembayaran ditandai',
      means: 'Jumlahnya kurang, lebih, atau tidak terduga',
    },
    'dead-letter': {
      name: 'Tertahan di sistem',
      means: 'Sistem menyerah; menunggu pengelola sistem',
    },
  } satisfies Kinds as Kinds,
};

const en: typeof id = {
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
      means: 'The system gave up; its operator has to act',
    },
  },
};

export const attentionTexts = { id, en };

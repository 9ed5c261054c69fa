import type { PaymentRecord } from '#domain/payments/payment';

type Statuses = Record<PaymentRecord['status'], string>;

const id = {
  payment: 'Pembayaran',
  amount: 'Jumlah',
  paidAt: 'Dibayar',
  worker: 'Peserta',
  status: 'Status',
  why: 'Mengapa ditandai',
  actions: 'Tindakan',
  erased: 'Sudah dihapus',
  nobody: 'Belum terdaftar',
  credit: 'Disimpan sebagai saldo',
  /** `now`: null where it is not known, or of no interest. */
  short: (by: string, credit: string, now: string | null) =>
    `kurang ${by}; saldo menjadi ${credit}${now === null ? '' : `, sekarang ${now}`}`,
  forMonths: (months: string) => `untuk ${months}`,
  fromCredit: (rupiah: string) => `; ${rupiah} dari saldo`,
  statuses: {
    recorded: 'Dicatat',
    unmatched: 'Tanpa peserta',
    reversed: 'Dibatalkan',
  } satisfies Statuses as Statuses,
  reversed: (when: string, who: string, reason: string) => `${when}, ${who}: ${reason}`,
};

const en: typeof id = {
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
  short: (by, credit, now) =>
    `${by} short; credit became ${credit}${now === null ? '' : `, and is ${now} now`}`,
  forMonths: (months) => `for ${months}`,
  fromCredit: (rupiah) => `; ${rupiah} from credit`,
  statuses: { recorded: 'Recorded', unmatched: 'Unmatched', reversed: 'Reversed' },
  reversed: (when, who, reason) => `${when}, ${who}: ${reason}`,
};

export const paymentTexts = { id, en };

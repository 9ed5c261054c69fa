import type { PaymentCells } from '#domain/payments/files/payment-file';
import { type FileColumns, nik } from './worker-columns.ts';

export const paymentFile = {
  id: {
    reference: {
      heading: 'referensi',
      holds: 'Nomor bukti dari kanal; tiap pembayaran punya nomor sendiri',
      example: 'TRX-0001',
    },
    channel: {
      heading: 'kanal',
      holds: 'Tempat membayar, seperti bank atau indomaret',
      example: 'bank',
    },
    nik: { heading: 'nik', holds: '16 angka NIK peserta', example: nik },
    amount: { heading: 'jumlah', holds: 'Rupiah, seperti 16800', example: '16800' },
    paid_at: {
      heading: 'waktu_bayar',
      holds: 'Seperti 2026-11-11 09:30; waktu tanpa zona dianggap WIB',
      example: '2026-11-11 09:30',
    },
    months: {
      heading: 'jumlah_bulan',
      holds: 'Berapa bulan yang dibayar, 1–12',
      example: '2',
      isOptional: true,
    },
  },
  en: {
    reference: {
      heading: 'reference',
      holds: 'The channel’s receipt number; each payment has its own',
      example: 'TRX-0001',
    },
    channel: {
      heading: 'channel',
      holds: 'Where it was paid, such as bank or indomaret',
      example: 'bank',
    },
    nik: { heading: 'nik', holds: 'The 16 digits of the worker’s NIK', example: nik },
    amount: { heading: 'amount', holds: 'Rupiah, such as 16800', example: '16800' },
    paid_at: {
      heading: 'paid_at',
      holds: 'Such as 2026-11-11 09:30; a time without a zone is taken as WIB (Jakarta)',
      example: '2026-11-11 09:30',
    },
    months: {
      heading: 'months',
      holds: 'How many months were paid for, 1–12',
      example: '2',
      isOptional: true,
    },
  },
} as const satisfies Record<'id' | 'en', FileColumns<keyof PaymentCells>>;

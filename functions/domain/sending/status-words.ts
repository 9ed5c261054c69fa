import type { ReminderStatus, SkipReason } from '#domain/sending/reminder';

/** The Indonesian words for what became of a text: the console's, and the heads of its files. */
export const statusWords: Readonly<Record<ReminderStatus, string>> = {
  claimed: 'Sedang dikirim',
  sent: 'Terkirim',
  delivered: 'Sampai di HP',
  undelivered: 'Tidak sampai',
  skipped: 'Sengaja tidak dikirim',
  failed: 'Gagal',
  unknown: 'Tidak diketahui',
  missed: 'Tidak sempat terkirim',
};

export const skipWords: Readonly<Record<SkipReason, string>> = {
  stopped: 'peserta meminta SMS dihentikan',
  'held-out': 'kelompok pembanding',
  'no-phone': 'tanpa nomor HP',
  'dead-number': 'nomor tidak aktif',
  'not-on-list': 'bukan nomor uji coba',
  budget: 'anggaran habis',
  paid: 'sudah membayar',
  superseded: 'ada pengingat lain di hari yang sama',
};

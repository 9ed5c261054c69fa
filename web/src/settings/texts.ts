const id = {
  title: 'Pengaturan',
  description: 'Hal-hal yang jarang perlu diubah. Tombol Simpan muncul setelah ada perubahan.',
  toPlan: 'Tahap dan teks ada di Jadwal pengingat.',
  numbers: 'Pengiriman susulan, kelompok pembanding, dan anggaran',
  catchUp: {
    label: 'Batas hari pengiriman susulan',
    means: 'Berapa hari SMS yang belum sempat keluar masih boleh menyusul.',
  },
  holdout: {
    label: 'Kelompok pembanding',
    means:
      'Sekian persen peserta, diundi setiap bulan, hanya menerima peringatan terakhir, sehingga manfaat pengingat dapat diukur.',
  },
  budget: {
    label: 'Anggaran sebulan',
    means: 'Bila habis, SMS berikutnya tidak dikirim sampai bulan berganti.',
    isLimited: 'Dibatasi',
  },
};

const en: typeof id = {
  title: 'Settings',
  description: 'What hardly ever needs to be changed. The Save button appears after a change.',
  toPlan: 'Steps and texts are under Plan.',
  numbers: 'Catch-up texts, held-out workers and budget',
  catchUp: {
    label: 'Catch-up days',
    means: 'For how many days texts that could not leave may still follow.',
  },
  holdout: {
    label: 'Held-out workers',
    means:
      'This percentage of workers, drawn at random each month, gets only the last reminder, so that the effect of reminders can be measured.',
  },
  budget: {
    label: 'Budget a month',
    means: 'When it is used up, further texts are skipped until the month is over.',
    isLimited: 'Limited',
  },
};

export const settingsTexts = { id, en };

const id = {
  title: 'Pengaturan',
  description: 'Hal-hal yang jarang perlu diubah.',
  toPlan: 'Langkah dan teks ada di Jadwal pengingat.',
  numbers: 'Susulan, pembanding, dan anggaran',
  quiet: {
    title: 'Waktu tenang',
    means: 'Tidak ada SMS yang keluar pada waktu ini, menurut jam setempat peserta.',
    from: 'Dari (malam)',
    to: 'Sampai (pagi)',
    days: 'Hari tenang',
    daysMean: 'Langkah yang jatuh pada hari tenang dikirim pada hari sebelumnya.',
  },
  catchUp: { label: 'Hari susulan', means: 'Berapa hari SMS yang belum sempat keluar masih boleh menyusul.' },
  holdout: {
    label: 'Kelompok pembanding',
    means: 'Sekian persen peserta, diundi setiap bulan, hanya menerima peringatan terakhir, sehingga manfaat pengingat dapat diukur.',
  },
  budget: {
    label: 'Anggaran sebulan',
    means: 'Bila habis, SMS berikutnya dilewati sampai bulan berganti.',
    isLimited: 'Dibatasi',
  },
  holidays: {
    title: 'Hari libur',
    means: 'Koreksi atas kalender resmi. Jatuh tempo pada hari libur mundur ke hari kerja berikutnya.',
    add: {
      label: 'Libur tambahan',
      means: 'Hari yang juga libur nasional.',
      add: 'Tambah',
      field: 'Tanggal libur tambahan',
      remove: (day: string) => `Hapus ${day}`,
      none: 'Tidak ada.',
    },
    remove: {
      label: 'Bukan libur',
      means: 'Hari di kalender resmi yang ternyata bukan libur.',
      add: 'Tambah',
      field: 'Tanggal yang bukan libur',
      remove: (day: string) => `Hapus ${day}`,
      none: 'Tidak ada.',
    },
  },
  paidText: {
    title: 'Konfirmasi pembayaran',
    means: 'Ucapan terima kasih setelah iuran diterima. Peserta yang dibayari kelompoknya selalu menerimanya.',
    isEnabled: 'Kirim ke semua yang membayar',
    label: 'Teks SMS',
  },
};

const en: typeof id = {
  title: 'Settings',
  description: 'What hardly ever needs to be touched.',
  toPlan: 'Steps and texts are under Plan.',
  numbers: 'Catch-up, held-out and budget',
  quiet: {
    title: 'Quiet times',
    means: "No text leaves at these times, by the worker's own clock.",
    from: 'From (evening)',
    to: 'To (morning)',
    days: 'Quiet days',
    daysMean: 'A step that falls on a quiet day goes out on the day before.',
  },
  catchUp: { label: 'Catch-up days', means: 'For how many days texts that could not leave may still follow.' },
  holdout: {
    label: 'Held out',
    means:
      'So many percent of the workers, drawn by lot each month, get the last call alone, so that the worth of reminders can be measured.',
  },
  budget: {
    label: 'Budget a month',
    means: 'When it is used up, further texts are skipped until the month is over.',
    isLimited: 'Limited',
  },
  holidays: {
    title: 'Holidays',
    means: 'Corrections to the decreed calendar. A due date on a holiday moves to the next working day.',
    add: {
      label: 'Added',
      means: 'Days that are national holidays as well.',
      add: 'Add',
      field: 'Holiday to add',
      remove: (day) => `Remove ${day}`,
      none: 'None.',
    },
    remove: {
      label: 'Not a holiday',
      means: 'Days of the decreed calendar that turned out to be none.',
      add: 'Add',
      field: 'Day that is no holiday',
      remove: (day) => `Remove ${day}`,
      none: 'None.',
    },
  },
  paidText: {
    title: 'Confirmation of payments',
    means: 'A thank-you after a contribution has come in. Workers whose group pays for them always get it.',
    isEnabled: 'Send to everybody who pays',
    label: 'SMS text',
  },
};

export const settingsTexts = { id, en };

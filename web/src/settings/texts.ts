import type { SettingsView } from '#flows/plan/show-settings';

const id = {
  title: 'Pengaturan',
  description: 'Hal-hal yang jarang perlu diubah. Tombol Simpan muncul setelah ada perubahan.',
  toPlan: 'Langkah dan teks ada di Jadwal pengingat.',
  numbers: 'SMS susulan, kelompok pembanding, dan anggaran',
  quiet: {
    title: 'Waktu tenang',
    means: 'Tidak ada SMS yang keluar pada waktu ini, menurut jam setempat peserta.',
    from: 'Dari (malam)',
    to: 'Sampai (pagi)',
    days: 'Hari tenang',
    daysMean: 'Langkah yang jatuh pada hari tenang dikirim pada hari sebelumnya.',
  },
  catchUp: {
    label: 'Hari susulan',
    means: 'Berapa hari SMS yang belum sempat keluar masih boleh menyusul.',
  },
  holdout: {
    label: 'Kelompok pembanding',
    means:
      'Sekian persen peserta, diundi setiap bulan, hanya menerima peringatan terakhir, sehingga manfaat pengingat dapat diukur.',
  },
  budget: {
    label: 'Anggaran sebulan',
    means: 'Bila habis, SMS berikutnya dilewati sampai bulan berganti.',
    isLimited: 'Dibatasi',
  },
  holidays: {
    title: 'Hari libur',
    means:
      'Koreksi atas kalender resmi. Jatuh tempo pada hari libur diundur ke hari kerja berikutnya.',
    add: {
      label: 'Libur tambahan',
      means: 'Libur nasional yang belum ada di kalender resmi.',
      add: 'Tambah libur',
      field: 'Tanggal libur tambahan',
      remove: (day: string) => `Hapus ${day}`,
      none: 'Tidak ada.',
    },
    remove: {
      label: 'Bukan libur',
      means: 'Hari di kalender resmi yang ternyata bukan libur.',
      add: 'Tambah hari kerja',
      field: 'Tanggal yang bukan libur',
      remove: (day: string) => `Hapus ${day}`,
      none: 'Tidak ada.',
    },
    official: {
      title: (year: string, next: string) =>
        `Libur nasional menurut kalender resmi, ${year} dan ${next}`,
      about: 'Kalender resmi',
      estimate: 'perkiraan',
      none: 'Belum ada di kalender.',
    },
  },
  paidText: {
    title: 'Konfirmasi pembayaran',
    means:
      'Ucapan terima kasih setelah iuran diterima. Peserta yang dibayari kelompoknya selalu menerimanya.',
    isEnabled: 'Kirim ke semua yang membayar',
    label: 'Teks SMS',
  },
  deployment: {
    title: 'Ditetapkan saat pemasangan',
    means: 'Hanya untuk dibaca. Yang memasang Ingat dapat mengubahnya.',
    lapse: 'Kepesertaan nonaktif',
    months: (months: string) => `${months} bulan setelah bulan terakhir yang dibayar`,
    reactivation: 'Agar aktif kembali, peserta membayar',
    reactivations: {
      resume: 'bulan berjalan saja',
      'settle-arrears': 'tunggakan tiga bulan terakhir',
    } satisfies Record<SettingsView['reactivation'], string>,
    jointLeave: 'Cuti bersama mengundurkan jatuh tempo',
    price: 'Harga per bagian SMS',
    rate: 'Kurs US$1',
    partsPerSecond: 'Bagian SMS per detik, paling banyak',
    senderId: 'Nama pengirim',
    noSenderId: 'bawaan operator',
    approval: 'Perubahan langkah dan teks disetujui admin kedua',
    yes: 'ya',
    no: 'tidak',
  },
};

const en: typeof id = {
  title: 'Settings',
  description: 'What hardly ever needs to be changed. The Save button appears after a change.',
  toPlan: 'Steps and texts are under Plan.',
  numbers: 'Catch-up texts, held-out workers and budget',
  quiet: {
    title: 'Quiet times',
    means: "No text leaves at these times, by the worker's own clock.",
    from: 'From (evening)',
    to: 'To (morning)',
    days: 'Quiet days',
    daysMean: 'A step that falls on a quiet day goes out on the day before.',
  },
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
  holidays: {
    title: 'Holidays',
    means:
      'Corrections to the official calendar. A due date on a holiday moves to the next working day.',
    add: {
      label: 'Added',
      means: 'National holidays missing from the official calendar.',
      add: 'Add holiday',
      field: 'Holiday to add',
      remove: (day) => `Remove ${day}`,
      none: 'None.',
    },
    remove: {
      label: 'Not a holiday',
      means: 'Official holidays that are working days after all.',
      add: 'Add working day',
      field: 'Day that is no holiday',
      remove: (day) => `Remove ${day}`,
      none: 'None.',
    },
    official: {
      title: (year, next) => `National holidays of the official calendar, ${year} and ${next}`,
      about: 'Official calendar',
      estimate: 'estimate',
      none: 'Not in the calendar yet.',
    },
  },
  paidText: {
    title: 'Confirmation of payments',
    means:
      'A thank-you after a contribution has come in. Workers whose group pays for them always get it.',
    isEnabled: 'Send to everybody who pays',
    label: 'SMS text',
  },
  deployment: {
    title: 'Set at deployment',
    means: 'For reading only. Whoever deploys Ingat can change it.',
    lapse: 'Membership lapses',
    months: (months) =>
      `${months === '1' ? '1 month' : `${months} months`} after the last paid month`,
    reactivation: 'To be active again, a worker pays',
    reactivations: {
      resume: 'the current month only',
      'settle-arrears': 'the last three months owed',
    },
    jointLeave: 'Joint leave moves due dates',
    price: 'Price of an SMS part',
    rate: 'Rate of US$1',
    partsPerSecond: 'SMS parts a second at most',
    senderId: 'Sender ID',
    noSenderId: "the carrier's own",
    approval: 'A second admin approves changes of steps and texts',
    yes: 'yes',
    no: 'no',
  },
};

export const settingsTexts = { id, en };

const id = {
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
};

const en: typeof id = {
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
    field: 'Day that is not a holiday',
    remove: (day) => `Remove ${day}`,
    none: 'None.',
  },
  official: {
    title: (year, next) => `National holidays of the official calendar, ${year} and ${next}`,
    about: 'Official calendar',
    estimate: 'estimate',
    none: 'Not in the calendar yet.',
  },
};

export const holidaysTexts = { id, en };

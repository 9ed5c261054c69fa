const id = {
  action: 'Sudah ditangani',
  of: (what: string) => `Sudah ditangani: ${what}`,
  many: (count: string) => `Tandai ${count} sudah ditangani`,
  noneChosen: 'Tandai sudah ditangani',
  none: 'Pilih baris yang sudah ditangani',
  select: 'Pilih baris',
  selectAll: 'Pilih semua yang ditampilkan',
  title: (count: string) => `Tandai ${count} sudah ditangani?`,
  means: 'Semuanya hilang dari daftar ini untuk semua orang. Anda masih dapat mengurungkannya.',
  note: 'Catatan (boleh kosong)',
  noteMeans:
    'Misalnya: sudah ditelepon, akan membayar besok. Tampil di halaman peserta. Jangan menulis nomor HP atau NIK.',
  noteWrong: 'Paling banyak 200 huruf, tanpa nomor HP atau NIK.',
  done: (count: string) => `${count} ditandai sudah ditangani, dan hilang dari daftar ini.`,
  putBack: (count: string) => `${count} dikembalikan ke daftar.`,
  undo: 'Urungkan',
  others: {
    'no-such-item': (count: string) =>
      `${count} lainnya sudah ditangani orang lain, atau sudah selesai sendiri.`,
    busy: (count: string) => `${count} lainnya belum: server sedang sibuk. Coba sekali lagi.`,
  },
  failed: 'Belum ditandai sudah ditangani',
};

const en: typeof id = {
  action: 'Mark as done',
  of: (what) => `Mark as done: ${what}`,
  many: (count) => `Mark ${count} as done`,
  noneChosen: 'Mark as done',
  none: 'Choose the rows that are dealt with',
  select: 'Choose a row',
  selectAll: 'Choose all that are shown',
  title: (count) => `Mark ${count} as done?`,
  means: 'All of them are off this list for everybody. You can still undo that.',
  note: 'Note (may be empty)',
  noteMeans:
    'Such as: called, will pay tomorrow. It stands on the worker’s page. Write no phone and no NIK.',
  noteWrong: 'At most 200 characters, without a phone or a NIK.',
  done: (count) => `${count} marked as done, and off this list.`,
  putBack: (count) => `${count} put back on the list.`,
  undo: 'Undo',
  others: {
    'no-such-item': (count) =>
      `${count} more were dealt with by somebody else, or have resolved themselves.`,
    busy: (count) => `${count} more are not done: the server is busy. Try once more.`,
  },
  failed: 'Not marked as done',
};

export const resolveTexts = { id, en };

const id = {
  title: 'Perbaiki data peserta',
  save: 'Simpan',
  unchanged: 'Belum ada yang diubah',
  emptyHint: 'Kosongkan bila tidak ada',
  incomeHint: 'Rupiah, tanpa desimal',
  was: (was: string) => (was === '' ? 'Semula: tidak ada' : `Semula: ${was}`),
  paid: 'Lunas sampai bulan mana hanya berubah oleh pembayaran.',
  saved: 'Data peserta diperbaiki.',
};

const en: typeof id = {
  title: 'Correct the worker',
  save: 'Save',
  unchanged: 'Nothing is changed yet',
  emptyHint: 'Leave empty where there is none',
  incomeHint: 'Whole rupiah',
  was: (was) => (was === '' ? 'Before: none' : `Before: ${was}`),
  paid: 'Only a payment changes through which month they are covered.',
  saved: 'The worker is corrected.',
};

export const correctTexts = { id, en };

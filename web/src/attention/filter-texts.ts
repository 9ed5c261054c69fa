const id = {
  labels: {
    province: 'Provinsi',
    group: 'Kelompok',
    reason: 'Sebab',
    amountFrom: 'Jumlah paling sedikit (Rp)',
    order: 'Urutan',
  },
  all: {
    province: 'Semua provinsi',
    group: 'Semua kelompok',
    reason: 'Semua sebab',
    order: 'Terbaru lebih dahulu',
  },
  oldest: 'Terlama lebih dahulu',
  amountWrong: 'Tulis jumlah dalam rupiah bulat, misalnya 8.400.',
  clear: 'Hapus saringan',
  noneAsked: 'Tidak ada yang cocok dengan saringan ini',
  counter: (shown: string, total: string) => `(${shown} dari ${total})`,
  whole: (total: string) => `(${total})`,
  atLeast: (count: string) => `lebih dari ${count}`,
};

const en: typeof id = {
  labels: {
    province: 'Province',
    group: 'Group',
    reason: 'Reason',
    amountFrom: 'Smallest amount (Rp)',
    order: 'Order',
  },
  all: {
    province: 'All provinces',
    group: 'All groups',
    reason: 'All reasons',
    order: 'Latest first',
  },
  oldest: 'Oldest first',
  amountWrong: 'Write an amount in whole rupiah, such as 8,400.',
  clear: 'Clear the filter',
  noneAsked: 'Nothing fits this filter',
  counter: (shown, total) => `(${shown} of ${total})`,
  whole: (total) => `(${total})`,
  atLeast: (count) => `more than ${count}`,
};

export const filterTexts = { id, en };

const id = {
  title: 'Belum dapat disimpan: ada isian yang belum benar',
  places: {
    id: 'Kode tahap',
    offsetDays: 'Hari',
    anchor: 'Tanggal acuan',
    paidText: 'Konfirmasi pembayaran',
    holidays: 'Hari libur',
    add: 'Tambahan',
    remove: 'Dihapus',
    from: 'Dari',
    to: 'Sampai',
    onlyTo: 'Nomor uji coba',
    steps: 'Tahap',
    'if-match': 'Versi',
    body: 'Jadwal',
  } as Readonly<Record<string, string>>,
};

const en: typeof id = {
  title: 'Cannot be saved yet: something is not right',
  places: {
    id: 'Step id',
    offsetDays: 'Day',
    anchor: 'Counted from',
    paidText: 'Confirmation of payments',
    holidays: 'Holidays',
    add: 'Added',
    remove: 'Removed',
    from: 'From',
    to: 'To',
    onlyTo: 'Trial phones',
    steps: 'Steps',
    'if-match': 'Version',
    body: 'Plan',
  },
};

export const faultsTexts = { id, en };

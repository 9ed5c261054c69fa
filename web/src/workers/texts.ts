const id = {
  title: 'Peserta',
  import: 'Impor peserta',
  columns: {
    name: 'Nama',
    phone: 'Nomor HP',
    coverage: 'Status',
    owed: 'Harus dibayar',
    province: 'Provinsi',
    due: 'Jatuh tempo',
  },
  noPhone: 'tidak ada',
};

const en: typeof id = {
  title: 'Workers',
  import: 'Import workers',
  columns: {
    name: 'Name',
    phone: 'Phone',
    coverage: 'Status',
    owed: 'To be paid',
    province: 'Province',
    due: 'Due on',
  },
  noPhone: 'none',
};

export const workersTexts = { id, en };

const id = {
  title: 'Baris yang tidak masuk',
  download: 'Unduh CSV',
  line: 'Baris',
  field: 'Kolom',
  value: 'Isi',
  reason: 'Alasan',
  none: 'Semua baris diterima',
  wholeLine: 'seluruh baris',
  suffix: 'ditolak',
};

const en: typeof id = {
  title: 'Lines that are not taken in',
  download: 'Download CSV',
  line: 'Line',
  field: 'Column',
  value: 'Value',
  reason: 'Reason',
  none: 'All lines are accepted',
  wholeLine: 'the whole line',
  suffix: 'rejected',
};

export const asideTexts = { id, en };

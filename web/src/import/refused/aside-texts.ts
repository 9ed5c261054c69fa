const id = {
  setAside: { title: 'Baris yang tidak masuk', suffix: 'ditolak' },
  warnings: { title: 'Isian yang tidak dipakai', suffix: 'peringatan' },
  download: 'Unduh CSV',
  line: 'Baris',
  field: 'Kolom',
  value: 'Isi',
  reason: 'Alasan',
  wholeLine: 'seluruh baris',
};

const en: typeof id = {
  setAside: { title: 'Lines that are not taken in', suffix: 'rejected' },
  warnings: { title: 'Cells that are not used', suffix: 'warnings' },
  download: 'Download CSV',
  line: 'Line',
  field: 'Column',
  value: 'Value',
  reason: 'Reason',
  wholeLine: 'the whole line',
};

export const asideTexts = { id, en };

const id = {
  setAside: { title: 'Baris yang tidak masuk', suffix: 'ditolak' },
  warnings: { title: 'Isian yang tidak dipakai', suffix: 'peringatan' },
  download: 'Unduh CSV',
  line: 'Baris',
  field: 'Kolom',
  value: 'Isi',
  reason: 'Alasan',
  wholeLine: 'seluruh baris',
  through: (line: string) =>
    `Daftar ini hanya sampai baris ${line} dari file. Perbaiki baris-baris ini dan impor lagi: yang di bawahnya muncul kemudian.`,
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
  through: (line) =>
    `This list ends with line ${line} of the file. Correct these lines and import it again: those below are listed then.`,
};

export const asideTexts = { id, en };

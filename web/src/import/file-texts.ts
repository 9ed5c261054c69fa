const id = {
  title: 'File',
  label: 'File CSV (UTF-8)',
  headings: (required: string, optional: string) =>
    `Baris pertama harus berisi judul kolom ini: ${required}. Tidak wajib: ${optional}.`,
  constraint:
    'Pisahkan kolom dengan koma, titik koma, atau tab. Kolom lain diabaikan. Ukuran file tidak dibatasi.',
  columns: 'Isi tiap kolom',
  isOptional: 'tidak wajib',
  example: 'Unduh contoh CSV',
  another: 'Impor file lain',
};

const en: typeof id = {
  title: 'File',
  label: 'CSV file (UTF-8)',
  headings: (required, optional) =>
    `The first row must hold these column headings: ${required}. Optional: ${optional}.`,
  constraint:
    'Separate columns with commas, semicolons or tabs. Other columns are ignored. Any file size.',
  columns: 'What goes into each column',
  isOptional: 'optional',
  example: 'Download an example CSV',
  another: 'Import another file',
};

export const fileTexts = { id, en };

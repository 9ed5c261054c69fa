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
  notText: 'File ini bukan teks UTF-8. Di Excel, simpan sebagai "CSV UTF-8 (Comma delimited)".',
  noHeader: 'File ini tidak punya baris judul kolom.',
  unreadable: 'File ini tidak dapat dibaca. Mungkin sudah dipindahkan atau diubah: pilih lagi.',
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
  notText: 'This file is not UTF-8 text. In Excel, save it as "CSV UTF-8 (Comma delimited)".',
  noHeader: 'This file has no row of column headings.',
  unreadable: 'This file cannot be read. It may have been moved or changed: choose it again.',
  another: 'Import another file',
};

export const fileTexts = { id, en };

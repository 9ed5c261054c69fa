const id = {
  checking: {
    title: 'Memeriksa file',
    done: 'Hasil pemeriksaan: belum ada yang diubah',
    stop: 'Hentikan pemeriksaan',
  },
  importing: { title: 'Mengimpor', done: 'Selesai diimpor', stop: 'Hentikan impor' },
  progress: (rows: string) => `${rows} baris sejauh ini`,
  counts: {
    accepted: 'Diterima',
    rejected: 'Ditolak',
    conflicts: 'Bertentangan',
    rejectedMeans: 'ada kesalahan di barisnya',
    warnings: 'Peringatan',
    warningsMeans: 'isian yang tidak dipakai; selebihnya dari barisnya dipakai',
  },
  confirm: (rows: string) => `Impor ${rows} baris`,
  confirmText: (rows: string, aside: string) => `${rows} baris akan diimpor, ${aside} baris tidak.`,
  nothing: 'Tidak ada baris yang dapat diimpor.',
  failed: { checking: 'Pemeriksaan terhenti', importing: 'Impor terhenti' },
  stopped: { checking: 'Pemeriksaan dihentikan', importing: 'Impor dihentikan' },
  stays: (line: string, rows: string) =>
    `Sampai baris ${line}, ${rows} baris sudah masuk dan tetap tersimpan.`,
  nothingYet: 'Belum ada baris yang masuk.',
  resume: 'Lanjutkan',
  imported: (rows: string, file: string) => `${rows} baris dari ${file} sudah masuk.`,
  before: {
    title: 'Impor terakhir belum selesai',
    text: (file: string, line: string) =>
      `Impor ${file} terhenti setelah baris ${line}. Yang sudah masuk tetap tersimpan: pilih file yang sama lagi, dan sisanya ikut masuk.`,
  },
};

const en: typeof id = {
  checking: {
    title: 'Checking the file',
    done: 'What the import would do: nothing is changed yet',
    stop: 'Stop checking',
  },
  importing: { title: 'Importing', done: 'Imported', stop: 'Stop the import' },
  progress: (rows) => `${rows} rows so far`,
  counts: {
    accepted: 'Accepted',
    rejected: 'Rejected',
    conflicts: 'Conflicts',
    rejectedMeans: 'a mistake in the line',
    warnings: 'Warnings',
    warningsMeans: 'a cell or column that is not used; all else of its line is',
  },
  confirm: (rows) => (rows === '1' ? 'Import 1 row' : `Import ${rows} rows`),
  confirmText: (rows, aside) =>
    `Rows that will be imported: ${rows}. Rows that will not: ${aside}.`,
  nothing: 'There is no row that can be imported.',
  failed: { checking: 'The check broke off', importing: 'The import broke off' },
  stopped: { checking: 'The check was stopped', importing: 'The import was stopped' },
  stays: (line, rows) => `Up to line ${line}, ${rows} rows were taken in, and stay.`,
  nothingYet: 'No row was taken in yet.',
  resume: 'Go on',
  imported: (rows, file) => `Taken in from ${file}: ${rows} rows.`,
  before: {
    title: 'The last import is not finished',
    text: (file, line) =>
      `The import of ${file} broke off after line ${line}. What was taken in stays: choose the same file again, and the rest follows.`,
  },
};

export const importTexts = { id, en };

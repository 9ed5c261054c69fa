const id = {
  title: 'Impor sebelumnya',
  none: 'Belum ada file yang diimpor.',
  file: 'File',
  begun: 'Dimulai',
  by: 'Oleh',
  state: 'Keadaan',
  rows: 'Baris',
  counts: (accepted: string, aside: string) => `${accepted} baris valid, ${aside} tidak`,
  checks: {
    waiting: 'Menunggu file',
    running: 'Sedang diperiksa',
    done: 'Diperiksa, belum diimpor',
    failed: 'Pemeriksaan gagal',
  },
  imports: {
    waiting: 'Menunggu file',
    running: 'Sedang diimpor',
    done: 'Selesai diimpor',
    failed: 'Impor gagal',
  },
};

const en: typeof id = {
  title: 'Earlier imports',
  none: 'No file has been imported yet.',
  file: 'File',
  begun: 'Begun',
  by: 'By',
  state: 'State',
  rows: 'Lines',
  counts: (accepted, aside) => `${accepted} accepted, ${aside} not`,
  checks: {
    waiting: 'Waiting for the file',
    running: 'Being checked',
    done: 'Checked, not imported',
    failed: 'The check failed',
  },
  imports: {
    waiting: 'Waiting for the file',
    running: 'Being imported',
    done: 'Imported',
    failed: 'The import failed',
  },
};

export const pastTexts = { id, en };

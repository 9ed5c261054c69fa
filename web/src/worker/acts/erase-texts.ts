const id = {
  title: 'Hapus data peserta',
  text: 'Nama, nomor HP, dan seluruh riwayat peserta ini dihapus untuk selamanya, dan impor berikutnya tidak membawanya kembali. Pembayaran tetap tercatat tanpa namanya.',
  when: 'Lakukan ini hanya bila peserta sendiri meminta datanya dihapus.',
  next: 'Lanjutkan',
  sure: 'Yakin? Ini tidak dapat dibatalkan.',
  word: 'HAPUS',
  type: (word: string) => `Ketik ${word} untuk menghapus`,
  save: 'Hapus untuk selamanya',
  saved: 'Data peserta dihapus.',
};

const en: typeof id = {
  title: 'Erase worker',
  text: 'The name, the phone and all that happened to this worker are deleted for good, and the next roster does not bring them back. Payments stay on the books without their name.',
  when: 'Do this only if they themselves ask for their data to be erased.',
  next: 'Go on',
  sure: 'Are you sure? This cannot be undone.',
  word: 'ERASE',
  type: (word) => `Type ${word} to erase`,
  save: 'Erase for good',
  saved: 'The worker is erased.',
};

export const eraseTexts = { id, en };

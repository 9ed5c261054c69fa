const id = {
  more: 'Lainnya',
  correct: 'Perbaiki data',
  stop: 'Hentikan SMS',
  resume: 'Kirim SMS lagi',
  end: 'Akhiri kepesertaan',
  unend: 'Batalkan akhir kepesertaan',
  erase: 'Hapus data peserta',
};

const en: typeof id = {
  more: 'More',
  correct: 'Correct',
  stop: 'Stop texts',
  resume: 'Text again',
  end: 'End membership',
  unend: 'Undo the end',
  erase: 'Erase worker',
};

export const actionTexts = { id, en };

const id = {
  title: 'Data peserta',
  notThere: {
    title: 'Peserta ini tidak ditemukan',
    text: 'Mungkin tautannya keliru, atau datanya sudah dihapus atas permintaan peserta.',
    find: 'Cari peserta',
  },
  dialog: {
    conflict: {
      title: 'Peserta ini baru saja diubah orang lain',
      text: 'Muat ulang datanya, periksa, lalu simpan lagi. Isian Anda tetap ada.',
      reload: 'Muat ulang',
    },
  },
};

const en: typeof id = {
  title: 'Worker details',
  notThere: {
    title: 'Worker not found',
    text: 'The link may be wrong, or their data was erased at their request.',
    find: 'Find a worker',
  },
  dialog: {
    conflict: {
      title: 'Somebody else has just changed this worker',
      text: 'Load them again, look, then save again. What you entered stays.',
      reload: 'Load again',
    },
  },
};

export const workerTexts = { id, en };

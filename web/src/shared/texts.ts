const id = {
  loading: 'Memuat …',
  retry: 'Coba lagi',
  back: 'Kembali',
  home: 'Ke halaman utama',
  failed: 'Data tidak dapat dimuat',
  failedOf: (what: string) => `${what}: data tidak dapat dimuat`,
  notSaved: 'Tidak tersimpan',
  /** Errors of the API by code, which otherwise speaks English. */
  problems: {
    offline: 'Server tidak dapat dihubungi. Periksa sambungan internet Anda.',
    invalid: 'Ada isian yang belum benar.',
    unauthorized: 'Sesi Anda telah berakhir. Silakan masuk lagi.',
    forbidden: 'Peran Anda tidak mengizinkan hal ini.',
    'not-found': 'Data ini tidak ada, atau sudah dihapus.',
    conflict: 'Orang lain telah mengubahnya lebih dulu.',
    'too-large': 'Terlalu besar untuk satu kali kirim.',
    busy: 'Server sedang sibuk.',
    starting: 'Server sedang dimulai. Tunggu sebentar, lalu coba lagi.',
    failed:
      'Terjadi kesalahan di pihak kami, dan kesalahan ini sudah dilaporkan. Mungkin sebagian sudah dilakukan. Aman untuk mengulang hal yang sama.',
  },
  notFound: { title: 'Halaman tidak ditemukan', text: 'Tidak ada halaman di alamat ini.' },
  notForYou: {
    title: 'Halaman ini bukan untuk peran Anda',
    text: 'Hubungi admin bila Anda memerlukannya untuk pekerjaan Anda.',
  },
  broken: {
    title: 'Halaman ini gagal ditampilkan',
    text: 'Muat ulang halaman. Isian yang belum disimpan tetap ada.',
    reload: 'Muat ulang',
  },
  more: 'Tampilkan lebih banyak',
  fileCut: {
    title: 'File terpotong',
    text: 'Masih ada yang belum termasuk. Persempit daftarnya, atau unduh bagian berikutnya.',
    next: 'Unduh bagian berikutnya',
  },
  dismiss: 'Tutup pesan ini',
};

const en: typeof id = {
  loading: 'Loading …',
  retry: 'Try again',
  back: 'Back',
  home: 'To the start page',
  failed: 'The data could not be loaded',
  failedOf: (what) => `${what}: the data could not be loaded`,
  notSaved: 'Not saved',
  problems: {
    offline: 'The server cannot be reached. Check your internet connection.',
    invalid: 'Something that was entered is not right yet.',
    unauthorized: 'Your session has ended. Please sign in again.',
    forbidden: 'Your role does not allow this.',
    'not-found': 'This does not exist, or has been deleted.',
    conflict: 'Somebody else changed it first.',
    'too-large': 'Too large to be sent at once.',
    busy: 'The server is busy.',
    starting: 'The server is starting. Wait a moment, then try again.',
    failed:
      'Something went wrong on our side and was reported. It may have been done in part. Doing the same again is safe.',
  },
  notFound: { title: 'Page not found', text: 'There is no page at this address.' },
  notForYou: {
    title: 'This page is not for your role',
    text: 'Ask an admin if your work needs it.',
  },
  broken: {
    title: 'This page could not be shown',
    text: 'Load it again. What you have not saved is still there.',
    reload: 'Load again',
  },
  more: 'Show more',
  fileCut: {
    title: 'The file was cut',
    text: 'There are more than it holds. Narrow the list, or download the next part.',
    next: 'Download the next part',
  },
  dismiss: 'Close this message',
};

export const sharedTexts = { id, en };

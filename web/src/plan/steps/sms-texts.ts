const id = {
  title: 'Teks menurut bahasa',
  tabs: { id: 'Indonesia', jv: 'Jawa', su: 'Sunda', en: 'Inggris' },
  text: 'Teks SMS',
  none: 'kosong',
  faulty: 'belum benar',
  empty: 'Kosong: peserta menerima teks Bahasa Indonesia',
  unread: {
    take: 'Pakai draf yang belum diperiksa',
    means: 'Draf ini belum dibaca penutur asli. Mintalah ia membacanya sebelum Anda menyimpan.',
  },
  insert: 'Sisipkan, diisi otomatis saat dikirim:',
  count: (characters: string, parts: string, most: string) =>
    `Paling panjang ${characters} karakter: ${parts} dari ${most} bagian SMS`,
  priceChange: 'Teks saat iuran naik',
  priceChangeLabel: 'Teks SMS bila iuran bulan itu lebih mahal',
  priceChangeMeans:
    'Dikirim sebagai ganti teks di atas pada bulan pertama setelah diskon berakhir.',
};

const en: typeof id = {
  title: 'Texts by language',
  tabs: { id: 'Indonesian', jv: 'Javanese', su: 'Sundanese', en: 'English' },
  text: 'SMS text',
  none: 'none',
  faulty: 'not right',
  empty: 'None: these workers get the Indonesian text',
  unread: {
    take: 'Take in the draft that nobody has checked',
    means: 'No native speaker has read this draft. Have one read it before you save.',
  },
  insert: 'Insert what is filled in when it is sent:',
  count: (characters, parts, most) =>
    `${characters} characters at its longest: ${parts} of ${most} SMS parts`,
  priceChange: 'Text when the price goes up',
  priceChangeLabel: 'SMS text where that month costs more',
  priceChangeMeans:
    'Sent in place of the text above for the first month after a discount has ended.',
};

export const smsTexts = { id, en };

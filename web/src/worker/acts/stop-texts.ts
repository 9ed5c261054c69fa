const id = {
  stop: {
    title: 'Hentikan SMS ke peserta ini',
    how: 'Untuk berapa lama?',
    forGood: 'Seterusnya',
    forGoodMeans: 'sampai peserta sendiri meminta SMS lagi',
    until: 'Sampai tanggal tertentu',
    untilMeans: 'misalnya karena sedang berduka atau di rumah sakit',
    day: 'SMS dikirim lagi mulai',
    everybody: (count: string) => `Juga untuk ${count} peserta lain dengan nomor HP ini`,
    save: 'Hentikan SMS',
    saved: 'SMS untuk peserta ini dihentikan.',
    savedUntil: (date: string) => `Peserta ini tidak menerima SMS sampai ${date}.`,
  },
  resume: {
    title: 'Kirim SMS lagi ke peserta ini',
    text: 'Lakukan ini hanya bila peserta sendiri memintanya.',
    save: 'Kirim SMS lagi',
    saved: 'Peserta ini menerima SMS lagi.',
  },
};

const en: typeof id = {
  stop: {
    title: 'Stop texts to this worker',
    how: 'For how long?',
    forGood: 'For good',
    forGoodMeans: 'until they themselves ask for texts again',
    until: 'Until a day',
    untilMeans: 'such as in mourning, or while in hospital',
    day: 'Texted again from',
    everybody: (count) =>
      count === '1'
        ? 'Also for the other worker with this phone'
        : `Also for ${count} other workers with this phone`,
    save: 'Stop texts',
    saved: 'This worker is not texted any more.',
    savedUntil: (date) => `This worker is not texted before ${date}.`,
  },
  resume: {
    title: 'Text this worker again',
    text: 'Do this only if they themselves ask for it.',
    save: 'Text again',
    saved: 'This worker is texted again.',
  },
};

export const stopTexts = { id, en };

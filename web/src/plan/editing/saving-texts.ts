import { outlookDays } from './outlook.ts';

const id = {
  title: 'Simpan perubahan ini?',
  counting: 'Menghitung SMS dan biayanya …',
  same: (count: string, cost: string) =>
    `Perkiraan ${outlookDays} hari: tetap ${count} SMS · ${cost}`,
  becomes: (count: readonly [string, string], cost: readonly [string, string]) =>
    `Perkiraan ${outlookDays} hari: ${count.join(' → ')} SMS · ${cost.join(' → ')}`,
  atMost: (count: string, cost: string) => `Paling banyak ${count} SMS, ${cost}.`,
  noPast: 'Belum ada bulan pembanding: perkiraan menganggap tidak ada yang membayar.',
  holdout:
    'Kelompok pembanding berubah bagi bulan yang baru mulai ditagih. Dalam bulan dengan dua besaran, peserta dibandingkan hanya dengan yang diundi dengan besaran yang sama.',
  paid: 'Setiap peserta yang membayar mendapat SMS konfirmasi. Jumlah SMS dapat berlipat dua.',
  noSteps: 'Tidak ada tahap yang aktif: tidak seorang pun diingatkan lagi.',
  does: {
    texts: (date: string, count: string, cost: string) =>
      `Simpan: mulai ${date} ${count} SMS, ${cost}`,
    none: `Simpan: tidak ada SMS dalam ${outlookDays} hari`,
    paused: 'Simpan: semua SMS tetap dijeda',
    unknown: 'Simpan sekarang',
  },
};

const en: typeof id = {
  title: 'Save these changes?',
  counting: 'Counting texts and their cost …',
  same: (count, cost) => `Expected in ${outlookDays} days: ${count} texts as before · ${cost}`,
  becomes: (count, cost) =>
    `Expected in ${outlookDays} days: ${count.join(' → ')} texts · ${cost.join(' → ')}`,
  atMost: (count, cost) => `${count} texts at most, ${cost}.`,
  noPast: 'There is no month to go by yet: it is expected that nobody pays.',
  holdout:
    'The held-out share changes for months that come to be owed from now on. Within a month with two shares, workers are compared only with those drawn with the same one.',
  paid: 'Everybody who pays gets a text that confirms it. There may be twice as many texts.',
  noSteps: 'No step is switched on: nobody is reminded any more.',
  does: {
    texts: (date, count, cost) => `Save: from ${date} ${count} texts, ${cost}`,
    none: `Save: no texts in ${outlookDays} days`,
    paused: 'Save: all texts stay paused',
    unknown: 'Save now',
  },
};

export const savingTexts = { id, en };

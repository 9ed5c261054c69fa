const id = {
  day: 'Tanggal',
  before: 'Hari sebelumnya',
  after: 'Hari berikutnya',
  chosen: (date: string) => `Pilih tanggal, sekarang ${date}`,
};

const en: typeof id = {
  day: 'Day',
  before: 'The day before',
  after: 'The day after',
  chosen: (date) => `Choose a day, now ${date}`,
};

export const dayChoiceTexts = { id, en };

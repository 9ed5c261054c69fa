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

const fieldId = {
  placeholder: { day: 'hh/bb/tttt', month: 'bb/tttt' },
  calendar: 'Kalender',
  unread: {
    day: 'Tulis tanggal seperti 16/11/2026.',
    month: 'Tulis bulan seperti 11/2026.',
  },
  notAllowed: 'Tanggal ini tidak dapat dipilih di sini.',
};

const fieldEn: typeof fieldId = {
  placeholder: { day: 'dd/mm/yyyy', month: 'mm/yyyy' },
  calendar: 'Calendar',
  unread: { day: 'Write a date such as 16/11/2026.', month: 'Write a month such as 11/2026.' },
  notAllowed: 'This day can not be chosen here.',
};

export const dateFieldTexts = { id: fieldId, en: fieldEn };

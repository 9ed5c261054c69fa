const id = {
  title: 'Perpanjangan hari demi hari',
  description: (date: string) =>
    `Berapa persen dari yang wajib bayar sudah membayar, sekian hari sebelum atau setelah jatuh tempo. Sampai akhir ${date}.`,
  days: 'Hari setelah jatuh tempo (minus: sebelum)',
  share: 'Sudah membayar',
  dueDay: 'Jatuh tempo',
  beside: (days: string, month: string, share: string, before: string, shareBefore: string) =>
    `${days}: ${month} ${share}, ${before} ${shareBefore} pada hari yang sama.`,
  ahead: (points: string) => `${points} poin lebih tinggi daripada bulan sebelumnya.`,
  behind: (points: string) => `${points} poin lebih rendah daripada bulan sebelumnya.`,
  same: 'Sama dengan bulan sebelumnya.',
  day: {
    before: (days: string) => `${days} hari sebelum jatuh tempo`,
    on: 'Pada hari jatuh tempo',
    after: (days: string) => `${days} hari setelah jatuh tempo`,
  },
  partial: (month: string) => `${month} hanya sebagian, jadi tidak ada kurva untuk bulan itu.`,
};

const inDays = (days: string): string => (days === '1' ? '1 day' : `${days} days`);

const en: typeof id = {
  title: 'Renewals day by day',
  description: (date) =>
    `What share of those due had paid, so many days before or after the due date. Up to the end of ${date}.`,
  days: 'Days after due (minus: before)',
  share: 'Have paid',
  dueDay: 'Due date',
  beside: (days, month, share, before, shareBefore) =>
    `${days}: ${month} ${share}, ${before} ${shareBefore} on the same day.`,
  ahead: (points) => `${points} points higher than the month before.`,
  behind: (points) => `${points} points lower than the month before.`,
  same: 'The same as the month before.',
  day: {
    before: (days) => `${inDays(days)} before due`,
    on: 'On the due date',
    after: (days) => `${inDays(days)} after due`,
  },
  partial: (month) => `${month} is partial, so there is no curve for it.`,
};

export const curveTexts = { id, en };

const id = {
  nearly: {
    title: 'Anggaran SMS bulan ini hampir habis',
    text: (used: string, budget: string) =>
      `${used} dari ${budget} sudah terpakai. Setelah habis, pengingat dilewati sampai bulan berganti.`,
  },
  used: {
    title: 'Anggaran SMS bulan ini sudah habis',
    text: (used: string, budget: string) =>
      `${used} dari ${budget} terpakai: pengingat dilewati sampai anggaran dinaikkan atau bulan berganti.`,
  },
};

const en: typeof id = {
  nearly: {
    title: 'The month’s budget for texts is nearly used up',
    text: (used, budget) =>
      `${used} of ${budget} are used. At the whole of it reminders are skipped until the month is over.`,
  },
  used: {
    title: 'The month’s budget for texts is used up',
    text: (used, budget) =>
      `${used} of ${budget} are used: reminders are skipped until it is raised or the month is over.`,
  },
};

export const budgetTexts = { id, en };

const id = {
  title: 'Hari ini',
  alerts: 'Peringatan',
};

const en: typeof id = {
  title: 'Today',
  alerts: 'Warnings',
};

export const todayTexts = { id, en };

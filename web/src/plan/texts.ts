const id = {
  title: 'Jadwal pengingat',
  description: 'Kapan peserta di-SMS, dan apa isinya.',
  toSettings: 'Jam tenang, anggaran, dan hari libur ada di Pengaturan.',
};

const en: typeof id = {
  title: 'Plan',
  description: 'When workers are texted, and what they read.',
  toSettings: 'Quiet hours, the budget and holidays are under Settings.',
};

export const planTexts = { id, en };

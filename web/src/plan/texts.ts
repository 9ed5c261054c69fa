const id = {
  title: 'Jadwal pengingat',
  description:
    'Kapan SMS dikirim kepada peserta, dan apa isinya. SMS bisa baru sampai 72 jam setelah dikirim, jadi isinya ' +
    'harus tetap benar saat itu.',
  toSettings: 'Jam tanpa SMS, anggaran, dan hari libur ada di Pengaturan.',
};

const en: typeof id = {
  title: 'Plan',
  description:
    'When workers are texted, and what they read. A text can arrive up to 72 hours after it was ' +
    'sent, so what it says must still be true then.',
  toSettings: 'Quiet hours, the budget and holidays are under Settings.',
};

export const planTexts = { id, en };

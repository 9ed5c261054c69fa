const id = {
  title: (count: string) => `Waktunya sudah lewat bagi paling banyak ${count} peserta`,
  ifSaved:
    'Bila rencana ini berlaku, tahap berikut jatuh pada waktu yang sudah lewat, padahal SMS-nya belum keluar:',
  saved: (version: number) =>
    `Versi ${version} tersimpan. Tahap berikut jatuh pada waktu yang sudah lewat, padahal SMS-nya belum keluar:`,
  undo: 'Dalam 15 menit perubahan ini masih dapat dibatalkan: pulihkan versi sebelumnya di Riwayat.',
  step: (step: string, month: string, date: string) => `${step} (iuran ${month}), untuk ${date}`,
  texted: (date: string) => `SMS keluar pada ${date}, kecuali bagi yang sudah membayar.`,
  missed: 'Sudah terlalu lama lewat: tidak dikirim, dan dicatat sebagai tidak sempat terkirim.',
  inZone: (count: string, zone: string) => `${count} peserta di ${zone}`,
};

const en: typeof id = {
  title: (count) =>
    `A step has passed for up to ${count === '1' ? '1 worker' : `${count} workers`}`,
  ifSaved:
    'Under this plan these steps fall on a time that has passed, and their texts have not left yet:',
  saved: (version) =>
    `Version ${version} is saved. These steps fall on a time that has passed, and their texts have not left yet:`,
  undo: 'Within 15 minutes this can be taken back: restore the version before it under History.',
  step: (step, month, date) => `${step} (${month}), for ${date}`,
  texted: (date) => `The texts leave on ${date}, except to those who have paid.`,
  missed: 'That is too long ago: no text leaves, and it is recorded as missed.',
  inZone: (count, zone) => `${count === '1' ? '1 worker' : `${count} workers`} in ${zone}`,
};

export const behindTexts = { id, en };

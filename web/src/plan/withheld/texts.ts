const id = {
  title: (count: string) => `Mulai sekarang hingga ${count} peserta tidak menerima SMS`,
  means:
    'Hanya nomor uji coba yang menerima SMS. SMS yang tertahan dikirim setelah uji coba diakhiri, asalkan belum melewati batas waktunya.',
  none: 'Sampai besok tidak ada SMS yang jatuh waktunya.',
  line: (step: string, month: string, date: string, count: string, zone: string) =>
    `${step} (iuran ${month}), ${date}: hingga ${count} peserta di ${zone}`,
  until: (moment: string) =>
    `Hangus, tidak dikirim lagi, bila uji coba belum diakhiri pada ${moment}.`,
  forOneText: 'Untuk mencoba satu teks saja, gunakan Kirim contoh: SMS peserta tidak terpengaruh.',
};

const en: typeof id = {
  title: (count) =>
    `From now on up to ${count === '1' ? '1 worker gets' : `${count} workers get`} no text`,
  means:
    'Texts go to trial phones only. What is withheld leaves once the trial has ended, unless its time has run out by then.',
  none: 'Up to tomorrow no text falls due.',
  line: (step, month, date, count, zone) =>
    `${step} (${month}), ${date}: up to ${count === '1' ? '1 worker' : `${count} workers`} in ${zone}`,
  until: (moment) => `Lost for good if the trial has not ended by ${moment}.`,
  forOneText: 'To try one text, send a sample instead: texts to workers go on as usual.',
};

export const withheldTexts = { id, en };

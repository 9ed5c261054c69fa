const id = {
  title: 'Tingkat perpanjangan per bulan iuran',
  description:
    'Dari semua yang wajib bayar, berapa persen membayar dan kapan. Angka di atas batang: dibayar sebelum nonaktif.',
  noPeople: (months: string) => `${months}: belum ada peserta.`,
  nothingRated: 'Belum ada bulan yang dapat dihitung persentasenya',
  partial: (months: string, isOne: boolean) =>
    `${months}: sebagian. ${isOne ? 'Bulan itu' : 'Bulan-bulan itu'} sudah berjalan saat daftar peserta pertama diimpor; siapa yang sudah membayar sebelumnya tidak diketahui, jadi tidak ada persentase.`,
  notFinal: (months: string) =>
    `* Belum final: ${months}. Angkanya masih dapat berubah; bandingkan dengan bulan lain hanya pada hari yang sama setelah jatuh tempo (lihat Hari demi hari).`,
  finalOn: (month: string, date: string) => `${month} (final pada ${date})`,
  badgePartial: 'sebagian',
  badgeNotFinal: 'belum final',
};

const en: typeof id = {
  title: 'Renewal rate by contribution month',
  description:
    'Of all who were due, what share paid, and when. The number on a bar: paid before membership lapsed.',
  noPeople: (months) => `${months}: no workers yet.`,
  nothingRated: 'There is no month with rates yet',
  partial: (months, isOne) =>
    `${months}: partial. ${isOne ? 'It' : 'They'} had begun when the first roster was imported; who had paid before is not known, so there are no rates.`,
  notFinal: (months) =>
    `* Not final: ${months}. The figures can still change; compare with other months only at the same day after due (see Day by day).`,
  finalOn: (month, date) => `${month} (final on ${date})`,
  badgePartial: 'partial',
  badgeNotFinal: 'not final',
};

export const ratesTexts = { id, en };

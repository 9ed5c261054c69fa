const id = {
  title: 'Belum membayar',
  month: 'Bulan pertama yang belum dibayar',
  monthMeans: 'Yang menunggak sejak bulan lain ada di bulan itu.',
  zone: 'Zona waktu',
  allZones: 'Semua zona',
  province: 'Provinsi',
  allProvinces: 'Semua provinsi',
  group: 'Kelompok',
  groupMeans: 'Awal namanya, misalnya Paguyuban Batik.',
  noneOfSome: 'Menurut saringan ini.',
  csv: 'Unduh daftar telepon',
  none: (month: string) => `Tidak ada peserta yang belum membayar sejak ${month}.`,
  begin: 'Bila belum ada peserta, mulai dengan',
  counter: (count: string, more: boolean) => `(${count}${more ? '+' : ''})`,
};

const en: typeof id = {
  title: 'Who has not paid',
  month: 'First unpaid month',
  monthMeans: 'Those who have owed since another month are listed under that month.',
  zone: 'Time zone',
  allZones: 'All zones',
  province: 'Province',
  allProvinces: 'All provinces',
  group: 'Group',
  groupMeans: 'How its name begins, such as Paguyuban Batik.',
  noneOfSome: 'According to this filter.',
  csv: 'Download the call list',
  none: (month) => `Nobody’s first unpaid month is ${month}.`,
  begin: 'If there are no workers yet, begin with',
  counter: (count, more) => `(${count}${more ? '+' : ''})`,
};

export const owingTexts = { id, en };

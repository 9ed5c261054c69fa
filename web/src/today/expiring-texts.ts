const sectorId = (sector: string): string =>
  sector === 'transport' ? 'sektor transportasi' : 'sektor selain transportasi';
const sectorEn = (sector: string): string =>
  sector === 'transport' ? 'the transport sector' : 'all other sectors';

const id = {
  putAway: 'Sembunyikan',
  discount: (sector: string) => ({
    until: (date: string) => `Keringanan iuran ${sectorId(sector)} berakhir ${date}`,
    over: (date: string) => `Keringanan iuran ${sectorId(sector)} telah berakhir ${date}`,
    text: 'Sesudahnya iuran kembali penuh. Bila ada keputusan baru, minta pengelola sistem memperbarui tabel tarif.',
  }),
  holidays: (year: string) => ({
    until: (date: string) => `Hari libur hanya ditetapkan sampai ${date}`,
    over: (date: string) => `Hari libur hanya ditetapkan sampai ${date}`,
    text: `Sesudah ${year} tanggalnya baru perkiraan: jatuh tempo dapat bergeser. Setelah ada keputusan, perbaiki di Pengaturan atau minta pengelola sistem memperbarui tabel.`,
  }),
};

const en: typeof id = {
  putAway: 'Put away',
  discount: (sector) => ({
    until: (date) => `The discount for ${sectorEn(sector)} ends on ${date}`,
    over: (date) => `The discount for ${sectorEn(sector)} ended on ${date}`,
    text: 'Full contributions apply after it. If a new decree says otherwise, ask the system’s operator to bring the table of tariffs up to date.',
  }),
  holidays: (year) => ({
    until: (date) => `Holidays are decreed until ${date} only`,
    over: (date) => `Holidays are decreed until ${date} only`,
    text: `After ${year} they are estimates: due dates may move. Once they are decreed, correct them under Settings, or ask the system’s operator to bring the table up to date.`,
  }),
};

export const expiringTexts = { id, en };

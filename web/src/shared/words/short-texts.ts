const id = {
  by: (rupiah: string) => `Jumlahnya kurang ${rupiah}.`,
  kept: (credit: string, parts: string) => `Saldo setelah pembayaran ini ${credit}: ${parts}.`,
  used: (rupiah: string, months: string, day: string) =>
    `${rupiah} dipakai untuk iuran ${months} pada ${day}`,
  waiting: (rupiah: string) => `${rupiah} masih menjadi saldo`,
  taken: (rupiah: string) => `${rupiah} berkurang oleh pembatalan pembayaran lain`,
  reversed: 'Sisanya tidak lagi menjadi saldo.',
};

const en: typeof id = {
  by: (rupiah) => `It was ${rupiah} short.`,
  kept: (credit, parts) => `Credit after this payment was ${credit}: ${parts}.`,
  used: (rupiah, months, day) => `${rupiah} paid for ${months} on ${day}`,
  waiting: (rupiah) => `${rupiah} is credit still`,
  taken: (rupiah) => `${rupiah} was taken by the reversal of another payment`,
  reversed: 'The rest is credit no more.',
};

export const shortTexts = { id, en };

import type { Coverage } from '#domain/people/cycles/coverage';

/** The Indonesian words of the console, and of its files. */
export const coverageWords: Readonly<Record<Coverage, string>> = {
  active: 'Aktif',
  due: 'Belum dibayar',
  arrears: 'Menunggak',
  lapsed: 'Nonaktif',
  ended: 'Berakhir',
};

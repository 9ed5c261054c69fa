import { type Figure, figures } from '#domain/renewals/files/figure';

export const memberFigures: readonly Figure[] = [
  ...figures('text', { month: 'Bulan' }),
  ...figures('count', {
    opening: 'Peserta pada awal bulan',
    joined: 'Masuk',
    rejoined: 'Masuk kembali',
    lapsed: 'Menjadi nonaktif',
    left: 'Keluar',
    closing: 'Peserta pada akhir bulan',
    active: 'Lunas (aktif)',
  }),
  ...figures('rupiah', {
    'collection.received': 'Iuran tertagih (Rp)',
    'collection.expected': 'Iuran yang seharusnya (Rp)',
  }),
  ...figures('share', { 'collection.rate': 'Tingkat penagihan' }),
];

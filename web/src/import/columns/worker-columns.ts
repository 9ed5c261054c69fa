import type { WorkerColumn } from '#domain/people/roster/roster-columns';

/** One column, by the API's name: heading, what goes into it, and the example row's value. */
type FileColumn = Readonly<{
  heading: string;
  holds: string;
  example: string;
  isOptional?: boolean;
}>;

export type FileColumns<Name extends string = string> = Readonly<Record<Name, FileColumn>>;

/** No real NIK has the serial 0000. */
export const nik = '9972015708950001';

const phone = '087000000000';

export const workerFile = {
  id: {
    nik: { heading: 'nik', holds: '16 angka NIK', example: nik },
    name: { heading: 'nama', holds: 'Nama lengkap', example: 'Sri Wahyuni' },
    phone: {
      heading: 'no_hp',
      holds: 'Seperti 0870 0000 0000; kosongkan bila tidak ada',
      example: phone,
    },
    province: { heading: 'provinsi', holds: 'Seperti Jawa Tengah', example: 'Jawa Tengah' },
    sector: { heading: 'sektor', holds: 'transport atau lainnya', example: 'lainnya' },
    income: {
      heading: 'penghasilan',
      holds: 'Rupiah sebulan, seperti 1000000',
      example: '1000000',
    },
    jht: { heading: 'jht', holds: 'ya atau tidak', example: 'tidak' },
    language: {
      heading: 'bahasa',
      holds: 'Bahasa SMS: id, jv (Jawa), su (Sunda), atau en (Inggris)',
      example: 'id',
    },
    covered_through: {
      heading: 'lunas_sampai',
      holds: 'Bulan terakhir yang sudah dibayar, seperti 2026-10',
      example: '2026-10',
    },
    government_paid: {
      heading: 'dibayar_pemerintah',
      holds: 'ya atau tidak',
      example: 'tidak',
      isOptional: true,
    },
    group: {
      heading: 'kelompok',
      holds: 'Nama kelompok peserta',
      example: 'Paguyuban Batik',
      isOptional: true,
    },
    ended_on: {
      heading: 'tanggal_berakhir',
      holds: 'Bila kepesertaan sudah berakhir, seperti 2026-11-16',
      example: '',
      isOptional: true,
    },
    ended_reason: {
      heading: 'alasan_berakhir',
      holds: 'meninggal, bekerja, atau luar negeri',
      example: '',
      isOptional: true,
    },
    member_since: {
      heading: 'peserta_sejak',
      holds: 'Bulan pertama kepesertaan, seperti 2024-03',
      example: '2024-03',
      isOptional: true,
    },
  },
  en: {
    nik: { heading: 'nik', holds: 'The 16 digits of the NIK', example: nik },
    name: { heading: 'name', holds: 'Full name', example: 'Sri Wahyuni' },
    phone: {
      heading: 'phone',
      holds: 'Such as 0870 0000 0000; empty where there is none',
      example: phone,
    },
    province: { heading: 'province', holds: 'Such as Jawa Tengah', example: 'Jawa Tengah' },
    sector: { heading: 'sector', holds: 'transport or other', example: 'other' },
    income: { heading: 'income', holds: 'Rupiah a month, such as 1000000', example: '1000000' },
    jht: { heading: 'jht', holds: 'yes or no', example: 'no' },
    language: {
      heading: 'language',
      holds: 'Language of texts: id, jv (Javanese), su (Sundanese) or en (English)',
      example: 'id',
    },
    covered_through: {
      heading: 'covered_through',
      holds: 'The last month that is paid, such as 2026-10',
      example: '2026-10',
    },
    government_paid: {
      heading: 'government_paid',
      holds: 'yes or no',
      example: 'no',
      isOptional: true,
    },
    group: {
      heading: 'group',
      holds: 'Name of the worker’s group',
      example: 'Paguyuban Batik',
      isOptional: true,
    },
    ended_on: {
      heading: 'ended_on',
      holds: 'Where membership has ended, such as 2026-11-16',
      example: '',
      isOptional: true,
    },
    ended_reason: {
      heading: 'ended_reason',
      holds: 'died, employed or abroad',
      example: '',
      isOptional: true,
    },
    member_since: {
      heading: 'member_since',
      holds: 'The first month of membership, such as 2024-03',
      example: '2024-03',
      isOptional: true,
    },
  },
} as const satisfies Record<'id' | 'en', FileColumns<WorkerColumn>>;

import type { Renewals } from '#domain/renewals/cohorts/cohort';

type By = NonNullable<Renewals['by']>;

const id = {
  title: (month: string) => `Rincian ${month}`,
  description: 'Siapa yang membayar, menurut kelompok peserta.',
  by: {
    province: 'Provinsi',
    sector: 'Sektor',
    language: 'Bahasa',
    tenure: 'Lama jadi peserta',
  } satisfies Record<By, string>,
  small: 'Kelompok yang kecil mudah naik turun: lihat juga jumlah orangnya.',
  partial: (month: string) => `${month} hanya sebagian: jumlah ditampilkan, persentase tidak.`,
};

const en: typeof id = {
  title: (month) => `Breakdown of ${month}`,
  description: 'Who paid, by group of workers.',
  by: { province: 'Province', sector: 'Sector', language: 'Language', tenure: 'Membership' },
  small: 'Small groups go up and down easily: mind how many people there are.',
  partial: (month) => `${month} is partial: counts are shown, rates are not.`,
};

export const groupsTexts = { id, en };

import type { Role } from '#triggers';
import type { PageId } from '../shared/addresses.ts';

const id = {
  subtitle: 'Pengingat iuran',
  navigation: 'Navigasi',
  openNavigation: 'Buka navigasi',
  language: 'Bahasa',
  languages: { id: 'Bahasa Indonesia', en: 'English' },
  signOut: 'Keluar',
  roles: { admin: 'Admin', finance: 'Keuangan', service: 'Layanan peserta' } satisfies Record<
    Role,
    string
  >,
  pages: {
    today: 'Hari ini',
    workers: 'Peserta',
    worker: 'Peserta',
    import: 'Impor peserta',
    plan: 'Jadwal pengingat',
    settings: 'Pengaturan',
    runs: 'Pengiriman',
    activity: 'Aktivitas',
    renewals: 'Perpanjangan',
    cohort: 'Rincian peserta',
    payments: 'Pembayaran',
    'payments-import': 'Impor pembayaran',
    closings: 'Tutup buku',
    closing: 'Bulan yang ditutup',
    attention: 'Perlu ditindaklanjuti',
  } satisfies Record<PageId, string>,
  signIn: {
    failed: 'Anda belum dapat masuk',
    again: 'Masuk lagi',
    going: 'Menuju halaman masuk …',
    nothing: 'Belum ada halaman untuk peran Anda',
  },
};

const en: typeof id = {
  subtitle: 'Contribution reminders',
  navigation: 'Navigation',
  openNavigation: 'Open the navigation',
  language: 'Language',
  languages: { id: 'Bahasa Indonesia', en: 'English' },
  signOut: 'Sign out',
  roles: { admin: 'Admin', finance: 'Finance', service: 'Member service' },
  pages: {
    today: 'Today',
    workers: 'Workers',
    worker: 'Worker',
    import: 'Import workers',
    plan: 'Plan',
    settings: 'Settings',
    runs: 'Runs',
    activity: 'Activity',
    renewals: 'Renewals',
    cohort: 'Workers behind the figures',
    payments: 'Payments',
    'payments-import': 'Import payments',
    closings: 'Closings',
    closing: 'A closed month',
    attention: 'Needs attention',
  },
  signIn: {
    failed: 'You are not signed in yet',
    again: 'Sign in again',
    going: 'Going to the sign-in page …',
    nothing: 'There is no page for your role yet',
  },
};

export const frameTexts = { id, en };

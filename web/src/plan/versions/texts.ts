import type { PlanStatus } from '#domain/plan/plan-version';

const id = {
  title: 'Riwayat',
  none: 'Belum ada versi',
  version: 'Versi',
  savedAt: 'Disimpan',
  by: 'Oleh',
  you: 'Anda',
  deployment: 'konfigurasi awal',
  approvedBy: (saved: string, approved: string) => `${saved}, disetujui ${approved}`,
  changes: 'Perubahan',
  count: (count: string) => `${count} perubahan`,
  see: 'Lihat',
  look: (said: string, version: number) => `${said}, versi ${version}`,
  acts: 'Tindakan',
  status: {
    current: 'berlaku',
    pending: 'menunggu',
    superseded: 'lama',
    dropped: 'gugur',
  } satisfies Record<PlanStatus | 'dropped', string>,
  restore: 'Pulihkan',
  restoreThis: (version: number) => `Pulihkan versi ${version}`,
  restoreFailed: 'Versi ini belum dipulihkan',
  restoreMeans: (current: number, version: number) =>
    `Isi versi ${version} disimpan sebagai versi baru. Inilah yang berubah dari versi ${current} yang berlaku sekarang:`,
  approve: 'Setujui',
  approveThis: (version: number) => `Setujui versi ${version}`,
  approveFailed: 'Versi ini belum disetujui',
  approveMeans: (current: number, version: number) =>
    `Versi ${version} langsung berlaku. Inilah yang berubah dari versi ${current} yang berlaku sekarang:`,
  own: 'Usulan Anda: admin lain yang menyetujui',
  compareWith: 'Bandingkan dengan',
  nothingBefore: 'Tidak ada versi sebelumnya untuk dibandingkan.',
};

const en: typeof id = {
  title: 'History',
  none: 'There is no version yet',
  version: 'Version',
  savedAt: 'Saved',
  by: 'By',
  you: 'you',
  deployment: 'first setup',
  approvedBy: (saved, approved) => `${saved}, approved by ${approved}`,
  changes: 'Changes',
  count: (count) => (count === '1' ? '1 change' : `${count} changes`),
  see: 'See',
  look: (said, version) => `${said}, version ${version}`,
  acts: 'Actions',
  status: { current: 'in force', pending: 'waiting', superseded: 'earlier', dropped: 'dropped' },
  restore: 'Restore',
  restoreThis: (version) => `Restore version ${version}`,
  restoreFailed: 'The version is not restored',
  restoreMeans: (current, version) =>
    `What version ${version} says is saved as a new version. This is what changes from version ${current}, which is in force:`,
  approve: 'Approve',
  approveThis: (version) => `Approve version ${version}`,
  approveFailed: 'The version is not approved',
  approveMeans: (current, version) =>
    `Version ${version} comes into force at once. This is what changes from version ${current}, which is in force:`,
  own: 'Your own: another admin approves it',
  compareWith: 'Compare with',
  nothingBefore: 'There is no earlier version to compare with.',
};

export const versionsTexts = { id, en };

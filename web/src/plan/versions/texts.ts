import type { PlanStatus } from '#domain/plan/plan';

const id = {
  history: {
    title: 'Riwayat',
    none: 'Belum ada versi',
    version: 'Versi',
    savedAt: 'Disimpan',
    by: 'Oleh',
    you: 'Anda',
    deployment: 'pemasangan awal',
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
  },
  waiting: {
    title: (version: number) => `Versi ${version} menunggu persetujuan`,
    text: 'Versi ini berlaku setelah disetujui admin yang tidak mengusulkannya, dan gugur bila jadwal diubah lagi sebelum itu.',
    own: 'Versi ini usulan Anda. Admin lain perlu menyetujuinya; versi ini gugur bila jadwal diubah lagi sebelum itu.',
    look: 'Lihat',
    lookAt: (version: number) => `Lihat versi ${version} yang menunggu`,
  },
  conflict: {
    title: (version: number) => `Versi ${version} sudah disimpan lebih dulu`,
    text: (base: number) =>
      `Perubahan Anda dibuat dari versi ${base}. Bandingkan dahulu sebelum menyimpan; tidak ada yang hilang.`,
    compare: 'Bandingkan',
    choose: 'Pilih apa yang tetap ada. Apa pun pilihannya, belum ada yang disimpan.',
    theirChanges: (version: number) => `Diubah di versi ${version}`,
    yourChanges: 'Diubah oleh Anda',
    theirs: 'Buang perubahan saya',
    together: 'Gabungkan dengan perubahan saya',
  },
};

const en: typeof id = {
  history: {
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
  },
  waiting: {
    title: (version) => `Version ${version} waits for approval`,
    text: 'It comes into force when an admin approves it who did not propose it, and is dropped if the plan is changed before.',
    own: 'You proposed it. Another admin has to approve it; it is dropped if the plan is changed before.',
    look: 'See',
    lookAt: (version) => `See version ${version}, which waits`,
  },
  conflict: {
    title: (version) => `Version ${version} was saved first`,
    text: (base) =>
      `Your changes were made from version ${base}. Compare the two before you save; nothing is lost.`,
    compare: 'Compare',
    choose: 'Choose what stays. Whatever you choose, nothing is saved by it.',
    theirChanges: (version) => `Changed in version ${version}`,
    yourChanges: 'Changed by you',
    theirs: 'Discard my changes',
    together: 'Put my changes on top',
  },
};

export const versionsTexts = { id, en };

const id = {
  save: {
    title: 'Perubahan yang belum disimpan',
    unsaved: (count: number) => `${count} perubahan belum disimpan`,
    faults: (count: number) => `${count} isian belum benar`,
    look: 'Lihat perubahan',
    discard: 'Batalkan perubahan',
    discardAsked: 'Batalkan perubahan yang belum disimpan?',
    discardAll: 'Ya, batalkan',
    save: 'Simpan',
    failed: 'Tidak tersimpan',
  },
  saved: {
    current: (version: number) => `Tersimpan. Versi ${version} berlaku sekarang.`,
    pending: (version: number) => `Versi ${version} menunggu persetujuan`,
    pendingText:
      'Admin lain harus menyetujuinya sebelum berlaku. Sampai saat itu jadwal yang lama tetap berjalan.',
    warning: 'Tersimpan, tetapi pengiriman belum mengikuti jadwal yang baru',
  },
};

const en: typeof id = {
  save: {
    title: 'Changes that are not saved',
    unsaved: (count) => (count === 1 ? '1 change is not saved' : `${count} changes are not saved`),
    faults: (count) => (count === 1 ? '1 field is not right' : `${count} fields are not right`),
    look: 'See changes',
    discard: 'Discard',
    discardAsked: 'Discard the changes that are not saved?',
    discardAll: 'Discard changes',
    save: 'Save',
    failed: 'Not saved',
  },
  saved: {
    current: (version) => `Saved. Version ${version} is in force.`,
    pending: (version) => `Version ${version} waits for approval`,
    pendingText:
      'A second admin has to approve it before it holds. Until then the plan stays as it was.',
    warning: 'Saved, but the schedules do not follow the new plan yet',
  },
};

export const editingTexts = { id, en };

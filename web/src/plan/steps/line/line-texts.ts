const id = {
  title: 'Garis waktu',
  due: { title: 'Tahap di sekitar jatuh tempo', short: 'Jatuh tempo' },
  lapse: { title: 'Tahap di sekitar tanggal nonaktif', short: 'Tanggal nonaktif' },
  hint: 'Geser tahap dengan tetikus atau tombol panah: satu hari; Page Up dan Page Down: satu minggu.',
  hintByFinger: 'Geser tahap dengan jari.',
  dashed: 'Garis putus-putus: tidak aktif.',
  step: (step: string) => `Tahap ${step}`,
  off: 'tidak aktif',
  faulty: 'ada yang belum benar',
};

const en: typeof id = {
  title: 'Timeline',
  due: { title: 'Steps around the due date', short: 'Due date' },
  lapse: { title: 'Steps around the lapse date', short: 'Lapse date' },
  hint: 'Move a step with the mouse or the arrow keys: a day; Page Up and Page Down: a week.',
  hintByFinger: 'Drag a step with your finger.',
  dashed: 'Dashed: switched off.',
  step: (step) => `Step ${step}`,
  off: 'switched off',
  faulty: 'something is not right',
};

export const lineTexts = { id, en };

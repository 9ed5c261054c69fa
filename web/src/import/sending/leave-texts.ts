const id = {
  title: 'File masih dikirim',
  text: 'Bila Anda pergi sekarang, pengirimannya berhenti. Belum ada yang diubah.',
  stay: 'Tetap di sini',
  go: 'Pergi',
};

const en: typeof id = {
  title: 'The file is still being sent',
  text: 'If you leave now, that stops. Nothing has been changed.',
  stay: 'Stay here',
  go: 'Leave',
};

export const leaveTexts = { id, en };

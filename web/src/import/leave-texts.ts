const id = {
  title: 'Impor masih berjalan',
  text: 'Bila Anda pergi sekarang, impor berhenti. Baris yang sudah masuk tetap tersimpan.',
  stay: 'Tetap di sini',
  go: 'Pergi',
};

const en: typeof id = {
  title: 'The import is still running',
  text: 'If you leave now, it stops. What was taken in stays.',
  stay: 'Stay here',
  go: 'Leave',
};

export const leaveTexts = { id, en };

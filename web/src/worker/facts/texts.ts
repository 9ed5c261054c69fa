const id = {
  title: 'Data peserta',
  none: 'tidak ada',
  nik: 'NIK',
  nikMeans: 'Hanya 4 angka terakhir yang disimpan',
  shared: 'Nomor ini juga dipakai:',
  others: (count: string) => `dan ${count} peserta lain`,
  yes: 'Ya',
  no: 'Tidak',
  copied: 'Disalin',
  notCopied: 'Tidak dapat disalin',
  copy: 'Salin ID peserta',
};

const en: typeof id = {
  title: 'About the worker',
  none: 'none',
  nik: 'NIK',
  nikMeans: 'Only the last 4 digits are kept',
  shared: 'This phone is also that of:',
  others: (count) => `and ${count} others`,
  yes: 'Yes',
  no: 'No',
  copied: 'Copied',
  notCopied: 'Could not be copied',
  copy: 'Copy the worker id',
};

export const aboutTexts = { id, en };

const id = {
  title: 'Cari dengan nama',
  name: 'Nama depan, atau nama lengkap',
  nameHint: 'Seperti awal namanya di daftar peserta, misalnya Siti Am. Paling sedikit dua huruf.',
  provinceHint: 'Misalnya Jawa Tengah atau Jateng.',
  groupHint: 'Boleh kosong. Awal nama kelompoknya, misalnya Paguyuban Batik.',
  submit: 'Cari nama',
  failed: 'Pencarian nama gagal',
  none: 'Di provinsi ini tidak ada peserta dengan nama dan kelompok itu. Periksa ejaannya.',
  more: 'Masih ada peserta lain dengan nama itu: ketik namanya lebih lengkap.',
};

const en: typeof id = {
  title: 'Find by name',
  name: 'First name, or the whole name',
  nameHint: 'As the name begins in the roster, such as Siti Am. At least two letters.',
  provinceHint: 'Such as Jawa Tengah, or Jateng.',
  groupHint: 'May be blank. How the name of the group begins, such as Paguyuban Batik.',
  submit: 'Find the name',
  failed: 'The search by name failed',
  none: 'In this province there is no worker of such a name and group. Check the spelling.',
  more: 'Others have such a name as well: type more of it.',
};

export const nameTexts = { id, en };

const id = {
  title: (version: number) => `Versi ${version} sudah disimpan lebih dulu`,
  text: (base: number) =>
    `Perubahan Anda dibuat dari versi ${base}. Bandingkan dahulu sebelum menyimpan; tidak ada yang hilang.`,
  saved: (by: string, at: string) => `Disimpan oleh ${by} pada ${at}.`,
  compare: 'Bandingkan',
  choose: 'Pilih apa yang tetap ada. Apa pun pilihannya, belum ada yang disimpan.',
  theirChanges: (version: number) => `Diubah di versi ${version}`,
  yourChanges: 'Diubah oleh Anda',
  theirs: 'Batalkan perubahan saya',
  together: 'Gabungkan dengan perubahan saya',
};

const en: typeof id = {
  title: (version) => `Version ${version} was saved first`,
  text: (base) =>
    `Your changes were made from version ${base}. Compare the two before you save; nothing is lost.`,
  saved: (by, at) => `Saved by ${by} on ${at}.`,
  compare: 'Compare',
  choose: 'Choose what stays. Whatever you choose, nothing is saved by it.',
  theirChanges: (version) => `Changed in version ${version}`,
  yourChanges: 'Changed by you',
  theirs: 'Discard my changes',
  together: 'Put my changes on top',
};

export const conflictTexts = { id, en };

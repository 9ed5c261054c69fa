/** What the API says is wrong with a field, in the order of its rules: its own words are English, and so are those of the library that checks shapes. */
const reasons: readonly Readonly<{ says: RegExp; id: string; en?: string }>[] = [
  { says: /^was shortened by Excel/, id: 'dipendekkan oleh Excel sehingga angkanya hilang: ubah format kolom menjadi teks, lalu isi lagi' },
  { says: /^is empty: it has to be the 16 digits/, id: 'kosong: harus 16 angka NIK' },
  { says: /^has characters that are no digits/, id: 'berisi huruf atau tanda lain: NIK terdiri dari 16 angka' },
  { says: /^has (\d+) digits: a NIK/, id: 'terdiri dari $1 angka: NIK terdiri dari 16 angka' },
  {
    says: /^has no date of birth/,
    id: 'tidak berisi tanggal lahir di angka ke-7 sampai ke-12 (tanggal, perempuan ditambah 40, lalu bulan dan tahun)',
  },
  { says: /^is a foreign number/, id: 'nomor luar negeri: SMS hanya untuk nomor HP Indonesia seperti 0870 0000 0000' },
  { says: /^is not a phone number/, id: 'bukan nomor HP: tulis seperti 0870 0000 0000' },
  { says: /^is a landline/, id: 'telepon rumah: SMS perlu nomor HP, yang diawali 08' },
  { says: /^has (\d+) digits after \+62/, id: 'terdiri dari $1 angka setelah +62: nomor HP terdiri dari 9 sampai 12' },
  { says: /^begins with (\d+), which no/, id: 'diawali $1, padahal tidak ada nomor HP Indonesia seperti itu' },
  { says: /^has (\d+) characters: at most 100/, id: 'terdiri dari $1 huruf: paling banyak 100' },
  { says: /^is empty: the text addresses/, id: 'kosong: peserta disapa dengan namanya' },
  { says: /^has no letters/, id: 'tidak berisi huruf' },
  { says: /^is not one of the 38 provinces/, id: 'bukan salah satu dari 38 provinsi, seperti Jawa Tengah' },
  { says: /^is not a monthly income/, id: 'bukan penghasilan sebulan dalam rupiah bulat, seperti 1000000 atau 1.000.000' },
  { says: /^is not a month: write the last paid/, id: 'bukan bulan: tulis bulan lunas terakhir, seperti 2026-10 atau 10/2026' },
  { says: /^is not a month/, id: 'bukan bulan seperti 2026-11' },
  { says: /^is not a date: write/, id: 'bukan tanggal: tulis seperti 2026-11-16 atau 16/11/2026' },
  { says: /^is not a date/, id: 'bukan tanggal seperti 16 November 2026', en: 'is not a date such as 16 November 2026' },
  { says: /^is empty, but ended_on is not/, id: 'kosong, padahal tanggal_berakhir diisi: tulis meninggal, bekerja, atau luar negeri' },
  { says: /^is empty, but ended_reason is not/, id: 'kosong, padahal alasan_berakhir diisi: tulis tanggalnya, seperti 16/11/2026' },
  { says: /^is empty: write one of (.+)$/, id: 'kosong: tulis salah satu dari $1' },
  { says: /^is not known: write one of (.+)$/, id: 'tidak dikenal: tulis salah satu dari $1' },
  { says: /^is more than (\d+) months ahead/, id: 'lebih dari $1 bulan ke depan: belum ada yang dapat membayar sejauh itu' },
  {
    says: /^(\S+) is still to come.*today is (\S+)\)$/,
    id: '$1 masih akan datang: isi akhir kepesertaan setelah harinya tiba (hari ini $2)',
  },
  { says: /^has a quotation mark that is not closed/, id: 'tanda kutipnya tidak ditutup' },
  { says: /^has (\d+) fields, but the header row names (\d+)/, id: 'berisi $1 kolom, padahal baris judul menyebut $2' },
  { says: /^This person asked to be forgotten/, id: 'Peserta ini pernah minta datanya dihapus: tidak dibawa kembali oleh impor' },
  {
    says: /^The line says covered through (\S+), but (\S+) is paid/,
    id: 'Menurut baris ini lunas sampai $1, padahal $2 sudah dibayar: baris ini tidak dipakai',
  },
  { says: /^Line (\d+) already speaks of this person/, id: 'Baris $1 sudah tentang peserta ini dan isinya lain: baris ini tidak dipakai' },
  {
    says: /^The line could not be applied/,
    id: 'Baris ini tidak dapat dipakai: peserta sedang diubah orang lain, atau datanya tidak terbaca',
  },
  { says: /^is empty: by it the same payment/, id: 'kosong: dengan referensi, pembayaran yang sama dikenali bila datang lagi' },
  { says: /^is not a channel/, id: 'bukan kanal seperti bank atau indomaret' },
  { says: /^is not an amount in whole rupiah/, id: 'bukan jumlah rupiah bulat, seperti 16800 atau 16.800' },
  { says: /^is not a time: write/, id: 'bukan waktu: tulis seperti 2026-11-11 09:30 atau 11/11/2026 09.30' },
  { says: /^is not a number of months/, id: 'bukan jumlah bulan dari 1 sampai 12' },
  {
    says: /^Payment (\S+) (.+) was recorded with another worker/,
    id: 'Pembayaran $1 $2 sudah dicatat dengan peserta, jumlah, atau bulan yang lain: pembayaran baru perlu referensi baru',
  },
  {
    says: /^The payment could not be recorded/,
    id: 'Pembayaran ini tidak dapat dicatat: pesertanya sedang diubah orang lain, atau datanya tidak terbaca. Impor lagi baris ini',
  },
  {
    says: /^The header row names (.+), which is no column/,
    id: 'Baris judul menyebut $1, yang bukan nama kolom.',
    en: 'The header row names $1, which is no column.',
  },
  { says: /^The header row lacks ([^:]+)/, id: 'Baris judul tidak menyebut $1.', en: 'The header row lacks $1.' },
  {
    says: /^The header row names (.+) more than once/,
    id: 'Baris judul menyebut $1 lebih dari sekali.',
    en: 'The header row names $1 more than once.',
  },
  { says: /^Too small: expected string/, id: 'wajib diisi', en: 'has to be filled in' },
  { says: /^Too big: expected string.*<=(\d+)/, id: 'paling banyak $1 huruf', en: 'may have at most $1 characters' },
  {
    says: /(^Invalid input: expected (number|int))|(^Too small: expected number)/,
    id: 'bukan rupiah bulat',
    en: 'is not an amount in whole rupiah',
  },
  { says: /^Invalid option/, id: 'pilih salah satu', en: 'choose one of them' },
];

/** The reason in this language; as the API says it where it is none of those we know. */
export function reasonIn(language: 'id' | 'en', text: string): string {
  const reason = reasons.find(({ says }) => says.test(text));
  const words = reason?.[language];
  return reason && words
    ? (reason.says.exec(text)?.reduce((said, group, at) => said.replaceAll(`$${at}`, group ?? ''), words) ?? text)
    : text;
}

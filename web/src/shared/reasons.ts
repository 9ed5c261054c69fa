/**
 * What the API says is wrong with a field, in the order of its rules, or became of a text: its own words are English, and so are those of the library that
 * checks shapes, of the provider and of the carriers.
 */
const reasons: readonly Readonly<{ says: RegExp; id: string; en?: string }>[] = [
  {
    says: /^was shortened by Excel/,
    id: 'dipendekkan oleh Excel sehingga angkanya hilang: ubah format kolom menjadi teks, lalu isi lagi',
  },
  { says: /^is empty: it has to be the 16 digits/, id: 'kosong: harus 16 angka NIK' },
  {
    says: /^has characters that are no digits/,
    id: 'berisi huruf atau tanda lain: NIK terdiri dari 16 angka',
  },
  { says: /^has (\d+) digits: a NIK/, id: 'terdiri dari $1 angka: NIK terdiri dari 16 angka' },
  {
    says: /^has no date of birth/,
    id: 'tidak berisi tanggal lahir di angka ke-7 sampai ke-12 (tanggal, perempuan ditambah 40, lalu bulan dan tahun)',
  },
  {
    says: /^is a foreign number/,
    id: 'nomor luar negeri: SMS hanya untuk nomor HP Indonesia seperti 0870 0000 0000',
  },
  { says: /^is not a phone number/, id: 'bukan nomor HP: tulis seperti 0870 0000 0000' },
  { says: /^is a landline/, id: 'telepon rumah: SMS perlu nomor HP, yang diawali 08' },
  {
    says: /^has (\d+) digits after \+62/,
    id: 'terdiri dari $1 angka setelah +62: nomor HP terdiri dari 9 sampai 12',
  },
  {
    says: /^begins with (\d+), which no/,
    id: 'diawali $1, padahal tidak ada nomor HP Indonesia seperti itu',
  },
  { says: /^has (\d+) characters: at most 100/, id: 'terdiri dari $1 huruf: paling banyak 100' },
  { says: /^is empty: the text addresses/, id: 'kosong: peserta disapa dengan namanya' },
  { says: /^has no letters/, id: 'tidak berisi huruf' },
  {
    says: /^is not one of the 38 provinces/,
    id: 'bukan salah satu dari 38 provinsi, seperti Jawa Tengah',
  },
  {
    says: /^is not a monthly income/,
    id: 'bukan penghasilan sebulan dalam rupiah bulat, seperti 1000000 atau 1.000.000',
  },
  {
    says: /^is not a month: write the last paid/,
    id: 'bukan bulan: tulis bulan lunas terakhir, seperti 2026-10 atau 10/2026',
  },
  { says: /^is not a month/, id: 'bukan bulan seperti 2026-11' },
  { says: /^is not a date: write/, id: 'bukan tanggal: tulis seperti 2026-11-16 atau 16/11/2026' },
  {
    says: /^is not a date/,
    id: 'bukan tanggal seperti 16 November 2026',
    en: 'is not a date such as 16 November 2026',
  },
  {
    says: /^is empty, but ended_on is not/,
    id: 'kosong, padahal tanggal_berakhir diisi: tulis meninggal, bekerja, atau luar negeri',
  },
  {
    says: /^is empty, but ended_reason is not/,
    id: 'kosong, padahal alasan_berakhir diisi: tulis tanggalnya, seperti 16/11/2026',
  },
  { says: /^is empty: write one of (.+)$/, id: 'kosong: tulis salah satu dari $1' },
  { says: /^is not known: write one of (.+)$/, id: 'tidak dikenal: tulis salah satu dari $1' },
  {
    says: /^is more than (\d+) months ahead/,
    id: 'lebih dari $1 bulan ke depan: belum ada yang dapat membayar sejauh itu',
  },
  {
    says: /^(\S+) is still to come.*today is (\S+)\)$/,
    id: '$1 masih akan datang: isi akhir kepesertaan setelah harinya tiba (hari ini $2)',
  },
  { says: /^has a quotation mark that is not closed/, id: 'tanda kutipnya tidak ditutup' },
  {
    says: /^has (\d+) fields, but the header row names (\d+)/,
    id: 'berisi $1 kolom, padahal baris judul menyebut $2',
  },
  {
    says: /^This person asked to be forgotten/,
    id: 'Peserta ini pernah minta datanya dihapus: tidak dibawa kembali oleh impor',
    en: 'The data of this person was erased at their request: an import does not bring it back',
  },
  {
    says: /^The line says covered through (\S+), but (\S+) is paid/,
    id: 'Menurut baris ini lunas sampai $1, padahal $2 sudah dibayar: baris ini tidak dipakai',
  },
  {
    says: /^Line (\d+) already speaks of this person/,
    id: 'Baris $1 sudah tentang peserta ini dan isinya lain: baris ini tidak dipakai',
  },
  {
    says: /^The line could not be applied/,
    id: 'Baris ini tidak dapat dipakai: peserta sedang diubah orang lain, atau datanya tidak terbaca',
  },
  {
    says: /^is empty: by it the same payment/,
    id: 'kosong: dengan referensi, pembayaran yang sama dikenali bila datang lagi',
  },
  { says: /^is not a channel/, id: 'bukan kanal seperti bank atau indomaret' },
  {
    says: /^is not an amount in whole rupiah/,
    id: 'bukan jumlah rupiah bulat, seperti 16800 atau 16.800',
  },
  {
    says: /^is not a time: write/,
    id: 'bukan waktu: tulis seperti 2026-11-11 09:30 atau 11/11/2026 09.30',
  },
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
  {
    says: /^The header row lacks ([^:]+)/,
    id: 'Baris judul tidak menyebut $1.',
    en: 'The header row lacks $1.',
  },
  {
    says: /^The header row names (.+) more than once/,
    id: 'Baris judul menyebut $1 lebih dari sekali.',
    en: 'The header row names $1 more than once.',
  },
  { says: /^Too small: expected string/, id: 'wajib diisi', en: 'has to be filled in' },
  {
    says: /^Too big: expected string.*<=(\d+)/,
    id: 'paling banyak $1 huruf',
    en: 'may have at most $1 characters',
  },
  {
    says: /(^Invalid input: expected (number|int))|(^Too small: expected number)/,
    id: 'bukan rupiah bulat',
    en: 'is not an amount in whole rupiah',
  },
  { says: /^Invalid option/, id: 'pilih salah satu', en: 'choose one of them' },
  {
    says: /^the sender stopped half-way/,
    id: 'pengiriman terputus di tengah jalan',
    en: 'sending was cut off half-way',
  },
  {
    says: /^SNS gave no message id/,
    id: 'penyedia SMS tidak memberi nomor bukti',
    en: 'the SMS provider gave no message id',
  },
  {
    says: /^(ETIMEDOUT|TimeoutError|RequestTimeout\w*)$/,
    id: 'penyedia SMS tidak menjawab pada waktunya',
    en: 'the SMS provider did not answer in time',
  },
  {
    says: /^(ECONNRESET|EPIPE)$/,
    id: 'sambungan ke penyedia SMS terputus',
    en: 'the connection to the SMS provider broke off',
  },
  {
    says: /^(InvalidParameter\w*|ValidationException)$/,
    id: 'penyedia SMS menolak nomor atau teksnya',
    en: 'the SMS provider refused the number or the text',
  },
  {
    says: /^OptedOut\w*$/,
    id: 'pemilik nomor menolak SMS',
    en: 'the owner of the number has opted out of texts',
  },
  {
    says: /^the worker's row cannot be read/,
    id: 'data peserta tidak terbaca',
    en: 'the worker’s data cannot be read',
  },
  {
    says: /^The text of .+ takes (\d+) SMS parts for this worker/,
    id: 'teksnya menjadi $1 bagian SMS, melebihi batas',
    en: 'the text takes $1 SMS parts, which is more than allowed',
  },
  {
    says: /^Step ".+" has a text neither/,
    id: 'langkah ini tidak punya teks dalam bahasa peserta',
    en: 'the step has no text in the worker’s language',
  },
  {
    says: /is not a placeholder/,
    id: 'teksnya berisi isian yang tidak dikenal',
    en: 'the text has an unknown placeholder',
  },
  // What carriers say, as the SNS developer guide lists it; in English their own words stand.
  { says: /^Blocked as spam/, id: 'diblokir operator sebagai spam' },
  { says: /^(Destination|Phone) is on a blocked list/, id: 'nomornya masuk daftar blokir' },
  { says: /^Invalid phone number/, id: 'nomor HP tidak berlaku' },
  { says: /^Message body is invalid/, id: 'teks SMS tidak dapat diterima operator' },
  { says: /^Phone carrier has blocked/, id: 'operator memblokir SMS ini' },
  { says: /^Phone carrier is currently/, id: 'operator sedang tidak dapat dihubungi' },
  { says: /^Phone has blocked SMS/, id: 'HP ini menolak SMS' },
  { says: /^Phone is currently/, id: 'HP sedang tidak dapat dihubungi' },
  { says: /^Phone number is opted out/, id: 'pemilik nomor menolak SMS' },
  { says: /^This delivery would exceed max price/, id: 'melebihi batas harga SMS' },
  { says: /^Unknown error attempting/, id: 'operator tidak menyebut sebabnya' },
  { says: /^the carrier gave no reason/, id: 'operator tidak menyebut sebabnya' },
];

/** The reason in this language; as the API says it where it is none of those we know. */
export function reasonIn(language: 'id' | 'en', text: string): string {
  const reason = reasons.find(({ says }) => says.test(text));
  const words = reason?.[language];
  return reason && words
    ? (reason.says
        .exec(text)
        ?.reduce((said, group, at) => said.replaceAll(`$${at}`, group ?? ''), words) ?? text)
    : text;
}

/** Why a text went wrong, in words; null for a code of the provider that we have none for. */
export function textReasonIn(language: 'id' | 'en', text: string): string | null {
  const said = reasonIn(language, text);
  return said === text && !/\s/.test(text) ? null : said;
}

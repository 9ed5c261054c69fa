/** What became of a text, as its row says: in our own words, the provider's and the carriers', which are English. */
const reasons: readonly Readonly<{ says: RegExp; id: string; en?: string }>[] = [
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
function reasonIn(language: 'id' | 'en', text: string): string {
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

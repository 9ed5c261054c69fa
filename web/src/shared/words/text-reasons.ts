/** Why a text has its status, by the code in its row or the provider's or carrier's words. */
const reasons: Readonly<Record<string, Readonly<{ id: string; en?: string }>>> = {
  'sender-stopped': {
    id: 'pengiriman terputus di tengah jalan',
    en: 'sending was cut off half-way',
  },
  halted: {
    id: 'SMS ini ditahan, dan admin tidak mengirim sisanya',
    en: 'the text was held, and no admin sent the rest',
  },
  'no-place': {
    id: 'pengiriman sedang penuh',
    en: 'too many texts are leaving at this moment',
  },
  'no-message-id': {
    id: 'penyedia SMS tidak memberi nomor bukti',
    en: 'the SMS provider gave no message id',
  },
  'row-unreadable': { id: 'data peserta tidak terbaca', en: 'the worker’s data cannot be read' },
  'text-too-long': {
    id: 'teksnya melebihi batas bagian SMS',
    en: 'the text takes more SMS parts than are allowed',
  },
  'text-has-link': {
    id: 'teks dan nama peserta bersama-sama menjadi tautan',
    en: 'the text and the worker’s name together make a link',
  },
  'text-has-number': {
    id: 'teks dan nama peserta bersama-sama menjadi nomor panjang',
    en: 'the text and the worker’s name together make a long number',
  },
  'no-text': {
    id: 'tahap ini tidak punya teks dalam bahasa peserta',
    en: 'the step has no text in the worker’s language',
  },
  'placeholder-unknown': {
    id: 'teksnya berisi isian yang tidak dikenal',
    en: 'the text has an unknown placeholder',
  },
  'no-reason': {
    id: 'operator tidak menyebut sebabnya',
    en: 'the carrier gave no reason',
  },
  ...sameFor(['ETIMEDOUT', 'TimeoutError', 'RequestTimeout', 'RequestTimeoutException'], {
    id: 'penyedia SMS tidak menjawab pada waktunya',
    en: 'the SMS provider did not answer in time',
  }),
  ...sameFor(['ECONNRESET', 'EPIPE'], {
    id: 'sambungan ke penyedia SMS terputus',
    en: 'the connection to the SMS provider broke off',
  }),
  ...sameFor(
    [
      'InvalidParameter',
      'InvalidParameterException',
      'InvalidParameterValueException',
      'ValidationException',
    ],
    {
      id: 'penyedia SMS menolak nomor atau teksnya',
      en: 'the SMS provider refused the number or the text',
    },
  ),
  ...sameFor(['OptedOut', 'OptedOutException'], {
    id: 'pemilik nomor menolak SMS',
    en: 'the owner of the number has opted out of texts',
  }),
  // Carriers' words, as listed in the SNS developer guide; in English they are shown as they are,
  // but for two words with a slash, which no browser breaks.
  'Blocked as spam by phone carrier': { id: 'diblokir operator sebagai spam' },
  'Destination is on a blocked list': { id: 'nomornya masuk daftar blokir' },
  'Phone is on a blocked list': { id: 'nomornya masuk daftar blokir' },
  'Invalid phone number': { id: 'nomor HP tidak berlaku' },
  'Message body is invalid': { id: 'teks SMS ditolak operator' },
  'Phone carrier has blocked this message': { id: 'operator memblokir SMS ini' },
  'Phone carrier is currently unreachable/unavailable': {
    id: 'operator sedang tidak dapat dihubungi',
    en: 'Phone carrier is currently unreachable or unavailable',
  },
  'Phone has blocked SMS': { id: 'HP ini menolak SMS' },
  'Phone is currently unreachable/unavailable': {
    id: 'HP sedang tidak dapat dihubungi',
    en: 'Phone is currently unreachable or unavailable',
  },
  'Phone number is opted out': { id: 'pemilik nomor menolak SMS' },
  'This delivery would exceed max price': { id: 'melebihi batas harga SMS' },
  'Unknown error attempting to reach phone': { id: 'operator tidak menyebut sebabnya' },
};

function sameFor<T>(codes: readonly string[], words: T): Readonly<Record<string, T>> {
  return Object.fromEntries(codes.map((code) => [code, words]));
}

/** Null for an unknown code of the provider. Unknown words of a carrier are shown as they are. */
export function textReasonIn(language: 'id' | 'en', text: string): string | null {
  const [code = ''] = text.split(': ');
  const known = reasons[text] ?? reasons[code];
  return known?.[language] ?? (text.includes(' ') ? text : null);
}

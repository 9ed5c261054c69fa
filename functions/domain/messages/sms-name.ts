import { withoutLinksAndNumbers } from '#domain/messages/never-sent';
import { isPlain } from '#domain/messages/sms-parts';
import type { Language } from '#domain/people/worker';

/** At most 20 characters of plain GSM-7: any other leaves the whole text 70 instead of 160. */
export function smsName(name: string, language: Language): string {
  const plain = [...name.normalize('NFC')].map(inGsm7).join('');
  return withoutEnd(cutAtWord(withoutLinksAndNumbers(plain))) || addressed[language];
}

const longest = 20;

/** Where a name cannot be used. */
export const addressed = {
  id: 'Bapak/Ibu',
  jv: 'Bapak/Ibu',
  su: 'Bapak/Ibu',
  en: 'member',
} as const satisfies Record<Language, string>;

function cutAtWord(name: string): string {
  if (name.length <= longest) return name;
  const end = name.slice(0, longest + 1).lastIndexOf(' ');
  return name.slice(0, end > 0 ? end : longest);
}

/** `Siti Aminah,` and, where a number was, `Siti /`. */
const withoutEnd = (name: string): string =>
  name.replace(/^[\s,;:_/-]+/, '').replace(/(?<![\s,;:_(/-])[\s,;:_(/-]+$/, '');

/** The character itself, its base letter (ć → c), or nothing. */
function inGsm7(character: string): string {
  const simple = lookalikes[character] ?? character;
  return isPlain(simple) ? simple : [...simple.normalize('NFD')].filter(isPlain).join('');
}

/** Phones and spreadsheets write Nur'aini with any of these; none has a base letter. */
const lookalikes: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '–': '-',
  '—': '-',
  '\t': ' ',
  '\u00a0': ' ',
};

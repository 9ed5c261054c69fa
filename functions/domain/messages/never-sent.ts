import { type Problem, problem } from '#domain/problem';

/**
 * Carriers reject embedded numbers, and links are the mark of SMS scams. All patterns are linear: a
 * match begins where a word or a row of digits begins.
 */
const endings =
  'com|net|org|id|co|ly|app|link|info|io|biz|xyz|site|online|me|my|cc|gd|gg|gl|to|sh|us|tk|ml|ga|' +
  'cf|gq|top|vip|shop|store|click|live|club|page|dev|web|win|icu|fun|cloud|tech|asia';

const link = String.raw`https?:|www\.|(?<![\w.-])[\w.-]+\.(?:${endings})(?!\w)`;
const numberToCall = String.raw`\b(?:call|dial|contact|hubungi|telp|telepon|hp|wa|whatsapp|ketik|sms)\b\W*\d{3,}`;

const inATemplate = [
  { code: 'text-has-link', pattern: new RegExp(link, 'i') },
  { code: 'text-has-number', pattern: /\d{5,}|\+ ?62|\d(?:[ .()-]{0,3}\d){8,}/ },
  { code: 'text-has-call', pattern: new RegExp(numberToCall, 'i') },
] as const;

/** `Rp16.800` is not a number to call. */
const amounts = /\bRp\s?\d[\d.]*/gi;

/** What an admin may not write. */
export function refusedInTemplate(template: string): readonly Problem[] {
  const text = template.replace(amounts, '');
  return inATemplate.flatMap(({ code, pattern }) => {
    const found = pattern.exec(text)?.[0];
    return found ? [problem(code, { found: found.trim() })] : [];
  });
}

/** A phone number has ten digits at least, a NIK 16; a year beside a date, a day and a time 9. */
const inATextToSend = [
  { code: 'text-has-link', pattern: new RegExp(link, 'i') },
  { code: 'text-has-number', pattern: /\d(?:[\s.()-]{0,3}\d){9,}/ },
] as const;

/** What may not leave, asked of a text with its name and dates in it. */
export function refusedToSend(text: string): Problem | null {
  for (const { code, pattern } of inATextToSend) {
    const found = pattern.exec(text)?.[0];
    if (found) return problem(code, { found });
  }
  return null;
}

/** In a name, whatever stands between the digits; each with what hangs on it. */
const inAName = [
  new RegExp(String.raw`(?:${link})\S*`, 'gi'),
  new RegExp(String.raw`${numberToCall}[\d\s.()/-]*`, 'gi'),
  /(?<![+(])[+(]*\d(?:[^\p{L}\d]{0,3}\d){4,}\)*/gu,
];

/** `Siti (0870 0000 0000)` → `Siti`. Empty where nothing with a letter remains. */
export function withoutLinksAndNumbers(name: string): string {
  const cut = inAName.reduce((text, pattern) => tidied(text.replace(pattern, ' ')), tidied(name));
  // `Moh.Ali` is no link once a space follows its dot.
  return /\p{L}/u.test(cut) ? cut.replace(/\.(?=\p{L}{2})/gu, '. ') : '';
}

const tidied = (text: string): string => text.replace(/\s+/g, ' ').trim();

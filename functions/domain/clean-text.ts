/**
 * As a person reads it: texts copied out of chats, PDFs and spreadsheets hold direction marks,
 * no-break spaces and other dashes, and nobody can see why two of them differ.
 */
export function cleanText(text: string): string {
  if (isPlain(text)) return text.trim();
  return text
    .replace(invisible, '')
    .replace(spaces, ' ')
    .replace(/\p{Dash}/gu, '-')
    .normalize('NFC')
    .trim();
}

const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text) && !text.includes('  ');

/** Control, format and default-ignorable characters, and halves of a surrogate pair. */
const invisible = /(?![\t\n\v\f\r\x85])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/** Also the control character NEL and the Braille pattern without dots. */
const spaces = /[\s\x85\u2800]+/gu;

/**
 * A text as a person reads it on the screen: for every cell of a file, and for names, numbers and
 * references that come as JSON. Copied out of chats, PDFs and spreadsheets they hold direction
 * marks, zero-width and no-break spaces and other dashes, and nobody who looks at them can see why
 * two of them differ.
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

import { createHash } from 'node:crypto';

/** A row keeps this instead of the words: a text written again is the same or is not. */
export const textMark = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12);

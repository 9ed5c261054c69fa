import { type Instant, localDate, localTime } from '#domain/calendar/dates';

/** A time as Excel reads it in every language. */
export const jakartaTime = (at: Instant | null): string =>
  at === null ? '' : `${localDate('Asia/Jakarta', at)} ${localTime('Asia/Jakarta', at)}`;

/** Excel would keep 15 digits of a number, drop its zeros, and make dates of others. */
export const codeAsText = (code: string): string =>
  /^\d[\d.,:/-]*(e\d+)?$/i.test(code) && !/^[1-9]\d{0,14}$/.test(code) ? `'${code}` : code;

/** `3,37E+15`: Excel shortens long numbers in a column that is not text. The digits are lost. */
export const isExcelNumber = (text: string): boolean =>
  /^\+?\d+([.,]\d+)?e\+?\d+$/i.test(text.trim());

import type { Sought } from '#flows/people/show-workers';

/**
 * Told apart by form; the API checks it. A NIK has 16 digits, a phone at most 14 and another
 * beginning than most NIKs, so that part of one is not called a phone.
 */
export function soughtBy(text: string): Sought {
  const given = text.trim();
  if (/^wrk_/i.test(given)) return { workerId: given.toLowerCase() };
  const digits = given.replace(/[\s.\-']/g, '');
  const isNik = /^\d+$/.test(digits) && (digits.length > 14 || !/^(0|8|620?8)/.test(digits));
  return isNik && !digits.startsWith('00') ? { nik: given } : { phone: given };
}

import type { Sought } from '#flows/people/show-workers';

/** Told apart by form; the API checks it. A NIK has 16 digits, a phone at most 14. */
export function soughtBy(text: string): Sought {
  const given = text.trim();
  if (/^wrk_/i.test(given)) return { workerId: given.toLowerCase() };
  return given.replace(/\D/g, '').length > 14 && !/^(\+|00)/.test(given)
    ? { nik: given }
    : { phone: given };
}

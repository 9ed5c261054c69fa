import type { Sought } from '#flows/people/show-workers';

/** A phone, a NIK or an id as it was typed, told apart by its looks: what is wrong with it the API says. A NIK has 16 digits, a phone with its country at most 14. */
export function soughtBy(text: string): Sought {
  const given = text.trim();
  if (/^wrk_/i.test(given)) return { workerId: given.toLowerCase() };
  return given.replace(/\D/g, '').length > 14 && !/^(\+|00)/.test(given)
    ? { nik: given }
    : { phone: given };
}

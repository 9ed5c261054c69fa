import { isExcelNumber } from '#domain/csv/excel-number';
import { type Problem, problem } from '#domain/problem';

/**
 * E.164, or what is wrong ("is a landline …"). Indonesian mobile numbers only: after +62, `8[1-35-9]` and 7–10 more digits.
 * 0870 belongs to no operator but passes: the made-up numbers are there.
 */
export function parsePhone(text: string): Readonly<{ phone: string }> | Problem {
  if (isExcelNumber(text)) return problem('excel-number');
  const number = text.replace(/[\s.\-()']/g, '');
  if (/^(\+|00)(?!62)/.test(number)) return problem('phone-foreign');
  // Without its zero (870…) is how Excel leaves a number that began with 0; +62 0870… is a common slip.
  const national = /^(?:\+?62|0062)?0?(\d+)$/.exec(number)?.[1];
  if (!national) return problem('phone-none');
  if (!national.startsWith('8')) return problem('phone-landline');
  if (!/^8[1-35-9]/.test(national))
    return problem('phone-prefix', { prefix: `0${national.slice(0, 2)}` });
  if (national.length < 9 || national.length > 12)
    return problem('phone-length', { digits: national.length });
  return { phone: `+62${national}` };
}

/** A number that failed so often in a row is not tried again until it is corrected. */
export const isDeadNumber = ({ phoneFailures }: Readonly<{ phoneFailures: number }>): boolean =>
  phoneFailures >= 2;

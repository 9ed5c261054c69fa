import { cleanText } from '#domain/clean-text';
import { isExcelNumber } from '#domain/csv/excel-cells';
import { type Problem, problem } from '#domain/problem';

/** E.164. Mobile numbers have `8[1-35-9]` and 7–10 digits after +62. Made-up ones (0870) pass. */
export function parsePhone(text: string): Readonly<{ phone: string }> | Problem {
  if (isExcelNumber(text)) return problem('excel-number');
  const number = cleanText(text).replace(/[\s.\-()']/g, '');
  if (/^(\+|00)(?!62)/.test(number)) return problem('phone-foreign');
  // Excel drops the leading zero (870…); +62 0870… is a common slip.
  const national = /^(?:\+?62|0062)?0?(\d+)$/.exec(number)?.[1];
  if (!national) return problem('phone-none');
  if (!national.startsWith('8')) return problem('phone-landline');
  if (!/^8[1-35-9]/.test(national))
    return problem('phone-prefix', { prefix: `0${national.slice(0, 2)}` });
  if (national.length < 9 || national.length > 12)
    return problem('phone-length', { digits: national.length });
  return { phone: `+62${national}` };
}

/** After two failures in a row a number is not tried until it is corrected. */
export const isDeadNumber = ({ phoneFailures }: Readonly<{ phoneFailures: number }>): boolean =>
  phoneFailures >= 2;

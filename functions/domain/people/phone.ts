import { excelReason, isExcelNumber } from '#domain/csv/excel-number';

/**
 * E.164, or what is wrong ("is a landline …"). Indonesian mobile numbers only: after +62, `8[1-35-9]` and 7–10 more digits.
 * 0870 belongs to no operator but passes: the made-up numbers are there.
 */
export function parsePhone(
  text: string,
): Readonly<{ phone: string }> | Readonly<{ reason: string }> {
  if (isExcelNumber(text)) return { reason: excelReason };
  const number = text.replace(/[\s.\-()']/g, '');
  if (/^(\+|00)(?!62)/.test(number))
    return {
      reason:
        'is a foreign number: a text needs an Indonesian mobile number such as 0870 0000 0000',
    };
  // Without its zero (870…) is how Excel leaves a number that began with 0; +62 0870… is a common slip.
  const national = /^(?:\+?62|0062)?0?(\d+)$/.exec(number)?.[1];
  if (!national) return { reason: 'is not a phone number: write one such as 0870 0000 0000' };
  if (!national.startsWith('8'))
    return { reason: 'is a landline: a text needs a mobile number, which begins with 08' };
  if (!/^8[1-35-9]\d{7,10}$/.test(national)) return { reason: mobileReason(national) };
  return { phone: `+62${national}` };
}

const mobileReason = (national: string): string =>
  /^8[1-35-9]/.test(national)
    ? `has ${national.length} digits after +62: a mobile number has 9 to 12`
    : `begins with 0${national.slice(0, 2)}, which no Indonesian mobile number does`;

/** A number that failed so often in a row is not tried again until it is corrected. */
export const isDeadNumber = ({ phoneFailures }: Readonly<{ phoneFailures: number }>): boolean =>
  phoneFailures >= 2;

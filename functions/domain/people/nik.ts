import { excelReason, isExcelNumber } from '#domain/csv/excel-number';
import type { Reading } from '#domain/csv/table';

/** The identity number: 6 digits of region, DDMMYY of birth with 40 added to a woman's day, 4 of serial; no check digit. Or what is wrong ("has 15 digits …"). */
export function parseNik(text: string): Readonly<{ nik: string }> | Readonly<{ reason: string }> {
  if (isExcelNumber(text)) return { reason: excelReason };
  const nik = text.replace(/[\s.\-']/g, '');
  if (nik === '') return { reason: 'is empty: it has to be the 16 digits of the NIK' };
  if (!/^\d+$/.test(nik))
    return { reason: 'has characters that are no digits: a NIK has 16 digits' };
  if (nik.length !== 16) return { reason: `has ${nik.length} digits: a NIK has 16` };
  return hasBirthDate(nik)
    ? { nik }
    : { reason: 'has no date of birth in digits 7 to 12: day (a woman’s plus 40), month, year' };
}

/** The same of a cell. */
export function readNik(text: string): Reading<string> {
  const parsed = parseNik(text);
  return 'nik' in parsed ? { value: parsed.nik } : parsed;
}

/** All that is kept of a NIK in the clear. */
export const nikLast4 = (nik: string): string => nik.slice(-4);

function hasBirthDate(nik: string): boolean {
  const day = Number(nik.slice(6, 8)) % 40;
  const month = Number(nik.slice(8, 10));
  return Number(nik.slice(6, 8)) <= 71 && day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

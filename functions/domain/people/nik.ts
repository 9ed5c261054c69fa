import { isExcelNumber } from '#domain/csv/excel-number';
import type { Reading } from '#domain/csv/table';
import { type Problem, problem } from '#domain/problem';

/** The identity number: 6 digits of region, DDMMYY of birth with 40 added to a woman's day, 4 of serial; no check digit. Or what is wrong ("has 15 digits …"). */
export function parseNik(text: string): Readonly<{ nik: string }> | Problem {
  if (isExcelNumber(text)) return problem('excel-number');
  const nik = text.replace(/[\s.\-']/g, '');
  if (nik === '') return problem('nik-empty');
  if (!/^\d+$/.test(nik)) return problem('nik-characters');
  if (nik.length !== 16) return problem('nik-length', { digits: nik.length });
  return hasBirthDate(nik) ? { nik } : problem('nik-birth-date');
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

import { cleanText } from '#domain/clean-text';
import type { Reading } from '#domain/csv/column';
import { isExcelNumber } from '#domain/csv/excel-number';
import { type Problem, problem } from '#domain/problem';

/** 16 digits: 6 of region, DDMMYY of birth (a woman's day plus 40), 4 serial; no check digit. */
export function parseNik(text: string): Readonly<{ nik: string }> | Problem {
  if (isExcelNumber(text)) return problem('excel-number');
  const nik = cleanText(text).replace(/[\s.\-']/g, '');
  if (nik === '') return problem('nik-empty');
  if (!/^\d+$/.test(nik)) return problem('nik-characters');
  if (nik.length !== 16) return problem('nik-length', { digits: nik.length });
  return hasBirthDate(nik) ? { nik } : problem('nik-birth-date');
}

export function readNik(text: string): Reading<string> {
  const parsed = parseNik(text);
  return 'nik' in parsed ? { value: parsed.nik } : parsed;
}

export const nikLast4 = (nik: string): string => nik.slice(-4);

function hasBirthDate(nik: string): boolean {
  const day = Number(nik.slice(6, 8)) % 40;
  const month = Number(nik.slice(8, 10));
  return Number(nik.slice(6, 8)) <= 71 && day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

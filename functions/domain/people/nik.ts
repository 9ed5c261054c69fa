import { cleanText } from '#domain/clean-text';
import type { Column, Reading } from '#domain/csv/column';
import { isExcelNumber } from '#domain/csv/excel-cells';
import { type Problem, problem } from '#domain/problem';

type Parsed = Readonly<{ nik: string }> | Problem;

/** 16 digits: 6 of region, DDMMYY of birth (a woman's day plus 40), 4 serial; no check digit. */
export function parseNik(text: string): Parsed {
  const parsed = parsePayerNik(text);
  return 'nik' in parsed && hasNobodysSerial(parsed.nik) ? problem('nik-serial') : parsed;
}

/** Serials begin at 0001. Of 0001 to 0009 Excel, which keeps 15 digits, makes 0000. */
export const hasNobodysSerial = (nik: string): boolean => nikLast4(nik) === '0000';

/** Money is never turned away for a serial that nobody has: it is kept as unmatched. */
export function parsePayerNik(text: string): Parsed {
  if (isExcelNumber(text)) return problem('excel-number');
  const nik = cleanText(text).replace(/[\s.\-']/g, '');
  if (nik === '') return problem('nik-empty');
  if (!/^\d+$/.test(nik)) return problem('nik-characters');
  if (nik.length !== 16) return problem('nik-length', { digits: nik.length });
  return hasBirthDate(nik) ? { nik } : problem('nik-birth-date');
}

export const nikColumn = {
  optional: false,
  faultCosts: 'line',
  headings: ['no_ktp'],
  read: readBy(parseNik),
} as const satisfies Column;

export const payerNikColumn = { ...nikColumn, read: readBy(parsePayerNik) } as const;

function readBy(parse: (text: string) => Parsed) {
  return (text: string): Reading<string> => {
    const parsed = parse(text);
    return 'nik' in parsed ? { value: parsed.nik } : parsed;
  };
}

export const nikLast4 = (nik: string): string => nik.slice(-4);

function hasBirthDate(nik: string): boolean {
  const day = Number(nik.slice(6, 8)) % 40;
  const month = Number(nik.slice(8, 10));
  return Number(nik.slice(6, 8)) <= 71 && day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

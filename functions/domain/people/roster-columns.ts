import { type Month, monthOf } from '#domain/calendar/dates';
import { parseProvince } from '#domain/calendar/provinces';
import { oneOf, orNothing, readDate, readMonth, rupiahIn } from '#domain/csv/cells';
import type { CellsOf, Column, Reading } from '#domain/csv/column';
import { isExcelNumber } from '#domain/csv/excel-number';
import { nikColumn } from '#domain/people/nik';
import { parsePhone } from '#domain/people/phone';
import { problem } from '#domain/problem';

/**
 * Who it is, whether they owe and how much: a guess would ask the wrong person for the wrong money,
 * so a fault there costs the line.
 */
const needed = { optional: false, faultCosts: 'line' } as const;
const leftOutOrRight = { optional: true, faultCosts: 'line' } as const;
/** How a worker is reached: a fault there must not cost that they have paid. */
const onlyItself = { optional: false, faultCosts: 'cell' } as const;
const leftOutOrOnlyItself = { optional: true, faultCosts: 'cell' } as const;

export const workerColumns = {
  nik: nikColumn,
  name: { ...needed, headings: ['nama', 'nama_lengkap'], read: readName },
  phone: {
    ...onlyItself,
    headings: ['no_hp', 'nomor_hp', 'hp', 'telepon'],
    read: orNothing(readPhone),
  },
  province: { ...needed, headings: ['provinsi'], read: readProvince },
  sector: {
    ...needed,
    headings: ['sektor'],
    read: oneOf({ transport: ['transportasi', 'angkutan'], other: ['lainnya', 'lain'] }),
  },
  income: { ...needed, headings: ['penghasilan'], read: readIncome },
  jht: { ...needed, headings: [], read: readYesOrNo },
  language: {
    ...onlyItself,
    headings: ['bahasa'],
    read: (text: string) => languageOf(text === '' ? 'id' : text),
  },
  covered_through: { ...needed, headings: ['lunas_sampai'], read: readMonth },
  government_paid: {
    ...leftOutOrRight,
    headings: ['dibayar_pemerintah'],
    read: (text: string) => readYesOrNo(text === '' ? 'no' : text),
  },
  group: { ...leftOutOrOnlyItself, headings: ['kelompok'], read: orNothing(readGroup) },
  ended_on: {
    ...leftOutOrRight,
    headings: ['tanggal_berakhir'],
    read: orNothing(readDate),
  },
  ended_reason: {
    ...leftOutOrRight,
    headings: ['alasan_berakhir'],
    read: orNothing(
      oneOf({
        died: ['meninggal', 'meninggal dunia'],
        employed: ['bekerja'],
        abroad: ['luar negeri'],
      }),
    ),
  },
  member_since: {
    ...leftOutOrOnlyItself,
    headings: ['peserta_sejak'],
    read: orNothing(readMemberSince),
  },
} as const satisfies Record<string, Column>;

export type WorkerColumn = keyof typeof workerColumns;

export type WorkerCells = CellsOf<typeof workerColumns>;

const languageOf = oneOf({
  id: ['indonesia', 'bahasa indonesia', 'indonesian'],
  jv: ['jawa', 'javanese'],
  su: ['sunda', 'sundanese'],
  en: ['inggris', 'english'],
});

const yesOrNo = oneOf({ yes: ['ya', 'y', 'true', '1'], no: ['tidak', 'tdk', 'n', 'false', '0'] });

function readName(name: string): Reading<string> {
  if (name.length > 100)
    return problem('too-many-characters', { characters: name.length, most: 100 });
  return /\p{L}/u.test(name)
    ? { value: name }
    : problem(name === '' ? 'name-empty' : 'name-letters');
}

/** Workers without a phone are kept; their reminders are listed as skipped. */
function readPhone(text: string): Reading<string> {
  const parsed = parsePhone(text);
  return 'phone' in parsed ? { value: parsed.phone } : parsed;
}

function readProvince(text: string): Reading<string> {
  const province = parseProvince(text);
  return province ? { value: province } : problem('province-unknown');
}

function readIncome(text: string): Reading<number> {
  if (isExcelNumber(text)) return problem('excel-number');
  const income = rupiahIn(text);
  return income <= mostIncome ? { value: income } : problem('income-none');
}

/** A slip of three digits would otherwise put somebody in the highest tier. */
const mostIncome = 1_000_000_000;

function readYesOrNo(text: string): Reading<boolean> {
  const answer = yesOrNo(text);
  return 'value' in answer ? { value: answer.value === 'yes' } : answer;
}

function readGroup(text: string): Reading<string> {
  return text.length > 100
    ? problem('too-many-characters', { characters: text.length, most: 100 })
    : { value: text };
}

/** A day as well: how long somebody has been a member is counted in months. */
function readMemberSince(text: string): Reading<Month> {
  const day = readDate(text);
  return 'value' in day ? { value: monthOf(day.value) } : readMonth(text);
}

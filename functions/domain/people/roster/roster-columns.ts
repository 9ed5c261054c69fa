import { type Month, monthOf } from '#domain/calendar/dates';
import { oneOf, orNothing, readDate, readMonth, rupiahIn } from '#domain/csv/cells';
import type { CellsOf, Column, Reading } from '#domain/csv/column';
import { isExcelNumber } from '#domain/csv/excel-cells';
import { factRules } from '#domain/people/fact-rules';
import { nikColumn } from '#domain/people/nik';
import { problem } from '#domain/problem';

/** They decide who owes how much: a guess would ask the wrong person for the wrong money. */
const needed = { optional: false, faultCosts: 'line' } as const;
const leftOutOrRight = { optional: true, faultCosts: 'line' } as const;
/** How a worker is reached: a fault there must not cost that they have paid. */
const onlyItself = { optional: false, faultCosts: 'cell' } as const;
const leftOutOrOnlyItself = { optional: true, faultCosts: 'cell' } as const;

export const workerColumns = {
  nik: nikColumn,
  name: { ...needed, headings: ['nama', 'nama_lengkap'], read: factRules.name },
  /** Workers without a phone are kept; their reminders are listed as skipped. */
  phone: {
    ...onlyItself,
    headings: ['no_hp', 'nomor_hp', 'hp', 'telepon'],
    read: orNothing(factRules.phone),
  },
  province: { ...needed, headings: ['provinsi'], read: factRules.province },
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
  group: { ...leftOutOrOnlyItself, headings: ['kelompok'], read: orNothing(factRules.group) },
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

function readIncome(text: string): Reading<number> {
  return isExcelNumber(text) ? problem('excel-number') : factRules.income(rupiahIn(text));
}

function readYesOrNo(text: string): Reading<boolean> {
  const answer = yesOrNo(text);
  return 'value' in answer ? { value: answer.value === 'yes' } : answer;
}

/** A day as well: how long somebody has been a member is counted in months. */
function readMemberSince(text: string): Reading<Month> {
  const day = readDate(text);
  return 'value' in day ? { value: monthOf(day.value) } : readMonth(text);
}

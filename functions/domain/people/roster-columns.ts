import { parseProvince } from '#domain/calendar/provinces';
import { oneOf, orNothing, readDate, readMonth, rupiahIn } from '#domain/csv/cells';
import type { CellsOf, Column, Reading } from '#domain/csv/column';
import { isExcelNumber } from '#domain/csv/excel-number';
import { readNik } from '#domain/people/nik';
import { parsePhone } from '#domain/people/phone';
import type { Unsaid } from '#domain/people/worker';
import { problem } from '#domain/problem';

export const workerColumns = {
  nik: { optional: false, headings: ['no_ktp'], read: readNik },
  name: { optional: false, headings: ['nama', 'nama_lengkap'], read: readName },
  phone: { optional: false, headings: ['no_hp', 'nomor_hp', 'hp', 'telepon'], read: readPhone },
  province: { optional: false, headings: ['provinsi'], read: readProvince },
  sector: {
    optional: false,
    headings: ['sektor'],
    read: oneOf({ transport: ['transportasi', 'angkutan'], other: ['lainnya', 'lain'] }),
  },
  income: { optional: false, headings: ['penghasilan'], read: readIncome },
  jht: { optional: false, headings: [], read: readYesOrNo },
  language: {
    optional: false,
    headings: ['bahasa'],
    read: (text: string) => languageOf(text === '' ? 'id' : text),
  },
  covered_through: { optional: false, headings: ['lunas_sampai'], read: readMonth },
  government_paid: {
    optional: true,
    headings: ['dibayar_pemerintah'],
    read: (text: string) => readYesOrNo(text === '' ? 'no' : text),
  },
  group: { optional: true, headings: ['kelompok'], read: readGroup },
  ended_on: { optional: true, headings: ['tanggal_berakhir'], read: orNothing(readDate) },
  ended_reason: {
    optional: true,
    headings: ['alasan_berakhir'],
    read: orNothing(
      oneOf({
        died: ['meninggal', 'meninggal dunia'],
        employed: ['bekerja'],
        abroad: ['luar negeri'],
      }),
    ),
  },
} as const satisfies Record<string, Column>;

export type WorkerColumn = keyof typeof workerColumns;

export const columnOf = {
  governmentPaid: 'government_paid',
  group: 'group',
  ended: 'ended_on',
} as const satisfies Record<Unsaid, WorkerColumn>;

export type WorkerCells = CellsOf<typeof workerColumns>;

const languageOf = oneOf({
  id: ['indonesia', 'bahasa indonesia', 'indonesian'],
  jv: ['jawa', 'javanese'],
  su: ['sunda', 'sundanese'],
  en: ['inggris', 'english'],
});

const yesOrNo = oneOf({ yes: ['ya', 'y', 'true', '1'], no: ['tidak', 'tdk', 'n', 'false', '0'] });

function readName(text: string): Reading<string> {
  const name = text.replace(/\s+/g, ' ');
  if (name.length > 100)
    return problem('too-many-characters', { characters: name.length, most: 100 });
  return /\p{L}/u.test(name)
    ? { value: name }
    : problem(name === '' ? 'name-empty' : 'name-letters');
}

/** Workers without a phone are kept; their reminders are listed as skipped. */
function readPhone(text: string): Reading<string | null> {
  if (text === '') return { value: null };
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

function readGroup(text: string): Reading<string | null> {
  return text.length > 100
    ? problem('too-many-characters', { characters: text.length, most: 100 })
    : { value: text || null };
}

import { parseProvince } from '#domain/calendar/provinces';
import { cleanText } from '#domain/clean-text';
import type { Reading } from '#domain/csv/column';
import { parsePhone } from '#domain/people/phone';
import { problem } from '#domain/problem';

/** For a roster's line and an admin alike. Choices and days are in `workerFacts`. */
export const factRules = {
  name: readName,
  phone: readPhone,
  province: readProvince,
  income: readIncome,
  group: readGroup,
} as const;

const mostCharacters = 100;

function readWords(text: string): Reading<string> {
  const value = cleanText(text).replace(/\s+/g, ' ');
  const { length: characters } = value;
  return characters > mostCharacters
    ? problem('too-many-characters', { characters, most: mostCharacters })
    : { value };
}

/** Blank means none. */
function readGroup(text: string): Reading<string | null> {
  const group = readWords(text);
  return 'value' in group ? { value: group.value || null } : group;
}

function readName(text: string): Reading<string> {
  const name = readWords(text);
  if ('reason' in name || /\p{L}/u.test(name.value)) return name;
  return problem(name.value === '' ? 'name-empty' : 'name-letters');
}

function readPhone(text: string): Reading<string> {
  const parsed = parsePhone(text);
  return 'phone' in parsed ? { value: parsed.phone } : parsed;
}

/** Also as people write it: `Jateng`. */
function readProvince(text: string): Reading<string> {
  const province = parseProvince(text);
  return province ? { value: province } : problem('province-unknown');
}

/** A slip of three digits would otherwise put somebody in the highest tier. */
const mostIncome = 1_000_000_000;

function readIncome(rupiah: number): Reading<number> {
  return Number.isInteger(rupiah) && rupiah >= 0 && rupiah <= mostIncome
    ? { value: rupiah }
    : problem('income-none');
}

import { parseRoster } from '#domain/people/roster-csv';

export const header = 'nik,name,phone,province,sector,income,jht,language,covered_through';

export const siti =
  '3372014105900000,Siti Aminah,087000000000,Jawa Tengah,other,1000000,no,id,2026-10';

export const sitiRead = {
  nik: '3372014105900000',
  facts: {
    name: 'Siti Aminah',
    phone: '+6287000000000',
    province: 'Jawa Tengah',
    sector: 'other',
    income: 1_000_000,
    jht: false,
    language: 'id',
    coveredThrough: '2026-10',
  },
};

const cells = {
  nik: '3372014105900000',
  name: 'Siti Aminah',
  phone: '087000000000',
  province: 'Jawa Tengah',
  sector: 'other',
  income: '1000000',
  jht: 'no',
  language: 'id',
  covered_through: '2026-10',
};

/** A valid row with these cells changed or added. */
const roster = (changed: Readonly<Record<string, string>>) => {
  const row = { ...cells, ...changed };
  return `${Object.keys(row).join(',')}\n${Object.values(row)
    .map((cell) => (/[,"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')}\n`;
};

export const factsOf = (changed: Readonly<Record<string, string>>) =>
  parseRoster(roster(changed)).rows[0]?.facts;

export const rejectionOf = (changed: Readonly<Record<string, string>>) =>
  parseRoster(roster(changed)).rejected[0];

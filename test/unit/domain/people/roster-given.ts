import { parseRoster } from '#domain/people/roster/roster-csv';
import { rosterOf } from '../../../builders.ts';

export const header = 'nik,name,phone,province,sector,income,jht,language,covered_through';

export const siti =
  '9972014105900001,Siti Aminah,087000000000,Jawa Tengah,other,1000000,no,id,2026-10';

export const sitiRead = {
  nik: '9972014105900001',
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

export const factsOf = (changed: Readonly<Record<string, string>>) =>
  parseRoster(rosterOf(changed)).rows[0]?.facts;

export const rejectionOf = (changed: Readonly<Record<string, string>>) =>
  parseRoster(rosterOf(changed)).rejected[0];

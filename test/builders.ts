import type { Month } from '#domain/calendar/dates';
import { beginCycle } from '#domain/people/cycles/next-cycle';
import type { WorkerColumn } from '#domain/people/roster/roster-columns';
import { unsaid, type Worker, type WorkerFacts } from '#domain/people/worker';
import { type Rules, rulesOf } from '#domain/plan/rules';
import type { Settings } from '#domain/settings';
import { plan } from './plan.ts';

/**
 * Siti sells batik in Solo: lowest tier, no JHT, covered through October 2026. Name only what
 * matters; the cycle follows from covered through.
 */
export function aWorker(facts: Partial<Worker> = {}): Worker {
  const coveredThrough: Month = facts.coveredThrough ?? '2026-10';
  const worker = {
    workerId: 'wrk_00000000000000000000',
    name: 'Siti Aminah',
    phone: '+6287000000000',
    nikLast4: '0001',
    province: 'Jawa Tengah',
    sector: 'other' as const,
    income: 1_000_000,
    jht: false,
    language: 'id' as const,
    ...unsaid,
    coveredThrough,
    lastPayment: null,
    credit: 0,
    toldByRoster: [],
    firstNamed: null,
    phoneFailures: 0,
    lastFailure: null,
    stopped: null,
    rev: 0,
    ...facts,
  };
  return {
    cycle: beginCycle(worker, { at: '2026-10-01T00:00:00.000Z', origin: 'joined' }, nobodyHeldOut),
    ...worker,
  };
}

/** Siti's line of a roster, and what it may say in the place of each fact. */
export const rosterCells: Partial<Record<WorkerColumn, string>> = {
  nik: '9972014105900001',
  name: 'Siti Aminah',
  phone: '087000000000',
  province: 'Jawa Tengah',
  sector: 'other',
  income: '1000000',
  jht: 'no',
  language: 'id',
  covered_through: '2026-10',
};
export const otherCells: Readonly<Record<keyof WorkerFacts, typeof rosterCells>> = {
  name: { name: 'Sri Wahyuni' },
  phone: { phone: '087000000001' },
  province: { province: 'Papua' },
  sector: { sector: 'transport' },
  income: { income: '2000000' },
  jht: { jht: 'yes' },
  language: { language: 'jv' },
  governmentPaid: { government_paid: 'yes' },
  group: { group: 'Batik Laweyan' },
  memberSince: { member_since: '2024-03' },
  coveredThrough: { covered_through: '2026-11' },
  ended: { ended_on: '2026-10-02', ended_reason: 'died' },
};
/** A valid row with these cells changed or added. */
export const rosterOf = (cells: Readonly<Record<string, string>>): string => {
  const row = { ...rosterCells, ...cells };
  return `${Object.keys(row).join(',')}\n${Object.values(row).map(quoted).join(',')}\n`;
};

const quoted = (cell: string): string =>
  /[,"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const nobodyHeldOut = { holdoutPercent: 0, onlyTo: null };

export const settings: Settings = {
  stage: 'test',
  shards: 4,
  smsPartsPerSecond: 2_000,
  claimLeadMilliseconds: 200,
  priceUsdPerPart: 0.16073,
  maxPriceUsdPerPart: 0.65,
  rupiahPerUsd: 16_500,
  lapseMonths: 3,
  reactivation: 'resume',
  jointLeaveMovesDueDate: false,
  senderId: null,
  approval: false,
};

export const rules: Rules = rulesOf(plan, settings);

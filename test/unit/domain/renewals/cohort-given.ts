import { type CohortQuestion, type Renewals, renewalsOf } from '#domain/renewals/cohorts/cohort';
import type { CountedRow } from '#domain/renewals/counting/counts';
import { plan } from '../../../plan.ts';
import { aText, cohortOf, leftCycle, openCycle, paidCycle, rules, times } from './counted.ts';

export const asked: CohortQuestion = {
  month: '2026-11',
  by: null,
  value: null,
  asOf: '2027-01-20',
  firstImport: '2026-10-01',
  rules,
  rupiahPerUsd: 16_500,
  plannedOf: ({ step }) => {
    const planned = plan.steps.find(({ id }) => id === step);
    return planned ? { anchor: planned.anchor, offsetDays: planned.offsetDays } : null;
  },
};

export const renewals = (rows: readonly CountedRow[], of: Partial<CohortQuestion> = {}): Renewals =>
  renewalsOf(cohortOf(rows, of.month), { ...asked, ...of });

/** 900 reminded and 100 held out, all due on Monday 16 November 2026. */
export const sample: readonly CountedRow[] = [
  ...times(4, paidCycle('2026-10-17')),
  ...times(110, paidCycle('2026-11-11')),
  ...times(6, paidCycle('2026-11-11', { heldOut: true })),
  ...times(450, paidCycle('2026-11-16')),
  ...times(40, paidCycle('2026-11-16', { heldOut: true })),
  ...times(48, paidCycle('2026-12-06')),
  ...times(12, paidCycle('2026-12-06', { heldOut: true })),
  ...times(30, paidCycle('2026-12-21', { heldOut: true })),
  ...times(288, openCycle()),
  ...times(12, openCycle({ heldOut: true })),
  ...times(4, leftCycle('2026-11-20')),
  ...times(12, openCycle({ since: '2026-11-17', origin: 'joined' })),
  ...times(775, aText()),
  ...times(775, aText({ step: 'eve', at: '2026-11-14T02:00:03.000Z' })),
  ...times(30, aText({ status: 'undelivered' })),
  ...times(20, aText({ status: 'sent', step: 'eve' })),
  ...times(2, aText({ status: 'failed' })),
  aText({ status: 'unknown' }),
  ...times(190, aText({ status: 'skipped', reason: 'held-out', arm: 'held-out' })),
  ...times(9, aText({ status: 'skipped', reason: 'stopped' })),
  ...times(4, aText({ leftOn: '2026-11-20' })),
  aText({ status: 'skipped', reason: 'held-out', arm: 'held-out', leftOn: '2026-11-20' }),
  ...times(2, aText({ step: 'after', at: '2026-11-23T02:00:03.000Z', cycleSince: '2026-11-17' })),
];

export const outcomes = [
  'onTime',
  'inArrears',
  'recovered',
  'lapsed',
  'open',
  'left',
  'startedLate',
] as const;

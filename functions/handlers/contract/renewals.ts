import type { Operations } from '#handlers/contract/operation';
import { renewals as cohorts, listedCycle, members } from '#handlers/contract/schemas/renewals';
import { pageOf } from '#handlers/contract/schemas/schema';

const span = ['from', 'to', 'asOf'] as const;

export const renewals = {
  'GET /api/renewals': {
    operationId: 'showRenewals',
    summary:
      'Shows what became of the cohorts of at most 36 months, or 12 by province, and their worth.',
    parameters: [...span, 'by'],
    answers: { 200: cohorts },
  },
  'GET /api/renewals.csv': {
    operationId: 'downloadRenewals',
    summary: 'Gives the cohorts as a CSV that Excel in Indonesia reads.',
    parameters: [...span, 'by'],
    answers: { 200: 'csv' },
  },
  'GET /api/renewals/{month}/cycles': {
    operationId: 'listCycles',
    summary: 'Lists the cycles from which the figures of a cohort are counted.',
    parameters: ['asOf', 'outcome', 'cursor'],
    answers: { 200: pageOf(listedCycle) },
  },
  'GET /api/members': {
    operationId: 'showMembers',
    summary: 'Shows members month by month, and how old the unpaid contributions are.',
    parameters: span,
    answers: { 200: members },
  },
  'GET /api/members.csv': {
    operationId: 'downloadMembers',
    summary: 'Gives the members as a CSV that Excel in Indonesia reads.',
    parameters: span,
    answers: { 200: 'csv' },
  },
} as const satisfies Operations;

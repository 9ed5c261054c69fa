import { addMonths } from '#domain/calendar/dates';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import type { MembersAnswer, RenewalsAnswer } from '#flows/renewals/show-renewals';
import { useRead } from '../../shared/reading.ts';
import { type Asked, pathOf, spanPath } from './asked.ts';

export const useRenewals = (asked: Asked) =>
  useRead<RenewalsAnswer>(spanPath('/api/renewals', asked));

/** One cohort and the one before it. */
export const useTwoCohorts = ({ month, asOf }: Asked) =>
  useRead<RenewalsAnswer>(pathOf('/api/renewals', { from: addMonths(month, -1), to: month, asOf }));

export const useCohort = ({ month, asOf }: Pick<Asked, 'month' | 'asOf'>) =>
  useRead<RenewalsAnswer>(pathOf('/api/renewals', { from: month, to: month, asOf }));

export const useGroups = ({ month, by, asOf }: Asked) =>
  useRead<RenewalsAnswer>(pathOf('/api/renewals', { from: month, to: month, by, asOf }));

export const useMembers = (asked: Asked) => useRead<MembersAnswer>(spanPath('/api/members', asked));

/** Months before the first roster have no workers, and are not shown. */
export const hasPeople = ({ due, startedLate, left }: Renewals): boolean =>
  due + startedLate + left > 0;

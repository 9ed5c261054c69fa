import { addMonths } from '#domain/calendar/dates';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { useToday } from '../../shared/me.tsx';
import { useRead } from '../../shared/reading.ts';

type Cohorts = Readonly<{ items: readonly Renewals[] }>;

/** The cohorts of the last seven months, of which some are final whatever the lapse setting. */
export function useCohorts() {
  const month = useToday().slice(0, 7);
  return useRead<Cohorts>(`/api/renewals?from=${addMonths(month, -6)}&to=${month}`);
}

/** Those drawn in a month, as the last cohort has it whose due date has come. */
export function drawnOf(cohorts: readonly Renewals[], today: string): Drawn | null {
  const last = cohorts.findLast(({ dueOn, effect }) => dueOn <= today && workersOf(effect) > 0);
  if (!last) return null;
  const { reminded, heldOut } = last.effect;
  return {
    month: last.month,
    workers: workersOf(last.effect),
    renewed: shareOf(reminded),
    heldOut: heldOut.due,
  };
}

/** `renewed`: the share so far; half where nobody has, since no share is harder to measure. */
export type Drawn = Readonly<{ month: string; workers: number; renewed: number; heldOut: number }>;

const workersOf = ({ reminded, heldOut }: Renewals['effect']): number => reminded.due + heldOut.due;

const shareOf = ({ due, renewed }: Renewals['effect']['reminded']): number =>
  due > 0 && renewed > 0 && renewed < due ? renewed / due : 0.5;

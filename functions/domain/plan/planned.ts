import type { Step } from '#domain/plan/plan';

/** Where a step stood when it was sent, though moved or deleted since. Null for a confirmation. */
export type Planned = Readonly<Pick<Step, 'anchor' | 'offsetDays'>> | null;

export type PlannedStep = Readonly<{ step: string; planVersion: number }>;

export type PlannedOf = (of: PlannedStep) => Planned;

/** From first to last: by the due date, by the lapse date, and what payments asked for. */
export const byDay = (left: Planned, right: Planned): number =>
  anchors.indexOf(left?.anchor) - anchors.indexOf(right?.anchor) ||
  (left?.offsetDays ?? 0) - (right?.offsetDays ?? 0);

const anchors: readonly (Step['anchor'] | undefined)[] = ['due', 'lapse', undefined];

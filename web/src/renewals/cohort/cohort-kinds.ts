import type { CycleKind } from '#domain/renewals/cohort-outcomes';

/** What a row can count as, in the order in which they are offered. One that is missing does not compile. */
export const rowKinds = Object.keys({
  onTime: true,
  inArrears: true,
  recovered: true,
  open: true,
  lapsed: true,
  left: true,
  startedLate: true,
} satisfies Record<CycleKind, true>) as CycleKind[];

import { addDays, type CalendarDate } from '#domain/calendar/dates';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { effectByDay } from '#domain/renewals/cohorts/cohort-effect';
import { type ExplainedCycle, kindOf } from '#domain/renewals/explained-cycle';
import { wasSent } from '#domain/sending/reminder';

const names = [
  'due',
  'onTime',
  'inArrears',
  'recovered',
  'lapsed',
  'open',
  'left',
  'startedLate',
  'amountDue',
  'amountReceived',
  'sent',
  'parts',
  'spendRupiah',
  'remindedDue',
  'remindedRenewed',
  'heldOutDue',
  'heldOutRenewed',
] as const;

/** The figures of a cohort that its cycles can be added up to. */
export type CycleSums = Record<(typeof names)[number], number>;

/** Adds cycles up; `rupiahPerUsd` is asked last, as a spend is rounded once, like the counters'. */
export function cycleSums(dueOn: CalendarDate) {
  const sums = Object.fromEntries(names.map((name) => [name, 0])) as CycleSums;
  let microUsd = 0;
  return {
    add(cycle: ExplainedCycle): void {
      sums[kindOf(cycle)] += 1;
      if (cycle.startedLate || cycle.outcome === 'left') return;
      addDue(sums, cycle, dueOn);
      for (const { parts, priceUsd } of cycle.texts.filter(({ status }) => wasSent(status))) {
        sums.sent += 1;
        sums.parts += parts;
        microUsd += Math.round(priceUsd * 1e6);
      }
    },
    sums: (rupiahPerUsd: number): CycleSums => ({
      ...sums,
      spendRupiah: Math.round((microUsd * rupiahPerUsd) / 1_000_000),
    }),
  };
}

function addDue(
  sums: CycleSums,
  { arm, endedOn, amount, received }: ExplainedCycle,
  dueOn: CalendarDate,
): void {
  sums.due += 1;
  sums.amountDue += amount;
  sums.amountReceived += received;
  if (arm === 'neither') return;
  const name = arm === 'reminded' ? 'reminded' : 'heldOut';
  sums[`${name}Due`] += 1;
  if (endedOn !== null && endedOn <= addDays(dueOn, effectByDay)) sums[`${name}Renewed`] += 1;
}

/** The same figures as a report says them. */
export const reportedSums = ({ effect, reminders, ...item }: Renewals): CycleSums => ({
  ...item,
  sent: reminders.sent,
  remindedDue: effect.reminded.due,
  remindedRenewed: effect.reminded.renewed,
  heldOutDue: effect.heldOut.due,
  heldOutRenewed: effect.heldOut.renewed,
});

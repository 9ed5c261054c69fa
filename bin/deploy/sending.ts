import { addSeconds, type Instant, instantAt, localDate, localTime } from '#domain/calendar/dates';
import { type Zone, zones } from '#domain/calendar/zones';
import { dueSteps, isTextingTime } from '#domain/plan/due-steps';
import type { Plan } from '#domain/plan/plan';
import { rulesOf } from '#domain/plan/rules';
import type { Slice } from '#domain/sending/slice';
import type { Settings } from '#domain/settings';

/** `slices`: of today and of the days before that are still caught up on, in all zones. */
export type Sending = Readonly<{
  now: Instant;
  plan: Plan;
  slices: readonly Pick<Slice, 'zone' | 'date' | 'time' | 'step' | 'state'>[];
}>;

/** A deployment with its canary takes about as long. */
const aheadSeconds = 30 * 60;

/** Why a deployment should wait, a sentence each; none while no text leaves or is about to. */
export const whyWait = (sending: Sending, settings: Settings): readonly string[] =>
  sending.plan.paused
    ? []
    : zones.flatMap((zone) => [
        ...whatIsOpen(zone, sending, settings),
        ...whatIsComing(zone, sending, settings),
      ]);

/** Outside the hours and days of texts a slice that is open waits, and may. */
function whatIsOpen(zone: Zone, { now, plan, slices }: Sending, settings: Settings): string[] {
  const mayText = [now, addSeconds(now, aheadSeconds)].some((at) =>
    isTextingTime(plan, rulesOf(plan, settings), {
      date: localDate(zone, at),
      time: localTime(zone, at),
    }),
  );
  const open = slices.filter((slice) => slice.zone === zone && slice.state === 'open');
  const firings = new Set(open.map(({ date, time }) => `${date} ${time}`));
  return mayText
    ? [...firings].map((firing) => `Not all texts of ${firing} in ${zone} have left.`)
    : [];
}

/** A firing that is due, or was within half an hour, and has no slices yet. */
function whatIsComing(zone: Zone, { now, plan, slices }: Sending, settings: Settings): string[] {
  const date = localDate(zone, now);
  const [from, to] = [addSeconds(now, -aheadSeconds), addSeconds(now, aheadSeconds)];
  const times = dueSteps(plan, date, rulesOf(plan, settings))
    .map(({ step }) => step.at)
    .filter((time) => instantAt(zone, date, time) >= from && instantAt(zone, date, time) <= to)
    .filter(
      (time) =>
        !slices.some((each) => each.zone === zone && each.date === date && each.time === time),
    );
  return [...new Set(times)].map((time) => `At ${time} in ${zone} texts are due.`);
}

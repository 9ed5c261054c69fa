import {
  addMonths,
  addSeconds,
  type CalendarDate,
  type Instant,
  instantAt,
  type Month,
  monthOf,
  monthRange,
} from '#domain/calendar/dates';
import { type Zone, zones } from '#domain/calendar/zones';
import { closesAt, nextTextingMinute } from '#domain/plan/catch-up';
import { stepDate } from '#domain/plan/due-steps';
import type { Plan, Step } from '#domain/plan/plan';
import { type Rules, rulesOf } from '#domain/plan/rules';
import type { Settings } from '#domain/settings';

/** A change of the plan put its moment into the past, so nobody has a row: it fires again. */
export type Behind = Readonly<{
  zone: Zone;
  step: string;
  month: Month;
  /** The moment under the changed plan, and its local day. */
  moment: Instant;
  date: CalendarDate;
  /** The change that first put it into the past. */
  since: Instant;
  /** The next moment texts may leave. */
  firesAt: Instant;
  /** `row`: too late for a text, workers were missed · `nothing`: as late, but just switched on. */
  owed: 'text' | 'row' | 'nothing';
}>;

/** `fired`: when each step last did; a worker whose cycle had begun by then has a row. */
export type Standing = Readonly<{
  plan: Plan;
  from: Instant;
  behind: readonly Behind[];
  fired: ReadonlyMap<string, Instant>;
}>;

/** Within this time an admin can take a change back before anybody is texted because of it. */
const secondThoughtsSeconds = 900;

export type Change = Pick<Standing, 'plan' | 'from'>;

export function standingAfter(before: Standing, change: Change, settings: Settings): Standing {
  const { plan, from } = change;
  const rules = rulesOf(plan, settings);
  const was = momentsOf(before.plan, from, settings);
  const isWaiting = ({ owed, firesAt }: Behind) => owed === 'nothing' || firesAt >= from;
  const waiting = new Map(before.behind.filter(isWaiting).map((each) => [placeOf(each), each]));
  const fired = new Map([
    ...before.fired,
    ...[...was].flatMap(([place, { moment }]) =>
      moment < from && !waiting.has(place) ? ([[place, moment]] as const) : [],
    ),
    ...before.behind
      .filter((each) => !isWaiting(each))
      .map((each) => [placeOf(each), each.firesAt] as const),
  ]);
  const behind = [...momentsOf(plan, from, settings)].flatMap(([place, to]) => {
    const judged = { to, was: was.get(place), waiting: waiting.get(place) };
    if (to.moment >= from || hasFired(judged, fired.get(place), from)) return [];
    return [behindOf(judged, { plan, from, rules })];
  });
  return { ...change, behind, fired };
}

/** Also where it was put ahead since, and is now put back to when it fired, or to before that. */
function hasFired({ to, was, waiting }: Judged, last: Instant | undefined, from: Instant): boolean {
  if (last === undefined) return false;
  return !was || (was.moment < from && !waiting) || to.moment <= last;
}

type Moment = Pick<Behind, 'zone' | 'step' | 'month' | 'moment' | 'date'>;

type Judged = Readonly<{ to: Moment; was: Moment | undefined; waiting: Behind | undefined }>;

function behindOf(
  judged: Judged,
  { plan, from, rules }: Change & Readonly<{ rules: Rules }>,
): Behind {
  const { to, waiting } = judged;
  const owed = owedNow(judged, from >= closesAt(to, plan));
  const since = waiting && waiting.owed !== 'nothing' ? waiting.since : from;
  const undoable = addSeconds(since, secondThoughtsSeconds);
  const at = undoable > from ? undoable : from;
  return { ...to, owed, since, firesAt: nextTextingMinute(to.zone, { plan, rules, at }) };
}

function owedNow({ to, was, waiting }: Judged, isLate: boolean): Behind['owed'] {
  if (!was || waiting?.owed === 'nothing') return isLate ? 'nothing' : 'text';
  // How long ago it was is counted to the change that put it there.
  const isPromised = waiting?.owed === 'text' && waiting.moment === to.moment;
  return isLate && !isPromised ? 'row' : 'text';
}

/** Of the steps that are switched on, for the months that a change at this time can concern. */
export function momentsOf(
  plan: Plan,
  at: Instant,
  settings: Settings,
): ReadonlyMap<string, Moment> {
  const rules = rulesOf(plan, settings);
  const moments = plan.steps
    .filter(({ enabled }) => enabled)
    .flatMap((step) =>
      monthsAbout(step, at, rules).flatMap((month) => inZones(step, month, plan, rules)),
    );
  return new Map(moments.map((each) => [placeOf(each), each]));
}

function inZones(step: Step, month: Month, plan: Plan, rules: Rules): readonly Moment[] {
  const date = stepDate(step, month, plan, rules);
  return zones.map((zone) => ({
    ...{ zone, step: step.id, month, date },
    moment: instantAt(zone, date, step.at),
  }));
}

/** A step is at most 60 days from its anchor, and quiet days move it by days. */
function monthsAbout({ anchor }: Step, at: Instant, { lapseMonths }: Rules): readonly Month[] {
  const month = addMonths(monthOf(at), anchor === 'lapse' ? -lapseMonths : 0);
  return monthRange(addMonths(month, -3), addMonths(month, 3));
}

export const placeOf = ({ zone, step, month }: Pick<Behind, 'zone' | 'step' | 'month'>): string =>
  `${zone} ${step} ${month}`;

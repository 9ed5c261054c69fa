import { busyCounter } from '#local/busy';
import { handlerOfArn } from '#local/environment';
import type { Events } from '#local/event-timeline';
import type { Faults } from '#local/faults';
import type { Lambda } from '#local/lambda';
import type { Counts, DryRun } from '#local/scheduler/dry-run';
import { isRate, nextFireTime } from '#local/scheduler/fire-times';
import { schedulerService } from '#local/scheduler/protocol';
import { type KeptSchedule, keepSchedules } from '#local/scheduler/schedule-store';
import type { State } from '#local/state';
import { type HandlerName, tableStream } from '#triggers';

export type Scheduler = ReturnType<typeof startScheduler>;

/**
 * EventBridge Scheduler by the emulator's clock. What fell due while the process was down is not
 * made up for (the watchdog finds it); what fell due several times during one stall fires once. A
 * rate first fires when it is put, or the emulator starts.
 */
export function startScheduler({
  state,
  lambda,
  changed,
  dryRun,
  faults,
  bury,
}: {
  state: State;
  lambda: Lambda;
  changed: () => void;
  dryRun: DryRun | null;
  faults: Pick<Faults, 'isBroken' | 'isOff'>;
  /** Takes the firing that could not be handed to its target. */
  bury: (queueArn: string, event: unknown) => void;
}) {
  const store = keepSchedules(state);
  const due = new Map<string, Due>();
  const running = busyCounter();

  const setNext = (schedule: KeptSchedule, at: number | null): void => {
    if (at === null) due.delete(schedule.Arn);
    else due.set(schedule.Arn, { schedule, at });
  };
  const plan = (schedule: KeptSchedule): void => {
    setNext(schedule, schedule.State === 'ENABLED' ? firstTime(schedule) : null);
    dryRun?.forgetSchedules();
    changed();
  };

  /**
   * Each round of the watchdog writes what the stream hands to the counting some seconds later; in
   * a jump of the clock that comes at its end, or not at all where the round was left out.
   */
  const handedOn = (handler: HandlerName, at: number): void => {
    if (handler === 'watchdog' && !faults.isOff(tableStream.handler))
      lambda.leftOut(tableStream.handler, new Map(), at);
  };

  const invokeTarget = async ({ Arn, Target }: KeptSchedule, at: number): Promise<boolean> => {
    try {
      const handler = handlerOfArn(Target.Arn);
      const ran = await lambda.invokeAsync(handler, eventOf(Target, at));
      if (ran) handedOn(handler, Date.now());
      return ran;
    } catch (error) {
      // AWS also takes a schedule with an impossible target or input: its firings come to nothing.
      console.error(`${Arn} cannot fire: ${error instanceof Error ? error.message : error}`);
      if (Target.DeadLetterConfig) bury(Target.DeadLetterConfig.Arn, Target.Input);
      return false;
    }
  };

  /** Invokes the target as of `at` (ms since 1970). Answers afterwards whether it succeeded. */
  const fire = (schedule: KeptSchedule, at: number): Promise<boolean> =>
    running.count(invokeTarget(schedule, at));

  const forget = ({ Arn }: KeptSchedule): void => {
    due.delete(Arn);
    dryRun?.forgetSchedules();
  };

  const dueBy = (instant: number): readonly Due[] =>
    [...due.values()].filter(({ at }) => at <= instant);

  const fireIt = ({ schedule, at }: Due): void => {
    setNext(schedule, nextAfter(schedule, { at, now: Date.now() }));
    void fire(schedule, at);
  };

  const comesToNothing = async ({ schedule: { Target }, at }: Due, now: number): Promise<Counts> =>
    dryRun && !faults.isBroken(handlerOfArn(Target.Arn))
      ? dryRun.comesToNothing(Target.Arn, eventOf(Target, at), now)
      : Promise.reject();

  /**
   * By the clock as it will stand at that moment. False where the schedule was changed meanwhile.
   */
  const leaveOut = async (each: Due, now: number): Promise<boolean> => {
    const counts = await comesToNothing(each, now).catch(() => null);
    if (!counts || due.get(each.schedule.Arn) !== each) return false;
    setNext(each.schedule, nextAfter(each.schedule, { at: each.at, now }));
    const handler = handlerOfArn(each.schedule.Target.Arn);
    lambda.leftOut(handler, counts, now);
    handedOn(handler, now);
    return true;
  };

  /** Before a jump; else nothing tells of what was written past the relay. */
  const streamIsRead = (): boolean =>
    !faults.isOff(tableStream.handler) && !faults.isBroken(tableStream.handler);

  const events: Events = {
    next: () => (due.size === 0 ? null : Math.min(...[...due.values()].map(({ at }) => at))),
    runDue: () => dueBy(Date.now()).forEach(fireIt),
    isBusy: running.isBusy,
    idle: running.idle,
    jumpBegins: () => {
      if (!streamIsRead()) dryRun?.forgetAll();
    },
    passOver: async (instant) => {
      const now = Math.max(instant, Date.now());
      for (const each of dueBy(now)) if (!(await leaveOut(each, now))) return false;
      return true;
    },
  };

  return {
    service: schedulerService(store, { put: plan, removed: forget }),
    events,
    fire,
    find: store.find,
    list: store.list,
    addGroup: store.addGroup,
    /** Creates the schedule or replaces it. */
    put: (
      input: Readonly<{ Name: string; GroupName: string }> & Readonly<Record<string, unknown>>,
    ): void =>
      plan(store.find(input.GroupName, input.Name) ? store.update(input) : store.create(input)),
    remove: (schedule: KeptSchedule): void => {
      store.remove(schedule.GroupName, schedule.Name);
      forget(schedule);
    },
    /** Works out when each kept schedule fires next, from now. */
    resume: () => store.list().forEach(plan),
  };
}

type Due = Readonly<{ schedule: KeptSchedule; at: number }>;

/** Throws where the input is not JSON. */
function eventOf({ Input = '{}' }: KeptSchedule['Target'], at: number): unknown {
  const scheduledTime = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  return JSON.parse(Input.replaceAll('<aws.scheduler.scheduled-time>', scheduledTime));
}

const firstTime = ({
  ScheduleExpression,
  ScheduleExpressionTimezone,
}: KeptSchedule): number | null =>
  isRate(ScheduleExpression)
    ? Date.now()
    : nextFireTime(ScheduleExpression, ScheduleExpressionTimezone, Date.now());

/** The next time that is still to come: a rate keeps its beat from the one before. */
function nextAfter(
  { ScheduleExpression, ScheduleExpressionTimezone }: KeptSchedule,
  { at, now }: Readonly<{ at: number; now: number }>,
): number | null {
  if (!isRate(ScheduleExpression))
    return nextFireTime(ScheduleExpression, ScheduleExpressionTimezone, now);
  const every = (nextFireTime(ScheduleExpression, ScheduleExpressionTimezone, 0) ?? 0) || 60_000;
  return at + every * (Math.floor((now - at) / every) + 1);
}

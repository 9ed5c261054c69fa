import { busyCounter } from '#local/busy';
import { handlerOfArn } from '#local/environment';
import type { Events } from '#local/event-timeline';
import type { Lambda } from '#local/lambda';
import { isRate, nextFireTime } from '#local/scheduler/fire-times';
import { schedulerService } from '#local/scheduler/protocol';
import { type KeptSchedule, keepSchedules } from '#local/scheduler/schedule-store';
import type { State } from '#local/state';

export type Scheduler = ReturnType<typeof startScheduler>;

/**
 * EventBridge Scheduler by the stage's clock. What came due while the process was down is not made up for (the audit finds it), and
 * what came due several times during one stall fires once. A rate fires first when it is put, or the stage starts.
 */
export function startScheduler({
  state,
  lambda,
  changed,
}: {
  state: State;
  lambda: Lambda;
  changed: () => void;
}) {
  const store = keepSchedules(state);
  const due = new Map<string, number>();
  const running = busyCounter();

  const plan = (schedule: KeptSchedule): void => {
    const next = schedule.State === 'ENABLED' ? firstTime(schedule) : null;
    if (next === null) due.delete(schedule.Arn);
    else due.set(schedule.Arn, next);
    changed();
  };

  const invokeTarget = async ({ Arn, Target }: KeptSchedule, at: number): Promise<boolean> => {
    const scheduledTime = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
    const input = (Target.Input ?? '{}').replaceAll(
      '<aws.scheduler.scheduled-time>',
      scheduledTime,
    );
    try {
      return await lambda.invokeAsync(handlerOfArn(Target.Arn), JSON.parse(input));
    } catch (error) {
      // A target or input that cannot be: AWS takes such a schedule as well, and its firings come to nothing.
      console.error(`${Arn} cannot fire: ${error instanceof Error ? error.message : error}`);
      return false;
    }
  };

  /** Invokes the target as of `at` (ms since 1970). Answers, when that has run, whether it went well. */
  const fire = (schedule: KeptSchedule, at: number): Promise<boolean> =>
    running.count(invokeTarget(schedule, at));

  const forget = ({ Arn }: KeptSchedule): void => void due.delete(Arn);

  const fireIfDue = (schedule: KeptSchedule): void => {
    const at = due.get(schedule.Arn);
    if (at === undefined || at > Date.now()) return;
    const next = nextAfter(schedule, at);
    if (next === null) due.delete(schedule.Arn);
    else due.set(schedule.Arn, next);
    void fire(schedule, at);
  };

  const events: Events = {
    next: () => (due.size === 0 ? null : Math.min(...due.values())),
    runDue: () => {
      if ((events.next() ?? Number.POSITIVE_INFINITY) <= Date.now())
        store.list().forEach(fireIfDue);
    },
    isBusy: running.isBusy,
    idle: running.idle,
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
  at: number,
): number | null {
  const now = Date.now();
  if (!isRate(ScheduleExpression))
    return nextFireTime(ScheduleExpression, ScheduleExpressionTimezone, now);
  const every = (nextFireTime(ScheduleExpression, ScheduleExpressionTimezone, 0) ?? 0) || 60_000;
  return at + every * (Math.floor((now - at) / every) + 1);
}

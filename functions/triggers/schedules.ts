import type { HandlerName } from './handlers.ts';

type Scheduled = Readonly<{
  name: string;
  expression: string;
  timezone: string;
  handler: HandlerName;
}>;

/**
 * Our own fixed schedules, in a group of their own: apply-plan owns the group of the plan's
 * schedules, and deletes from it whatever the plan does not name.
 */
export const upkeepSchedules = [
  {
    name: 'apply-plan-nightly',
    expression: 'cron(30 2 * * ? *)',
    timezone: 'Asia/Jakarta',
    handler: 'apply-plan',
  },
  { name: 'watchdog', expression: 'rate(15 minutes)', timezone: 'UTC', handler: 'watchdog' },
  // The day begins at 15:00 UTC in the east of Indonesia and at 17:00 in the west; a round that ran
  // out of time is followed by others before texts may leave.
  {
    name: 'spend-credit',
    expression: 'cron(5 15-23 * * ? *)',
    timezone: 'UTC',
    handler: 'spend-credit',
  },
] as const satisfies readonly Scheduled[];

/** The plan's schedules, which apply-plan writes, send `{zone, time, scheduledTime}`. */
export const planSchedules = { group: 'ingat', handler: 'plan-run' } as const;

/** Runs once at every deployment, after the roles have their policies. */
export const deployTriggers = ['apply-plan'] as const satisfies readonly HandlerName[];

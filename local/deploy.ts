import { Refused } from '#domain/refused';
import { otherLayoutName } from '#flows/hold-layout';
import { deadLettersArn, lambdaArn } from '#local/environment';
import type { Lambda } from '#local/lambda';
import type { Scheduler } from '#local/scheduler/scheduler';
import { deployTriggers, planSchedules, upkeepSchedules } from '#triggers';

/** What a deployment of the stack does: schedules first, then the handlers that it triggers. */
export async function deploy(scheduler: Scheduler, lambda: Lambda): Promise<void> {
  deploySchedules(scheduler);
  for (const handler of deployTriggers) await lambda.invoke(handler, {}).catch(refuseOther);
}

/** The data of another layout is the user's to set right, and no bug. */
function refuseOther(error: Error): never {
  if (error.name !== otherLayoutName) throw error;
  throw new Refused(
    'conflict',
    `${error.message}. Here the secret is in state.sqlite of the data folder, and --fresh ` +
      'deletes all data',
  );
}

/** Both groups, and our own schedules in theirs; those of an earlier version are removed. */
function deploySchedules(scheduler: Scheduler): void {
  scheduler.addGroup(planSchedules.group);
  scheduler.addGroup(upkeepGroup);
  for (const schedule of upkeepSchedules) scheduler.put(inputOf(schedule));
  const names: readonly string[] = upkeepSchedules.map(({ name }) => name);
  scheduler
    .list()
    .filter(({ GroupName, Name }) => GroupName === upkeepGroup && !names.includes(Name))
    .forEach(scheduler.remove);
  scheduler.resume();
}

const upkeepGroup = 'ingat-upkeep';

const inputOf = ({ name, expression, timezone, handler }: (typeof upkeepSchedules)[number]) => ({
  Name: name,
  GroupName: upkeepGroup,
  ScheduleExpression: expression,
  ScheduleExpressionTimezone: timezone,
  FlexibleTimeWindow: { Mode: 'OFF' },
  Target: {
    Arn: lambdaArn(handler),
    RoleArn: 'arn:aws:iam::000000000000:role/schedules',
    Input: JSON.stringify({ scheduledTime: '<aws.scheduler.scheduled-time>' }),
    DeadLetterConfig: { Arn: deadLettersArn('upkeep-schedules') },
  },
});

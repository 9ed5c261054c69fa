import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  type GetScheduleCommandOutput,
  paginateListSchedules,
  ResourceNotFoundException,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { parseScheduleName } from '#domain/plan/schedule-name';
import type { Schedule, ScheduleStore } from '#flows/plan/schedule-store';

/** Without `group` a call means the Scheduler's group `default`, which others use. */
export type SchedulesOf = Readonly<{ client?: SchedulerClient; group: string; target: Target }>;

/** `deadLetterArn` gets what could not be delivered within the hour. */
type Target = Readonly<{ functionArn: string; roleArn: string; deadLetterArn: string }>;

/** An admin waits for the answer: what hangs is given up well before their call is. */
export const schedulerClient = (): SchedulerClient =>
  new SchedulerClient({
    requestHandler: {
      connectionTimeout: 1_000,
      requestTimeout: 3_000,
      throwOnRequestTimeout: true,
    },
  });

/** The rest follows from a name: whatever differs was changed by somebody else. */
export const scheduleStore = ({
  client = schedulerClient(),
  group,
  target,
}: SchedulesOf): ScheduleStore => ({
  async list() {
    const names: string[] = [];
    for await (const { Schedules } of paginateListSchedules({ client }, { GroupName: group }))
      names.push(...(Schedules ?? []).flatMap(({ Name }) => Name ?? []));
    const found = await Promise.all(
      names.map(async (name) => ({
        name,
        actual: await unlessGone(
          client.send(new GetScheduleCommand({ Name: name, GroupName: group })),
        ),
      })),
    );
    return found.flatMap(({ name, actual }) =>
      actual ? [{ name, intact: isIntact(actual, scheduleOf(name), { group, target }) }] : [],
    );
  },

  async put(schedule) {
    const wanted = requestFor(schedule, { group, target });
    try {
      await client.send(new CreateScheduleCommand(wanted));
    } catch (error) {
      if (!(error instanceof ConflictException)) throw error;
      // An update resets everything that is not sent, so the whole schedule is.
      await client.send(new UpdateScheduleCommand(wanted));
    }
  },

  async remove(name) {
    await unlessGone(client.send(new DeleteScheduleCommand({ Name: name, GroupName: group })));
  },
});

type Place = Pick<SchedulesOf, 'group' | 'target'>;

/** The Scheduler fills in the moment it was to fire. The watchdog finds what never arrives. */
const requestFor = ({ name, zone, time }: Schedule, { group, target }: Place) =>
  ({
    Name: name,
    GroupName: group,
    ScheduleExpression: `cron(${Number(time.slice(3))} ${Number(time.slice(0, 2))} * * ? *)`,
    ScheduleExpressionTimezone: zone,
    FlexibleTimeWindow: { Mode: 'OFF' },
    State: 'ENABLED',
    Target: {
      Arn: target.functionArn,
      RoleArn: target.roleArn,
      DeadLetterConfig: { Arn: target.deadLetterArn },
      RetryPolicy: { MaximumEventAgeInSeconds: 3_600, MaximumRetryAttempts: 10 },
      Input: JSON.stringify({ zone, time, scheduledTime: '<aws.scheduler.scheduled-time>' }),
    },
  }) satisfies CreateScheduleCommandInput;

const scheduleOf = (name: string): Schedule | null => {
  const said = parseScheduleName(name);
  return said && { name, ...said };
};

const isIntact = (
  actual: GetScheduleCommandOutput,
  schedule: Schedule | null,
  place: Place,
): boolean =>
  schedule !== null &&
  !actual.StartDate &&
  !actual.EndDate &&
  holds(actual, requestFor(schedule, place));

/** What AWS adds of its own does not matter. */
const holds = (actual: unknown, wanted: unknown): boolean =>
  typeof wanted === 'object' && wanted !== null
    ? Object.entries(wanted).every(([name, part]) =>
        holds((actual as Record<string, unknown> | undefined)?.[name], part),
      )
    : actual === wanted;

async function unlessGone<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

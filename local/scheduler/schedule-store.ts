import * as z from 'zod';
import { AwsError } from '#local/http/aws-protocols';
import { nextFireTime } from '#local/scheduler/fire-times';
import type { State } from '#local/state';

/**
 * The input of CreateSchedule and UpdateSchedule. As in AWS an update replaces the whole schedule.
 */
const scheduleSchema = z.object({
  Name: z.string().regex(/^[0-9a-zA-Z-_.]{1,64}$/),
  GroupName: z.string().default('default'),
  Description: z.string().optional(),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  FlexibleTimeWindow: z.looseObject({ Mode: z.enum(['OFF', 'FLEXIBLE']) }),
  Target: z.looseObject({
    Arn: z.string(),
    RoleArn: z.string(),
    Input: z.string().optional(),
    DeadLetterConfig: z.object({ Arn: z.string() }).optional(),
  }),
});

export type KeptSchedule = z.infer<typeof scheduleSchema> &
  Readonly<{ Arn: string; CreationDate: number; LastModificationDate: number }>;
export type ScheduleStore = ReturnType<typeof keepSchedules>;

/** Schedules and groups, in the state file. Refuses in the words of EventBridge Scheduler. */
export function keepSchedules({ database }: State) {
  const all = database.prepare('SELECT body FROM schedules ORDER BY groupName, name');
  const one = database.prepare('SELECT body FROM schedules WHERE groupName = ? AND name = ?');
  const put = database.prepare(
    'INSERT INTO schedules VALUES (?, ?, ?) ON CONFLICT (groupName, name) DO UPDATE SET body ' +
      '= excluded.body',
  );
  const remove = database.prepare('DELETE FROM schedules WHERE groupName = ? AND name = ?');
  const group = database.prepare('SELECT createdAt FROM schedule_groups WHERE name = ?');
  const addGroup = database.prepare('INSERT OR IGNORE INTO schedule_groups VALUES (?, ?)');

  const find = (groupName: string, name: string): KeptSchedule | undefined => {
    const row = one.get(groupName, name);
    return row && (JSON.parse(String(row.body)) as KeptSchedule);
  };
  const write = (schedule: z.infer<typeof scheduleSchema>, created: number): KeptSchedule => {
    const { GroupName, Name } = schedule;
    const Arn = `arn:aws:scheduler:ap-southeast-3:000000000000:schedule/${GroupName}/${Name}`;
    const whole = { ...schedule, Arn, CreationDate: created, LastModificationDate: seconds() };
    put.run(GroupName, Name, JSON.stringify(whole));
    return whole;
  };
  const store = {
    find,
    list: (): readonly KeptSchedule[] =>
      all.all().map(({ body }) => JSON.parse(String(body)) as KeptSchedule),
    create(input: unknown): KeptSchedule {
      const schedule = parseSchedule(input);
      store.groupCreatedAt(schedule.GroupName);
      if (find(schedule.GroupName, schedule.Name))
        throw new AwsError(409, 'ConflictException', `Schedule ${schedule.Name} already exists.`);
      return write(schedule, seconds());
    },
    update(input: unknown): KeptSchedule {
      const schedule = parseSchedule(input);
      return write(schedule, store.get(schedule.GroupName, schedule.Name).CreationDate);
    },
    get(groupName: string, name: string): KeptSchedule {
      const schedule = find(groupName, name);
      if (!schedule)
        throw new AwsError(404, 'ResourceNotFoundException', `Schedule ${name} does not exist.`);
      return schedule;
    },
    remove(groupName: string, name: string): void {
      store.get(groupName, name);
      remove.run(groupName, name);
    },
    /** False where there was one already. */
    addGroup: (name: string): boolean => addGroup.run(name, seconds()).changes > 0,
    groupCreatedAt(name: string): number {
      const row = group.get(name);
      if (!row)
        throw new AwsError(
          404,
          'ResourceNotFoundException',
          `Schedule group ${name} does not exist.`,
        );
      return Number(row.createdAt);
    },
  };
  store.addGroup('default');
  return store;
}

function parseSchedule(input: unknown): z.infer<typeof scheduleSchema> {
  const parsed = scheduleSchema.safeParse(input);
  if (!parsed.success)
    throw new AwsError(400, 'ValidationException', z.prettifyError(parsed.error));
  try {
    nextFireTime(
      parsed.data.ScheduleExpression,
      parsed.data.ScheduleExpressionTimezone,
      Date.now(),
    );
  } catch (error) {
    throw new AwsError(
      400,
      'ValidationException',
      error instanceof Error ? error.message : String(error),
    );
  }
  return parsed.data;
}

const seconds = (): number => Date.now() / 1000;

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateScheduleCommand,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { expect, it } from 'vitest';
import { startEmulator } from '#local/emulator';

const group = { GroupName: 'ingat' } as const;

it('schedules that somebody deletes, changes or adds by hand are those of the plan again after the night; other groups are left alone', async ({
  onTestFinished,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ingat-healed-'));
  const stage = await startEmulator({
    dataDir,
    port: 0,
    now: Date.parse('2026-11-10T12:00:00+07:00'),
  });
  onTestFinished(async () => {
    await stage.stop();
    rmSync(dataDir, { recursive: true });
  });
  // The stage has set the endpoints and credentials of this process.
  const scheduler = new SchedulerClient();
  const listed = async (): Promise<readonly string[]> =>
    ((await scheduler.send(new ListSchedulesCommand({}))).Schedules ?? [])
      .map(({ GroupName, Name, State }) => `${GroupName}/${Name} ${State}`)
      .sort();
  const before = await listed();
  // A night in which nothing is to be done.
  await stage.moveTo(Date.parse('2026-11-11T12:00:00+07:00'));
  expect(await listed()).toEqual(before);
  const changed = await scheduler.send(
    new GetScheduleCommand({ ...group, Name: 'remind-Asia_Makassar-0900' }),
  );
  const {
    Arn: _,
    CreationDate: __,
    LastModificationDate: ___,
    $metadata: ____,
    ...makassar
  } = changed;

  await scheduler.send(new DeleteScheduleCommand({ ...group, Name: 'remind-Asia_Jakarta-0900' }));
  await scheduler.send(
    new UpdateScheduleCommand({
      ...makassar,
      ScheduleExpression: 'cron(0 3 * * ? *)',
      Name: makassar.Name ?? '',
    } as never),
  );
  await scheduler.send(
    new CreateScheduleCommand({ ...makassar, Name: 'remind-at-midnight' } as never),
  );
  await scheduler.send(
    new CreateScheduleCommand({
      ...makassar,
      GroupName: 'ingat-upkeep',
      Name: 'of-somebody-else',
    } as never),
  );
  expect(await listed()).not.toEqual(before);

  await stage.moveTo(Date.parse('2026-11-12T02:31:00+07:00'));
  expect(await listed()).toEqual([...before, 'ingat-upkeep/of-somebody-else ENABLED'].sort());
  const healed = await scheduler.send(
    new GetScheduleCommand({ ...group, Name: 'remind-Asia_Makassar-0900' }),
  );
  expect([healed.ScheduleExpression, healed.ScheduleExpressionTimezone]).toEqual([
    changed.ScheduleExpression,
    changed.ScheduleExpressionTimezone,
  ]);
});

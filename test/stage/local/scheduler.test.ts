import {
  ConflictException,
  CreateScheduleCommand,
  CreateScheduleGroupCommand,
  type CreateScheduleInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  GetScheduleGroupCommand,
  ListSchedulesCommand,
  ResourceNotFoundException,
  SchedulerClient,
  UpdateScheduleCommand,
  ValidationException,
} from '@aws-sdk/client-scheduler';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Emulator } from '#local/emulator';
import { startStubStage } from './stub-stage.ts';

let stage: Emulator;
let client: SchedulerClient;
beforeAll(async () => {
  stage = await startStubStage();
  client = new SchedulerClient();
});
afterAll(() => stage.stop());

const remind = (Name: string, rest: Partial<CreateScheduleInput> = {}): CreateScheduleInput => ({
  Name,
  GroupName: 'ingat',
  Description: 'Reminders',
  ScheduleExpression: 'cron(0 9 * * ? *)',
  ScheduleExpressionTimezone: 'Asia/Jakarta',
  FlexibleTimeWindow: { Mode: 'OFF' },
  Target: {
    Arn: 'arn:aws:lambda:ap-southeast-3:000000000000:function:plan-run',
    RoleArn: 'arn:aws:iam::000000000000:role/x',
    Input: '{}',
  },
  ...rest,
});

it('gives back what was put', async () => {
  await client.send(new CreateScheduleCommand(remind('a')));
  const seen = await client.send(new GetScheduleCommand({ GroupName: 'ingat', Name: 'a' }));
  expect(seen).toMatchObject({ ...remind('a'), State: 'ENABLED' });
  expect(seen.CreationDate).toBeInstanceOf(Date);
});

it('replaces everything that an update does not send', async () => {
  await client.send(new CreateScheduleCommand(remind('b', { State: 'DISABLED' })));
  await client.send(
    new UpdateScheduleCommand(
      remind('b', { Description: undefined, ScheduleExpressionTimezone: undefined }),
    ),
  );
  const seen = await client.send(new GetScheduleCommand({ GroupName: 'ingat', Name: 'b' }));
  expect(seen).toMatchObject({ State: 'ENABLED', ScheduleExpressionTimezone: 'UTC' });
  expect(seen.Description).toBeUndefined();
});

it('takes an omitted group for the default one', async () => {
  await client.send(new CreateScheduleCommand(remind('c')));
  await expect(
    client.send(new UpdateScheduleCommand(remind('c', { GroupName: undefined }))),
  ).rejects.toThrow(ResourceNotFoundException);
  await expect(client.send(new DeleteScheduleCommand({ Name: 'c' }))).rejects.toThrow(
    ResourceNotFoundException,
  );
  await client.send(new DeleteScheduleCommand({ Name: 'c', GroupName: 'ingat' }));
  await expect(
    client.send(new GetScheduleCommand({ Name: 'c', GroupName: 'ingat' })),
  ).rejects.toThrow(ResourceNotFoundException);
});

it('lists a group page by page', async () => {
  await client.send(new CreateScheduleGroupCommand({ Name: 'many' }));
  for (const n of [1, 2, 3])
    await client.send(new CreateScheduleCommand(remind(`m${n}`, { GroupName: 'many' })));
  const first = await client.send(new ListSchedulesCommand({ GroupName: 'many', MaxResults: 2 }));
  const second = await client.send(
    new ListSchedulesCommand({ GroupName: 'many', MaxResults: 2, NextToken: first.NextToken }),
  );
  expect([...(first.Schedules ?? []), ...(second.Schedules ?? [])].map(({ Name }) => Name)).toEqual(
    ['m1', 'm2', 'm3'],
  );
  expect(second.NextToken).toBeUndefined();
});

it('refuses as the real one does', async () => {
  await client.send(new CreateScheduleCommand(remind('d')));
  const again = client.send(new CreateScheduleCommand(remind('d')));
  await expect(again).rejects.toThrow(ConflictException);
  await expect(again).rejects.toMatchObject({ $metadata: { attempts: 1 } });
  await expect(
    client.send(new CreateScheduleCommand(remind('e', { GroupName: 'nowhere' }))),
  ).rejects.toThrow(ResourceNotFoundException);
  await expect(
    client.send(
      new CreateScheduleCommand(remind('e', { ScheduleExpression: 'cron(0 25 * * ? *)' })),
    ),
  ).rejects.toThrow(ValidationException);
  await expect(
    client.send(
      new CreateScheduleCommand(remind('e', { ScheduleExpressionTimezone: 'Asia/Solo' })),
    ),
  ).rejects.toThrow(ValidationException);
  await expect(client.send(new CreateScheduleGroupCommand({ Name: 'ingat' }))).rejects.toThrow(
    ConflictException,
  );
  expect((await client.send(new GetScheduleGroupCommand({ Name: 'ingat' }))).State).toBe('ACTIVE');
});

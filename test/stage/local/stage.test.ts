import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zones } from '#domain/calendar/zones';
import { type Emulator, startEmulator } from '#local/emulator';
import { handlersOf, newFolder, startStubStage } from './stub-stage.ts';

type Firing = Readonly<{ zone: string; time: string; scheduledTime: string }>;
const log: { what: string; at: string; scheduledTime?: string | undefined }[] = [];
/** `at`: the hour by the stage's clock, which goes on while a slow machine works. */
const note = (what: string, scheduledTime?: string) =>
  log.push({ what, at: new Date().toISOString().slice(0, 13), scheduledTime });

/**
 * As little of Ingat as shows the stage: a plan with one step, a run of one slice, a slice of one
 * text.
 */
const stubs = {
  'apply-plan': async () => {
    const scheduler = new SchedulerClient();
    for (const zone of zones)
      await scheduler.send(new CreateScheduleCommand(scheduleOf(zone))).catch(() => undefined);
  },
  'plan-run': async ({ zone, scheduledTime }: Firing) => {
    note(`run ${zone}`, scheduledTime);
    await sqs().send(
      new SendMessageCommand({ QueueUrl: process.env.SLICES_QUEUE_URL, MessageBody: zone }),
    );
  },
  'send-reminders': async ({ Records }: SQSEvent) => {
    process.stdout.write('{"message":"a slice"}\n');
    for (const { body } of Records)
      await sns().send(new PublishCommand({ PhoneNumber: '+6287000000000', Message: body }));
    note(`slice ${Records[0]?.body}`);
    return { batchItemFailures: [] };
  },
  watchdog: ({ scheduledTime }: Firing) => note('watchdog', scheduledTime),
  'spend-credit': () => undefined,
};

/** Made at their first use, when the environment names the stand-ins. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};
const sqs = once(() => new SQSClient());
const sns = once(() => new SNSClient());

const scheduleOf = (zone: string) => ({
  Name: `remind-${zone.replace('/', '_')}-0900`,
  GroupName: process.env.SCHEDULE_GROUP,
  ScheduleExpression: 'cron(0 9 * * ? *)',
  ScheduleExpressionTimezone: zone,
  FlexibleTimeWindow: { Mode: 'OFF' as const },
  Target: {
    Arn: process.env.PLAN_RUN_ARN,
    RoleArn: process.env.SCHEDULE_ROLE_ARN,
    Input: JSON.stringify({ zone, time: '09:00', scheduledTime: '<aws.scheduler.scheduled-time>' }),
  },
});

let stage: Emulator;
const dataDir = newFolder();
beforeAll(async () => {
  stage = await startStubStage(stubs, { dataDir, now: Date.parse('2026-11-11T06:00:00+07:00') });
});
afterAll(() => stage.stop());

const local = async (method: string, path: string, body?: unknown) => {
  const answer = await fetch(`${stage.url}/_local/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
};

describe('time on the stage', () => {
  it('fires every schedule at its moment in its zone when the clock jumps, and ends at the target', async () => {
    const { status, body } = await local('POST', 'clock', { to: '2026-11-11T12:00+07:00' });
    expect(status).toBe(200);
    expect(body.now).toMatch(/^2026-11-11T05:/);
    expect(log.filter(({ what }) => what !== 'watchdog')).toEqual([
      { what: 'run Asia/Jayapura', at: '2026-11-11T00', scheduledTime: '2026-11-11T00:00:00Z' },
      { what: 'slice Asia/Jayapura', at: '2026-11-11T00' },
      { what: 'run Asia/Makassar', at: '2026-11-11T01', scheduledTime: '2026-11-11T01:00:00Z' },
      { what: 'slice Asia/Makassar', at: '2026-11-11T01' },
      { what: 'run Asia/Jakarta', at: '2026-11-11T02', scheduledTime: '2026-11-11T02:00:00Z' },
      { what: 'slice Asia/Jakarta', at: '2026-11-11T02' },
    ]);
    // Every 15 minutes from just after 06:00; a slow machine has by now come to just after 12:00.
    expect(log.filter(({ what, at }) => what === 'watchdog' && at < '2026-11-11T05')).toHaveLength(
      24,
    );
  });

  it('goes forward only', async () => {
    for (const body of [
      { to: '2026-11-11T11:00+07:00' },
      { to: 'tomorrow' },
      { by: 'soon' },
      { by: '-P1D' },
      {},
    ]) {
      const answer = await local('POST', 'clock', body);
      expect(answer).toMatchObject({
        status: 400,
        body: { error: { code: 'invalid', message: expect.stringMatching(/\w+ .*\./s) } },
      });
    }
  });

  it('makes a second jump wait for the first', async () => {
    const moves = await Promise.all([
      local('POST', 'clock', { by: 'P1D' }),
      local('POST', 'clock', { by: 'PT30H' }),
    ]);
    expect(moves.map(({ status }) => status)).toEqual([200, 200]);
    expect((await local('GET', 'clock')).body.now).toMatch(/^2026-11-13T11:/);
    expect(log.filter(({ what }) => what === 'slice Asia/Jakarta')).toHaveLength(3);
  });

  it('lets thirty days pass with every round in them', async () => {
    const rounds = log.filter(({ what }) => what === 'watchdog').length;
    await local('POST', 'clock', { by: 'P30D' });
    expect(log.filter(({ what }) => what === 'watchdog').length - rounds).toBeGreaterThanOrEqual(
      30 * 96,
    );
  });

  it('fires today’s schedule again on request, but not before its time', async () => {
    const before = log.length;
    expect((await local('POST', 'fire', { zone: 'Asia/Jakarta', time: '09:00' })).status).toBe(200);
    expect(log.slice(before).filter(({ what }) => what !== 'watchdog')).toEqual([
      {
        what: 'run Asia/Jakarta',
        at: '2026-12-13T11',
        scheduledTime: '2026-12-13T02:00:00Z',
      },
      { what: 'slice Asia/Jakarta', at: expect.any(String) },
    ]);
    await local('POST', 'clock', { to: '2026-12-14T08:00:00+07:00' });
    expect((await local('POST', 'fire', { zone: 'Asia/Jakarta', time: '09:00' })).status).toBe(409);
    expect((await local('POST', 'fire', { zone: 'Asia/Jakarta', time: '10:00' })).status).toBe(404);
    expect((await local('POST', 'fire', { zone: 'Asia/Solo', time: '10:00' })).status).toBe(400);
  });
});

describe('what the stage shows', () => {
  it('finds texts by phone, however it is written, and by time', async () => {
    const count = async (query: string) =>
      ((await local('GET', `outbox${query}`)).body.items as unknown as unknown[]).length;
    const all = await count('');
    expect(all).toBeGreaterThan(90);
    for (const phone of ['+6287000000000', '%2B6287000000000', '087000000000', '62 870-0000-0000'])
      expect(await count(`?phone=${phone}`)).toBe(all);
    expect(await count('?phone=087000000001')).toBe(0);
    expect(await count('?since=2026-12-13T00:00:00Z')).toBe(6);
  });

  it('lists the plan’s schedules and its own', async () => {
    const items = (await local('GET', 'schedules')).body.items as unknown as {
      name: string;
      group: string;
    }[];
    expect(items.map(({ group, name }) => `${group}/${name}`).sort()).toEqual([
      'ingat-upkeep/apply-plan-nightly',
      'ingat-upkeep/spend-credit',
      'ingat-upkeep/watchdog',
      'ingat/remind-Asia_Jakarta-0900',
      'ingat/remind-Asia_Jayapura-0900',
      'ingat/remind-Asia_Makassar-0900',
    ]);
  });

  it('says that it is ready when it is told so', async () => {
    expect((await local('GET', 'health')).status).toBe(503);
    stage.ready();
    expect((await local('GET', 'health')).status).toBe(200);
  });

  it('signs in by role', async () => {
    expect((await local('POST', 'sign-in', { role: 'service' })).body.token).toMatch(/^ey/);
    expect((await local('POST', 'sign-in', { role: 'king' })).status).toBe(400);
  });

  it('takes faults, and refuses what it does not know', async () => {
    expect((await local('POST', 'faults', { carrier: { deliveredPercent: 90 } })).status).toBe(200);
    expect((await local('POST', 'faults', { sns: [{ kind: 'fire', count: 1 }] })).status).toBe(400);
  });

  it('keeps the handlers’ log off the terminal and the secret from other users', () => {
    expect(readFileSync(join(dataDir, 'handlers.jsonl'), 'utf8')).toContain('a slice');
    expect(JSON.parse(readFileSync(join(dataDir, 'local.json'), 'utf8'))).toMatchObject({
      port: stage.port,
      webhookSecret: stage.webhookSecret,
    });
    expect(statSync(join(dataDir, 'local.json')).mode & 0o077).toBe(0);
    expect(Buffer.from(stage.webhookSecret.replace(/^whsec_/, ''), 'base64')).toHaveLength(24);
  });
});

describe('a stage that cannot start says why', () => {
  const refused = (options: Partial<Parameters<typeof startEmulator>[0]>) =>
    startEmulator({ dataDir: newFolder(), port: 0, loadHandler: handlersOf({}), ...options });

  it('its folder is in use', () =>
    expect(refused({ dataDir })).rejects.toThrow(/Ingat is already running/));
  it('its folder is in use, and it would begin afresh', () =>
    expect(refused({ dataDir, fresh: true })).rejects.toThrow(/Ingat is already running/));
  it('its port is taken', () =>
    expect(refused({ port: stage.port })).rejects.toThrow(/Port \d+ is taken/));
  it('its folder belongs to something else', async () => {
    const foreign = newFolder();
    writeFileSync(join(foreign, 'thesis.txt'), '');
    await expect(refused({ dataDir: foreign, fresh: true })).rejects.toThrow(
      /neither empty nor a data folder of Ingat/,
    );
    expect(readFileSync(join(foreign, 'thesis.txt'), 'utf8')).toBe('');
  });
});

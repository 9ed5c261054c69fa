import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { beforeEach, describe, expect, it } from 'vitest';
import { scheduleStore } from '#aws/plan/schedule-store';
import type { Schedule } from '#flows/plan/schedule-store';
import { type Answer, service } from './service.ts';

const scheduler = service();
const target = {
  functionArn: 'arn:plan-run',
  roleArn: 'arn:role',
  deadLetterArn: 'arn:dead-letters',
};
const schedules = () =>
  scheduleStore({
    client: new SchedulerClient({ ...scheduler.config(), maxAttempts: 1 }),
    group: 'ingat',
    target,
  });

const jakarta: Schedule = { name: 'remind-Asia_Jakarta-0905', zone: 'Asia/Jakarta', time: '09:05' };
const jayapura: Schedule = {
  name: 'remind-Asia_Jayapura-1900',
  zone: 'Asia/Jayapura',
  time: '19:00',
};

type Kept = Record<string, unknown> & { Name: string; GroupName: string };
let archived: Map<string, Kept>;
const keptAs = (name: string) => archived.get(`ingat/${name}`) ?? archived.get(`default/${name}`);
const change = (name: string, changes: object) =>
  Object.assign(archived.get(`ingat/${name}`) ?? {}, changes);

beforeEach(() => {
  archived = new Map([
    ['default/remind-Asia_Jakarta-0905', { Name: jakarta.name, GroupName: 'default' }],
  ]);
  scheduler.answers(({ method, path, body }) =>
    answerOf(method, new URL(path, 'http://scheduler'), body),
  );
});

/** A group that is left out is `default`, as in AWS. One schedule a page. */
function answerOf(method: string, { pathname, searchParams }: URL, body: string): Answer {
  const name = decodeURIComponent(pathname.split('/')[2] ?? '');
  const sent = body ? JSON.parse(body) : {};
  const key = `${sent.GroupName ?? searchParams.get('groupName') ?? 'default'}/${name}`;
  if (!name) return listed([...archived.values()], searchParams);
  if (method === 'POST' && archived.has(key))
    return { status: 409, body: '{"__type": "ConflictException", "Message": "there already"}' };
  if (method !== 'POST' && !archived.has(key))
    return { status: 404, body: '{"__type": "ResourceNotFoundException", "Message": "not there"}' };
  if (method === 'DELETE') archived.delete(key);
  if (method === 'POST' || method === 'PUT') archived.set(key, { ...sent, Name: name });
  return { body: JSON.stringify(method === 'GET' ? archived.get(key) : { ScheduleArn: key }) };
}

function listed(all: readonly Kept[], asked: URLSearchParams): Answer {
  const group = asked.get('ScheduleGroup');
  const own = all.filter(({ GroupName }) => group === null || GroupName === group);
  const index = Number(asked.get('NextToken') ?? 0);
  const next = index + 1 < own.length ? String(index + 1) : undefined;
  return {
    body: JSON.stringify({
      Schedules: own.slice(index, index + 1).map(({ Name }) => ({ Name })),
      NextToken: next,
    }),
  };
}

describe('putting a schedule', () => {
  it('writes all that makes it fire plan-run at that time in that zone', async () => {
    await schedules().put(jakarta);
    expect(archived.get('ingat/remind-Asia_Jakarta-0905')).toMatchObject({
      ScheduleExpression: 'cron(5 9 * * ? *)',
      ScheduleExpressionTimezone: 'Asia/Jakarta',
      FlexibleTimeWindow: { Mode: 'OFF' },
      State: 'ENABLED',
      Target: {
        Arn: 'arn:plan-run',
        RoleArn: 'arn:role',
        DeadLetterConfig: { Arn: 'arn:dead-letters' },
        Input:
          '{"zone":"Asia/Jakarta","time":"09:05","scheduledTime":"<aws.scheduler.scheduled-time>"}',
      },
    });
  });

  it('replaces one that is there, whole', async () => {
    await schedules().put(jakarta);
    const first = structuredClone(keptAs(jakarta.name));
    change(jakarta.name, { State: 'DISABLED', EndDate: 1 });
    await schedules().put(jakarta);
    expect(keptAs(jakarta.name)).toMatchObject({ ...first, ClientToken: expect.any(String) });
    expect(keptAs(jakarta.name)).not.toHaveProperty('EndDate');
  });
});

describe('listing schedules', () => {
  it('finds all of our group, page after page, and nobody else’s', async () => {
    await schedules().put(jakarta);
    await schedules().put(jayapura);
    expect(await schedules().list()).toEqual([
      { name: jakarta.name, intact: true },
      { name: jayapura.name, intact: true },
    ]);
  });

  it('does not mind what AWS adds', async () => {
    await schedules().put(jakarta);
    change(jakarta.name, { CreationDate: 1_700_000_000, ActionAfterCompletion: 'NONE' });
    expect(await schedules().list()).toEqual([{ name: jakarta.name, intact: true }]);
  });

  it.each<[string, object]>([
    ['the time', { ScheduleExpression: 'cron(5 10 * * ? *)' }],
    ['the zone', { ScheduleExpressionTimezone: 'UTC' }],
    ['the state', { State: 'DISABLED' }],
    ['the window', { FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 30 } }],
    ['the end', { EndDate: 1_700_000_000 }],
    ['the beginning', { StartDate: 1_700_000_000 }],
    ['the target', { Target: { Arn: 'arn:other' } }],
    ['the input', { Target: { Arn: 'arn:plan-run', RoleArn: 'arn:role', Input: '{}' } }],
  ])('tells that somebody changed %s', async (_, changes) => {
    await schedules().put(jakarta);
    change(jakarta.name, changes);
    expect(await schedules().list()).toEqual([{ name: jakarta.name, intact: false }]);
  });

  it.each(['somebody-elses', 'remind-Asia_Tokyo-0900', 'remind-Asia_Jakarta-900'])(
    'takes %s for none of ours',
    async (name) => {
      archived.set(`ingat/${name}`, { Name: name, GroupName: 'ingat' });
      expect(await schedules().list()).toEqual([{ name, intact: false }]);
    },
  );

  it('leaves out what is deleted while it is listed', async () => {
    await schedules().put(jakarta);
    scheduler.answers(({ method, path, body }) => {
      const answer = answerOf(method, new URL(path, 'http://scheduler'), body);
      archived.delete('ingat/remind-Asia_Jakarta-0905');
      return answer;
    });
    expect(await schedules().list()).toEqual([]);
  });
});

describe('removing a schedule', () => {
  it('removes ours, and leaves the one of that name in another group', async () => {
    await schedules().put(jakarta);
    await schedules().remove(jakarta.name);
    expect([...archived.keys()]).toEqual(['default/remind-Asia_Jakarta-0905']);
  });

  it('does not mind that it is gone', async () => {
    await schedules().remove(jakarta.name);
    expect(keptAs(jakarta.name)?.GroupName).toBe('default');
  });
});

it('says what went wrong where it is something else', async () => {
  scheduler.answers(() => ({
    status: 403,
    body: '{"__type": "AccessDeniedException", "Message": "not you"}',
  }));
  await expect(schedules().remove(jakarta.name)).rejects.toThrow('not you');
  await expect(schedules().put(jakarta)).rejects.toThrow('not you');
});

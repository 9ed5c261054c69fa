import {
  AwsError,
  type ProtocolAnswer,
  type ProtocolRequest,
  type Service,
} from '#local/http/aws-protocols';
import type { KeptSchedule, ScheduleStore } from '#local/scheduler/schedule-store';

type Told = Readonly<{ put(schedule: KeptSchedule): void; removed(schedule: KeptSchedule): void }>;

/**
 * The REST protocol of EventBridge Scheduler (2021-06-30):
 * https://docs.aws.amazon.com/scheduler/latest/APIReference/
 */
export function schedulerService(store: ScheduleStore, told: Told): Service {
  return (request) => {
    try {
      return json(200, operate(request, store, told));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return {
        ...json(error.status, { Message: error.message }),
        headers: { 'x-amzn-errortype': error.code },
      };
    }
  };
}

function operate(
  { method, path, query, body }: ProtocolRequest,
  store: ScheduleStore,
  told: Told,
): unknown {
  const [, kind, encodedName] = path.split('/');
  const name = decodeURIComponent(encodedName ?? '');
  const group = query.get('groupName') ?? 'default';
  const input = () => ({ ...JSON.parse(body || '{}'), Name: name });
  const put = (schedule: KeptSchedule) => {
    told.put(schedule);
    return { ScheduleArn: schedule.Arn };
  };
  const operations: Readonly<Record<string, () => unknown>> = {
    'POST schedules': () => put(store.create(input())),
    'PUT schedules': () => put(store.update(input())),
    'GET schedules': () => (name ? store.get(group, name) : page(store.list(), query)),
    'DELETE schedules': () => {
      told.removed(store.get(group, name));
      store.remove(group, name);
      return {};
    },
    'POST schedule-groups': () => {
      if (!store.addGroup(name))
        throw new AwsError(409, 'ConflictException', `Schedule group ${name} already exists.`);
      return { ScheduleGroupArn: groupArn(name) };
    },
    'GET schedule-groups': () => ({
      Name: name,
      Arn: groupArn(name),
      State: 'ACTIVE',
      CreationDate: store.groupCreatedAt(name),
    }),
  };
  const operation = operations[`${method} ${kind}`];
  if (!operation)
    throw new AwsError(
      404,
      'ResourceNotFoundException',
      `The stage does not know ${method} ${path}.`,
    );
  return operation();
}

/** The token is how many were listed already. */
function page(schedules: readonly KeptSchedule[], query: URLSearchParams): unknown {
  const [group, prefix, state] = [
    query.get('ScheduleGroup'),
    query.get('NamePrefix') ?? '',
    query.get('State'),
  ];
  const wanted = schedules.filter(
    (s) =>
      (!group || s.GroupName === group) &&
      s.Name.startsWith(prefix) &&
      (!state || s.State === state),
  );
  const from = Number(query.get('NextToken') ?? 0);
  const to = from + Number(query.get('MaxResults') ?? 100);
  const items = wanted
    .slice(from, to)
    .map(({ Arn, Name, GroupName, State, CreationDate, LastModificationDate, Target }) => ({
      ...{ Arn, Name, GroupName, State, CreationDate, LastModificationDate },
      Target: { Arn: Target.Arn },
    }));
  return { Schedules: items, ...(to < wanted.length ? { NextToken: String(to) } : {}) };
}

const groupArn = (name: string): string =>
  `arn:aws:scheduler:ap-southeast-3:000000000000:schedule-group/${name}`;

const json = (status: number, body: unknown): ProtocolAnswer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
});

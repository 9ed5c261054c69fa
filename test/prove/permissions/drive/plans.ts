import {
  CreateScheduleCommand,
  GetScheduleCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { asAdmin, json } from '../../../stage/calls.ts';
import { actOnPlan, currentPlan, savePlan, saveStep } from '../../../stage/plan-calls.ts';
import { cast } from './cast.ts';
import type { Place } from './place.ts';

const group = { GroupName: 'ingat' } as const;

export async function changePlans(place: Place): Promise<void> {
  await saveStep(place, 'after', { at: '10:00' });
  await spoilSchedules();
  await saveStep(place, 'after', { at: '09:00' });
  const { version } = await currentPlan(place);
  await actOnPlan(place, 'restore', version - 1);
  await place.ask('GET', '/api/plan/versions', asAdmin());
  await sample(place);
}

/** Somebody moves one by hand, and adds another. */
export async function spoilSchedules(): Promise<void> {
  const scheduler = new SchedulerClient();
  const { $metadata: _, ...jakarta } = await scheduler.send(
    new GetScheduleCommand({ ...group, Name: 'remind-Asia_Jakarta-0900' }),
  );
  const { Name, ScheduleExpressionTimezone, FlexibleTimeWindow, Target } = jakarta;
  const moved = {
    ...group,
    ...{ Name, ScheduleExpressionTimezone, FlexibleTimeWindow, Target },
    ScheduleExpression: 'cron(0 3 * * ? *)',
  };
  await scheduler.send(new UpdateScheduleCommand(moved));
  await scheduler.send(new CreateScheduleCommand({ ...moved, Name: 'remind-at-midnight' }));
}

/** To a phone that the plan lists, as long as it does. */
async function sample(place: Place): Promise<void> {
  const { phone } = cast.pays;
  await savePlan(place, { testPhones: [phone] });
  const current = await currentPlan(place);
  const [first, ...others] = current.steps;
  // A step that is new is held against all plans that were in force.
  const draft = { ...current, steps: [{ ...first, id: 'tried' }, ...others] };
  const asked = { step: 'tried', language: 'id', phone, plan: draft };
  await place.ask('POST', '/api/plan/test', asAdmin(asked));
  await place.faults({ sns: [{ kind: 'throttle', count: 1 }] });
  await place.ask('POST', '/api/plan/test', asAdmin(asked));
  const [plan, workerId] = [current, (await place.worker(cast.pays.nik)).workerId];
  const preview = { plan, workerId, from: '2026-11-11', to: '2026-11-20' };
  await place.ask('POST', '/api/plan/preview', asAdmin(preview));
  const toOne = { ...preview, plan: { ...plan, onlyTo: [phone] } };
  await place.ask('POST', '/api/plan/preview', asAdmin(toOne));
  await savePlan(place, { testPhones: [] });
}

/** Where two have to agree. */
export async function approvePlans(place: Place): Promise<void> {
  const { version } = await saveStep(place, 'after', { at: '11:00' });
  const another = await place.as('second-admin');
  await place.ask('POST', '/api/plan/approve', { ...another, ...json({ version }) });
}

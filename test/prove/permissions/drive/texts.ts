import { sliceQueue } from '#triggers';
import { asAdmin } from '../../../stage/calls.ts';
import { actOnPlan, savePlan, saveStep } from '../../../stage/plan-calls.ts';
import { cast } from './cast.ts';
import type { Place } from './place.ts';

/** Paused at nine, resumed at eleven; one phone is dead. */
export async function sendTexts(place: Place): Promise<void> {
  await place.clockTo('2026-11-11T08:50:00+07:00');
  await actOnPlan(place, 'pause');
  await place.clockTo('2026-11-11T11:00:00+07:00');
  const [held] = await place.runs('2026-11-11');
  await place.ask('POST', `/api/runs/${held?.runId}/retry`, asAdmin());
  await actOnPlan(place, 'resume');
  await place.faults({ carrier: { deadNumbers: [cast.hasDeadPhone.phone] } });
  await place.clockTo('2026-11-11T13:00:00+07:00');
  await sendThroughFaults(place);
}

/** The eve comes to lie in the past: the watchdog opens the slices that no schedule fires. */
async function sendThroughFaults(place: Place): Promise<void> {
  const faults = ['throttle', 'accept-then-timeout'] as const;
  await place.faults({ sns: faults.map((kind) => ({ kind, count: 1 })) });
  await savePlan(place, { monthlyBudgetRupiah: 10_000_000 });
  await saveStep(place, 'eve', { offsetDays: -6 });
  await place.clockTo('2026-11-11T15:00:00+07:00');
}

/** Nobody takes a day's slices: in the evening the watchdog looks whether somebody waited. */
export async function sendNothing(place: Place): Promise<void> {
  await place.clockTo('2026-11-23T08:50:00+07:00');
  await place.faults({ mappings: { off: [sliceQueue.handler] } });
  await place.clockTo('2026-11-23T20:20:00+07:00');
  await place.faults({ mappings: { off: [] } });
}

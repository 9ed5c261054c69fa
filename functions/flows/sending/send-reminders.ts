import { addSeconds } from '#domain/calendar/dates';
import { mayTextNow, supersededBy } from '#domain/plan/due-steps';
import type { Plan } from '#domain/plan/plan';
import { rulesOf } from '#domain/plan/rules';
import { stepOf } from '#domain/plan/step-of';
import { isConfirmation } from '#domain/sending/reminder';
import { turnSecondsFor } from '#domain/sending/senders';
import type { Slice, SliceKey } from '#domain/sending/slice';
import { noneFared, trialState } from '#domain/sending/trial';
import type { Settings } from '#domain/settings';
import { currentPlan } from '#flows/plan/current-plan';
import { recoverInFlight } from '#flows/sending/batch/recover-in-flight';
import { sendBatch } from '#flows/sending/batch/send-batch';
import type {
  PageOfPeople,
  Progress,
  SendContext,
  SendPorts,
} from '#flows/sending/batch/send-context';
import { acquireLease, releaseLease } from '#flows/sending/lease';
import { owingPeople } from '#flows/sending/owing-people';
import { paidPeople } from '#flows/sending/paid-people';
import { remindersGoFirst } from '#flows/sending/reminders-first';
import {
  lookAgain,
  standingInTheWay,
  ticketsMoved,
  trialNow,
} from '#flows/sending/trial/stand-trial';

export type SendEnd = 'finished' | 'closed' | Stop | 'not-mine';
type Stop = 'out-of-time' | 'try-later' | 'awaits-money' | 'not-now' | 'on-trial' | 'halted';

/** Until a slice that was put back is tried again. */
const waitSeconds = 5;
/** Others give money back within the minute that they work. */
const moneySeconds = 30;

/** Ten workers at a time, while time and window allow; after the last window, who was missed. */
export async function sendReminders(
  key: SliceKey,
  holder: string,
  ports: SendPorts,
  settings: Settings,
): Promise<SendEnd> {
  const taken = await acquireLease(key, holder, ports, settings);
  if (!taken) return 'not-mine';
  const step = stepOf(taken.plan, key.step);
  if (!step) throw new Error(`Version ${taken.plan.version} of the plan has no step ${key.step}`);
  const context: SendContext = {
    ports,
    settings,
    holder,
    step,
    people: isConfirmation(key) ? paidPeople : owingPeople,
    supersededBy: supersededBy(step, key.month, taken.plan, rulesOf(taken.plan, settings)),
    until: addSeconds(ports.clock.now(), turnSecondsFor(settings.smsPartsPerSecond)),
  };
  const { slice } = taken;
  const trial = await trialNow({ slice, step }, ports);
  const begun = { slice, fared: noneFared, again: slice.inFlight, trial };
  return (await standsBack(slice, taken.plan, ports))
    ? stop(context, await recoverInFlight(context, begun), 'not-now')
    : work(context, begun);
}

/** Of confirmations while reminders leave: the watchdog brings it back once they have. */
const standsBack = async (slice: Slice, plan: Plan, ports: SendPorts): Promise<boolean> =>
  isConfirmation(slice) && slice.state === 'open' && (await remindersGoFirst(ports, plan));

async function work(context: SendContext, begun: Progress): Promise<SendEnd> {
  let progress = begun;
  let page: PageOfPeople = { ids: [], more: true };
  for (;;) {
    progress = await recoverInFlight(context, progress);
    const plan = await currentPlan(context.ports.plans);
    const hindrance = hindranceTo(context, progress.slice, plan);
    if (hindrance) return stop(context, progress, hindrance);
    if (page.ids.length === 0 && page.more && progress.again.length === 0)
      page = await context.people.next(context, progress.slice);
    const size = batchSize(context, progress.slice) - progress.again.length;
    const ids = page.ids.slice(0, Math.max(0, size));
    if (ids.length + progress.again.length === 0) return finish(context, progress);
    progress = await lookAgain(context, progress);
    const standing = standingInTheWay(progress);
    if (standing) return stop(context, progress, standing);
    const after = await sendBatch(context, progress, { ids, plan });
    if (after.status === 'lost') return 'not-mine';
    // What may have left is spent before the allowance is given back to the others.
    if (after.status !== 'done')
      return stop(context, await recoverInFlight(context, after.progress), after.status);
    page = { ...page, ids: page.ids.slice(ids.length) };
    progress = after.progress;
  }
}

/** Before every ten: a pause works at once. A closing pass sends nothing: only time ends it. */
function hindranceTo(
  { ports, settings, until }: SendContext,
  slice: Slice,
  plan: Plan,
): 'out-of-time' | 'not-now' | null {
  const now = ports.clock.now();
  if (now >= until) return 'out-of-time';
  if (slice.state === 'closing') return null;
  return mayTextNow(slice.zone, { plan, settings, now }) ? null : 'not-now';
}

/** Ten are sent within one second; a closing pass reads as many as one BatchGet takes. */
const batchSize = ({ settings, step }: SendContext, slice: Slice): number =>
  slice.state === 'closing'
    ? 50
    : Math.max(1, Math.min(10, Math.floor(settings.smsPartsPerSecond / step.maxParts)));

async function finish(context: SendContext, progress: Progress): Promise<SendEnd> {
  const { withheld } = progress.slice;
  const state = progress.slice.state === 'closing' ? 'closed' : 'finished';
  const done = await releaseLease(
    {
      ...{ ...progress.slice, state, inFlight: [] },
      withheld: state === 'closed' ? undefined : withheld,
    },
    context.ports.slices,
    ticketsMoved(progress),
  );
  return done ? state : 'not-mine';
}

/** Workers to be read again stay in flight: the next holder begins with them. */
async function stop(context: SendContext, progress: Progress, why: Stop): Promise<SendEnd> {
  const queuedAt = why === 'not-now' || why === 'halted' ? null : context.ports.clock.now();
  const given = await releaseLease(
    { ...progress.slice, inFlight: progress.again, queuedAt },
    context.ports.slices,
    ticketsMoved(progress),
  );
  if (!given) return 'not-mine';
  // Paused or at night nothing is queued: the watchdog brings the slice back when texts may leave.
  if (why === 'out-of-time') await context.ports.queue.put([progress.slice]);
  if (why === 'try-later') await context.ports.queue.put([progress.slice], waitSeconds);
  if (why === 'awaits-money') await context.ports.queue.put([progress.slice], moneySeconds);
  return why === 'on-trial' || why === 'halted' ? awaitJudgement(context, progress) : why;
}

/**
 * What we wrote last may have been what was still to be known. A slice that has to wait is queued
 * anew each time, so it uses up no receives; a halted one waits for a person, or the watchdog.
 */
async function awaitJudgement(
  { ports, step }: SendContext,
  { slice }: Progress,
): Promise<'on-trial' | 'halted'> {
  const state = trialState(await trialNow({ slice, step }, ports));
  if (state === 'halted') ports.metrics.count('halted', 1);
  else await ports.queue.put([slice], state === 'open' ? waitSeconds : 0);
  return state === 'halted' ? 'halted' : 'on-trial';
}

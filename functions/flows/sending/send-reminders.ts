import { addSeconds } from '#domain/calendar/dates';
import { mayTextNow } from '#domain/plan/due-steps';
import type { Plan } from '#domain/plan/plan';
import type { Slice, SliceKey } from '#domain/sending/slice';
import type { Settings } from '#domain/settings';
import { currentPlan } from '#flows/plan/current-plan';
import { letGo, takeSlice } from '#flows/sending/lease';
import { settleInFlight } from '#flows/sending/recover-in-flight';
import { sendBatch } from '#flows/sending/send-batch';
import { type Progress, type SendPorts, settling, type Turn } from '#flows/sending/send-context';

export type TurnEnd = 'finished' | 'closed' | 'out-of-time' | 'try-later' | 'not-now' | 'not-mine';

const workSeconds = 60;
const pageSize = 500;

/** A slice of a run, as far as it goes: look, claim, send once, record, ten workers at a time; after the last window, who was missed. */
export async function sendReminders(
  key: SliceKey,
  holder: string,
  ports: SendPorts,
  settings: Settings,
): Promise<TurnEnd> {
  const taken = await takeSlice(key, holder, ports);
  if (!taken) return 'not-mine';
  const step = taken.plan.steps.find(({ id }) => id === key.step);
  if (!step) throw new Error(`Version ${taken.plan.version} of the plan has no step ${key.step}`);
  const turn: Turn = {
    ports,
    settings,
    holder,
    step,
    until: addSeconds(ports.clock.now(), workSeconds),
  };
  return work(turn, { slice: taken.slice, spent: 0, again: taken.slice.inFlight });
}

async function work(turn: Turn, begun: Progress): Promise<TurnEnd> {
  let progress = begun;
  let page: Page = { ids: [], more: true };
  for (;;) {
    progress = await settleInFlight(turn, progress);
    const plan = await currentPlan(turn.ports.plans);
    const hindrance = hindranceTo(turn, progress.slice, plan);
    if (hindrance) return stop(turn, progress, hindrance);
    if (page.ids.length === 0 && page.more && progress.again.length === 0)
      page = await nextPage(turn, progress.slice);
    const size = batchSize(turn, progress.slice) - progress.again.length;
    const ids = page.ids.slice(0, Math.max(0, size));
    if (ids.length + progress.again.length === 0) return finish(turn, progress);
    const after = await sendBatch(turn, progress, { ids, plan });
    if (after.status !== 'done')
      return after.status === 'lost' ? 'not-mine' : stop(turn, after.progress, 'try-later');
    page = { ...page, ids: page.ids.slice(ids.length) };
    progress = after.progress;
  }
}

type Page = Readonly<{ ids: readonly string[]; more: boolean }>;

async function nextPage(turn: Turn, slice: Slice): Promise<Page> {
  const { items, next } = await turn.ports.workers.owing(slice, slice.cursor, pageSize);
  return { ids: items, more: next !== null };
}

/** Read before every ten: a pause, quiet hours and the end of our time are felt at once. Nothing hinders a closing pass but time: it sends nothing. */
function hindranceTo(
  { ports, settings, until }: Turn,
  slice: Slice,
  plan: Plan,
): 'out-of-time' | 'not-now' | null {
  const now = ports.clock.now();
  if (now >= until) return 'out-of-time';
  if (slice.state === 'closing') return null;
  return mayTextNow(slice.zone, { plan, settings, now }) ? null : 'not-now';
}

/** Ten are looked at within one read and sent within one second; a closing pass only reads, so as many as one BatchGet takes. */
const batchSize = ({ settings, step }: Turn, slice: Slice): number =>
  slice.state === 'closing'
    ? 50
    : Math.max(1, Math.min(10, Math.floor(settings.smsPartsPerSecond / step.maxParts)));

async function finish(turn: Turn, progress: Progress): Promise<TurnEnd> {
  const state = progress.slice.state === 'closing' ? 'closed' : 'finished';
  const done = await letGo(
    { ...progress.slice, state, inFlight: [] },
    turn.ports.slices,
    settling(progress),
  );
  return done ? state : 'not-mine';
}

/** Gives the lease back; the workers still to be looked at stay in flight, so that the next holder begins with them. */
async function stop(
  turn: Turn,
  progress: Progress,
  why: 'out-of-time' | 'try-later' | 'not-now',
): Promise<TurnEnd> {
  const given = await letGo(
    { ...progress.slice, inFlight: progress.again },
    turn.ports.slices,
    settling(progress),
  );
  if (!given) return 'not-mine';
  // Paused or at night nothing is queued: the audit brings the slice back when texts may leave again.
  if (why === 'out-of-time') await turn.ports.queue.put([progress.slice]);
  if (why === 'try-later') await turn.ports.queue.put([progress.slice], 5);
  return why;
}

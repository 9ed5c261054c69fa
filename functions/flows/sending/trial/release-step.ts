import pMap from 'p-map';
import type { CalendarDate } from '#domain/calendar/dates';
import { zones } from '#domain/calendar/zones';
import { textFingerprint } from '#domain/messages/text-mark';
import { stepOf } from '#domain/plan/step-of';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import type { Slice } from '#domain/sending/slice';
import { trialState } from '#domain/sending/trial';
import { currentPlan } from '#flows/plan/current-plan';
import type { PlanReader } from '#flows/plan/plan-store';
import type { Clock } from '#flows/ports';
import { retryOnConflict } from '#flows/retry-on-conflict';
import { leaseSeconds } from '#flows/sending/lease';
import type { SliceQueue, SliceStore } from '#flows/sending/slice-store';
import { haltedOn } from '#flows/sending/trial/halted-steps';
import type { TrialStore } from '#flows/sending/trial/trial-store';

export type ReleasePorts = Readonly<{
  trials: Pick<TrialStore, 'list' | 'release'>;
  slices: Pick<SliceStore, 'get' | 'list' | 'save'>;
  plans: Pick<PlanReader, 'current' | 'version'>;
  queue: SliceQueue;
  clock: Clock;
}>;

type Halted = Readonly<{ date: CalendarDate; step: string }>;

/**
 * The same text goes to everybody who waits; another one is tried first, as every text is. Safe to
 * repeat. Answers how many slices were queued.
 */
export async function releaseStep(
  { date, step }: Halted,
  by: string,
  ports: ReleasePorts,
): Promise<number> {
  const { trials, plans, clock } = ports;
  const tried = (await trials.list(date)).filter((trial) => trial.step === step);
  if (!tried.some((trial) => trial.released || trialState(trial) === 'halted'))
    throw refused('not-found', problem('not-halted', { date, step }));
  const plan = await currentPlan(plans);
  const { version } = plan;
  const said = stepOf(plan, step);
  if (!said?.enabled) throw refused('conflict', problem('step-is-gone', { step, version }));
  const same = tried.find(({ text }) => text === textFingerprint(said));
  if (same && trialState(same) === 'halted') await trials.release(same, { at: clock.now(), by });
  const halted = (await haltedOn(date, ports)).filter(({ trial }) => trial.step === step);
  const others = halted.flatMap(({ waiting }) => waiting);
  await pMap(others, (slice) => sayInstead(version, slice, ports), { concurrency: 16 });
  return putBack({ date, step }, ports);
}

/** From now on this slice says what that version says. */
async function sayInstead(
  planVersion: number,
  waiting: Slice,
  { slices }: Pick<ReleasePorts, 'slices'>,
): Promise<void> {
  let slice: Slice | undefined = waiting;
  await retryOnConflict<boolean>(
    async () => {
      // Whoever gave it another version meanwhile has decided, and its tickets are of that one.
      if (slice?.state !== 'open' || slice.planVersion !== waiting.planVersion) return true;
      if (slice.planVersion === planVersion) return true;
      const saved = await slices.save({ ...slice, planVersion, tickets: 0 });
      if (saved.status === 'saved') return true;
      slice = await slices.get(waiting);
      return undefined;
    },
    () => {
      throw new Error(`Slice ${waiting.shard} of ${waiting.step} was written ten times meanwhile`);
    },
  );
}

/** One that somebody is just looking at has lost its holder: it is free when the lease is over. */
async function putBack(
  { date, step }: Halted,
  { slices, queue }: Pick<ReleasePorts, 'slices' | 'queue'>,
): Promise<number> {
  const listed = (await Promise.all(zones.map((zone) => slices.list(zone, date)))).flat();
  const open = listed.filter((slice) => slice.step === step && slice.state === 'open');
  const [held, free] = [true, false].map((isHeld) =>
    open.filter(({ holder }) => (holder !== null) === isHeld),
  );
  await queue.put(free ?? []);
  await queue.put(held ?? [], leaseSeconds + 5);
  return open.length;
}

import pMap from 'p-map';
import { type Instant, instantAt, localDate } from '#domain/calendar/dates';
import { type Zone, zones } from '#domain/calendar/zones';
import { mayTextNow } from '#domain/plan/due-steps';
import type { Plan } from '#domain/plan/plan';
import { stepOf } from '#domain/plan/step-of';
import { confirmationStep, isConfirmation } from '#domain/sending/reminder';
import { type Slice, sliceSortKey } from '#domain/sending/slice';
import { isLeftLying, waitsForItsTurn } from '#domain/sending/turn';
import type { Settings } from '#domain/settings';
import type { ConfirmationStore, Waiting } from '#flows/payments/payment-store';
import type { Clock } from '#flows/ports';
import { neverBegun } from '#flows/sending/plan-run';
import { remindersGoFirst } from '#flows/sending/reminders-first';
import type { SliceQueue, SliceStore } from '#flows/sending/slice-store';

export type ConfirmingPorts = Readonly<{
  confirmations: Pick<ConfirmationStore, 'waiting'>;
  slices: Pick<SliceStore, 'anyReminder' | 'open' | 'list' | 'save'>;
  queue: SliceQueue;
  clock: Clock;
}>;

/** `queued`: slices that this round of the watchdog has put on the queue already. */
type Round = Readonly<{ plan: Plan; queued: readonly Slice[] }>;
type Moment = Round & Readonly<{ zone: Zone; now: Instant }>;

/**
 * A slice for each shard and month in which some wait, while texts may leave and no reminder does.
 * A finished one begins anew. Answers how many lost their holder.
 */
export async function openConfirmations(
  { plan, queued }: Round,
  ports: ConfirmingPorts,
  settings: Settings,
): Promise<number> {
  const now = ports.clock.now();
  const awake = zones.filter((zone) => mayTextNow(zone, { plan, settings, now }));
  if (awake.length === 0 || (await remindersGoFirst(ports, plan))) return 0;
  let lost = 0;
  for (const zone of awake) lost += await openIn({ zone, plan, queued, now }, ports);
  return lost;
}

async function openIn(moment: Moment, ports: ConfirmingPorts): Promise<number> {
  const { zone, now } = moment;
  const { slices, queue, confirmations } = ports;
  const date = localDate(zone, now);
  const stored = (await slices.list(zone, date)).filter(isConfirmation);
  const there = new Map(stored.map((slice) => [sliceSortKey(slice), slice]));
  const wanted = (await confirmations.waiting(zone)).map((each) => sliceOf(each, moment));
  const missing = wanted.filter((slice) => !there.has(sliceSortKey(slice)));
  await slices.open(missing);
  const over = wanted
    .flatMap((slice) => there.get(sliceSortKey(slice)) ?? [])
    .filter(({ state }) => state === 'finished' || state === 'closed');
  const anew = await pMap(over, (slice) => beginAnew(slice, moment, ports), { concurrency: 16 });
  const before = new Set(
    moment.queued.filter((slice) => slice.zone === zone && slice.date === date).map(sliceSortKey),
  );
  const lying = stored
    .filter((slice) => !before.has(sliceSortKey(slice)))
    .filter(
      (slice) => slice.state === 'open' && isLeftLying(slice, now) && !waitsForItsTurn(slice, now),
    );
  await queue.put([...missing, ...anew.flat(), ...lying]);
  return lying.filter(({ holder }) => holder !== null).length;
}

function sliceOf({ month, shard }: Waiting, { zone, plan, now }: Moment): Slice {
  const date = localDate(zone, now);
  const { at: time = '00:00' } = stepOf(plan, confirmationStep) ?? {};
  return {
    ...neverBegun,
    ...{ zone, date, time, step: confirmationStep, month, shard },
    ...{ planVersion: plan.version, scheduledAt: instantAt(zone, date, time), queuedAt: now },
  };
}

/** Empty where somebody else has written it since. */
async function beginAnew(
  slice: Slice,
  { plan, now }: Moment,
  { slices }: ConfirmingPorts,
): Promise<readonly Slice[]> {
  const saved = await slices.save({
    ...{ ...slice, state: 'open', cursor: null },
    ...{ planVersion: plan.version, queuedAt: now },
  });
  return saved.status === 'saved' ? [saved.slice] : [];
}

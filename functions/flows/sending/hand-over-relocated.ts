import { addDays, type CalendarDate, localDate } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import { type Relocation, shardOf } from '#domain/people/worker';
import { isOwed } from '#domain/sending/eligibility';
import type { Slice } from '#domain/sending/slice';
import type { Settings } from '#domain/settings';
import type { RelocationStore } from '#flows/people/worker-store';
import type { Clock } from '#flows/ports';
import type { ReminderStore } from '#flows/sending/reminder-store';
import type { SliceQueue, SliceStore } from '#flows/sending/slice-store';

export type HandOverPorts = Readonly<{
  relocations: RelocationStore;
  reminders: Pick<ReminderStore, 'readFresh'>;
  slices: Pick<SliceStore, 'list' | 'save'>;
  queue: SliceQueue;
  clock: Clock;
}>;

/** The longest catch-up is seven days: of what lies further back, every row exists. */
const daysBack = 8;
/** As many as are in flight at once. The next round takes the next. */
const atOnce = 10;

/**
 * Who moves into a zone after its firing, from one where it was still to come, is in neither's
 * partition when that is read. The slices there that are done take them in flight: they text them
 * within the catch-up, or write that they were missed.
 */
export async function handOverRelocated(
  zone: Zone,
  ports: HandOverPorts,
  { shards }: Pick<Settings, 'shards'>,
): Promise<void> {
  const today = localDate(zone, ports.clock.now());
  const relocated = await ports.relocations.since(zone, addDays(today, -daysBack));
  for (const date of datesBefore(relocated, zone))
    for (const slice of (await ports.slices.list(zone, date)).filter(isDone)) {
      const near = relocated.filter(({ workerId }) => shardOf(workerId, shards) === slice.shard);
      const owed = await withoutRow(near, slice, ports);
      if (owed.length > 0) await handOver(slice, owed, ports);
    }
}

/** A firing after the move finds them in its partition. */
function datesBefore(relocated: readonly Relocation[], zone: Zone): readonly CalendarDate[] {
  const moved = new Set(relocated.map(({ at }) => localDate(zone, at)));
  const dates = [...moved].flatMap((date) =>
    Array.from({ length: daysBack + 1 }, (_, days) => addDays(date, -days)),
  );
  return [...new Set(dates)].sort();
}

const isDone = ({ state, holder }: Slice): boolean => state !== 'open' && holder === null;

async function withoutRow(
  relocated: readonly Relocation[],
  slice: Slice,
  { reminders }: HandOverPorts,
): Promise<readonly string[]> {
  const ids = relocated.map(({ workerId }) => workerId);
  const fresh = await reminders.readFresh(ids, slice);
  return [...fresh].flatMap(([id, { worker, reminder }]) =>
    worker && !reminder && isOwed(worker, slice) ? [id] : [],
  );
}

async function handOver(
  slice: Slice,
  owed: readonly string[],
  { slices, queue }: HandOverPorts,
): Promise<void> {
  const inFlight = [...new Set([...slice.inFlight, ...owed])].slice(0, atOnce);
  const state = slice.state === 'finished' ? 'open' : 'closing';
  const saved = await slices.save({ ...slice, state, inFlight });
  if (saved.status === 'saved') await queue.put([slice]);
}

import pMap from 'p-map';
import { addDays, type CalendarDate, type Instant, localDate } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import { type Relocation, shardOf } from '#domain/people/worker';
import { isConfirmation } from '#domain/sending/reminder';
import type { Slice } from '#domain/sending/slice';
import { isOwed } from '#domain/sending/texting/eligibility';
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

/** `catchUpDays`: the longest of the plans in force. */
type Open = Readonly<{ zone: Zone; since: CalendarDate; catchUpDays: number }>;

/** As many as are in flight at once. The next round takes the next. */
const atOnce = 10;

/**
 * A worker who moves into a zone after its firing, and before that of the old one, is in neither's
 * partition when read: slices that are done there take them in flight, to text or miss them.
 */
export async function handOverRelocated(
  { zone, since, catchUpDays }: Open,
  ports: HandOverPorts,
  { shards }: Pick<Settings, 'shards'>,
): Promise<void> {
  const moves = (await ports.relocations.since(zone, since)).map((move) => ({
    ...move,
    dates: datesFor(move, catchUpDays),
  }));
  const dates = [...new Set(moves.flatMap((move) => move.dates))];
  const listed = await Promise.all(dates.map((date) => ports.slices.list(zone, date)));
  const handOverTo = async (slice: Slice) => {
    const near = moves.filter(
      (move) => move.dates.includes(slice.date) && shardOf(move.workerId, shards) === slice.shard,
    );
    const owed = await withoutRow(near, slice, ports);
    if (owed.length > 0) await handOver(slice, owed, ports);
  };
  const now = ports.clock.now();
  const done = listed.flat().filter((slice) => isDone(slice, now) && !isConfirmation(slice));
  await pMap(done, handOverTo, { concurrency: 8 });
}

/** Days whose firings may have missed them. A later firing finds them in its partition. */
function datesFor({ zone, at }: Relocation, catchUpDays: number): readonly CalendarDate[] {
  const moved = localDate(zone, at);
  return Array.from({ length: catchUpDays + 2 }, (_, days) => addDays(moved, -days));
}

/** Or left by a holder who died, on a day that no round looks at any more. */
const isDone = ({ state, holder, leaseUntil }: Slice, now: Instant): boolean =>
  state !== 'open' && (holder === null || (leaseUntil ?? '') <= now);

async function withoutRow(
  near: readonly Relocation[],
  slice: Slice,
  { reminders }: HandOverPorts,
): Promise<readonly string[]> {
  if (near.length === 0) return [];
  const ids = near.map(({ workerId }) => workerId);
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
  const room = Math.max(0, atOnce - slice.inFlight.length);
  const added = owed.filter((id) => !slice.inFlight.includes(id)).slice(0, room);
  if (added.length === 0) return;
  const inFlight = [...slice.inFlight, ...added];
  const state = slice.state === 'finished' ? 'open' : 'closing';
  const saved = await slices.save({ ...slice, state, inFlight });
  if (saved.status === 'saved') await queue.put([slice]);
}

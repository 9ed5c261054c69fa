import { type Instant, secondsBetween } from '#domain/calendar/dates';
import { heldFrom, type PlanVersion } from '#domain/plan/plan-version';
import type { Slice } from '#domain/sending/slice';

/** None where a text left that day, or texts could leave for less than half an hour. */
export function unsentSlices(
  slices: readonly Slice[],
  { end, versions }: Readonly<{ end: Instant; versions: readonly PlanVersion[] }>,
): readonly Slice[] {
  const texts = slices.reduce(
    (sum, { counts: { sent = 0, unknown = 0 } }) => sum + sent + unknown,
    0,
  );
  if (texts > 0) return [];
  return slices.filter(
    ({ state, scheduledAt }) =>
      state === 'open' && secondsUnpaused(versions, scheduledAt, end) >= enoughSeconds,
  );
}

/** Two rounds of the watchdog: after a pause the first of them puts the slices back. */
const enoughSeconds = 30 * 60;

/** `versions`: newest first, from the one in force at `from` on. */
export const secondsUnpaused = (
  versions: readonly PlanVersion[],
  from: Instant,
  to: Instant,
): number =>
  versions.reduce((sum, version, index) => {
    if (version.plan.paused) return sum;
    const begins = latest(heldFrom(version) ?? to, from);
    const newer = versions[index - 1];
    const ends = earliest((newer && heldFrom(newer)) ?? to, to);
    return sum + Math.max(0, secondsBetween(begins, ends));
  }, 0);

const latest = (one: Instant, other: Instant): Instant => (one > other ? one : other);
const earliest = (one: Instant, other: Instant): Instant => (one < other ? one : other);

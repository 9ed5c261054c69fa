import { addSeconds } from '#domain/calendar/dates';
import { closesAt } from '#domain/plan/catch-up';
import type { Plan } from '#domain/plan/plan';
import { runIdOf, type Slice, type SliceKey } from '#domain/sending/slice';
import type { PlanReader } from '#flows/plan/plan-store';
import type { Clock } from '#flows/ports';
import type { Booking, SliceStore } from '#flows/sending/slice-store';

/**
 * Work ends after 60 s, a text is given up after 3 s, and each batch renews the lease: a living
 * holder never uses up 90 s. One that wakes up later finds another `rev`, and writes nothing.
 */
export const leaseSeconds = 90;

/** Null where there is nothing to do or somebody else is at it. */
export async function acquireLease(
  key: SliceKey,
  holder: string,
  { slices, plans, clock }: { slices: SliceStore; plans: PlanReader; clock: Clock },
): Promise<{ slice: Slice; plan: Plan } | null> {
  const slice = await slices.get(key);
  if (
    !slice ||
    slice.state === 'closed' ||
    (slice.leaseUntil !== null && slice.leaseUntil > clock.now())
  )
    return null;
  const plan = await planOf(slice, plans);
  const begun = beginAt(clock.now(), slice, plan);
  if (!begun) return null;
  const leaseUntil = addSeconds(clock.now(), leaseSeconds);
  const saved = await slices.save({ ...begun, holder, leaseUntil });
  return saved.status === 'saved' ? { slice: saved.slice, plan } : null;
}

async function planOf(slice: Slice, plans: PlanReader): Promise<Plan> {
  const planned = await plans.version(slice.planVersion);
  if (planned) return planned.plan;
  throw new Error(
    `Slice ${slice.shard} of ${runIdOf(slice)} was planned under version ${slice.planVersion}, ` +
      'which is not kept',
  );
}

/** After its last window a slice is gone through once more; null where it has nothing to do now. */
function beginAt(now: string, slice: Slice, plan: Plan): Slice | null {
  if (now < closesAt(slice, plan)) return slice.state === 'finished' ? null : slice;
  return slice.state === 'closing' ? slice : { ...slice, state: 'closing', cursor: null };
}

/** False where somebody else has taken over meanwhile. */
export async function releaseLease(
  slice: Slice,
  slices: SliceStore,
  booking: Booking,
): Promise<boolean> {
  const saved = await slices.save(
    { ...slice, holder: null, leaseUntil: null, reserved: 0 },
    booking,
  );
  return saved.status === 'saved';
}

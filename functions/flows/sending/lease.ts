import { addSeconds } from '#domain/calendar/dates';
import { closesAfterPauses, closesAt } from '#domain/plan/catch-up';
import type { Plan } from '#domain/plan/plan';
import { runIdOf, type Slice, type SliceKey } from '#domain/sending/slice';
import type { TicketMove } from '#domain/sending/trial';
import type { Settings } from '#domain/settings';
import type { PlanReader } from '#flows/plan/plan-store';
import type { Clock } from '#flows/ports';
import { bookingOf } from '#flows/sending/batch/send-context';
import type { SliceStore } from '#flows/sending/slice-store';

/**
 * Work ends after 60 s at most, a text is given up after 3 s, and each batch renews the lease: a
 * living holder never uses up 90 s. One that wakes up later finds another `rev`, and writes
 * nothing.
 */
export const leaseSeconds = 90;

type LeasePorts = Readonly<{ slices: SliceStore; plans: PlanReader; clock: Clock }>;

/** Null where there is nothing to do or somebody else is at it. */
export async function acquireLease(
  key: SliceKey,
  holder: string,
  ports: LeasePorts,
  settings: Settings,
): Promise<{ slice: Slice; plan: Plan } | null> {
  const { slices, plans, clock } = ports;
  const slice = await slices.get(key);
  if (
    !slice ||
    slice.state === 'closed' ||
    (slice.leaseUntil !== null && slice.leaseUntil > clock.now())
  )
    return null;
  const plan = await planOf(slice, plans);
  const begun = await beginNow(slice, plan, { ports, settings });
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
async function beginNow(
  slice: Slice,
  plan: Plan,
  { ports: { plans, clock }, settings }: Readonly<{ ports: LeasePorts; settings: Settings }>,
): Promise<Slice | null> {
  if (slice.state === 'closing') return slice;
  const now = clock.now();
  const goesOn = slice.state === 'finished' ? null : slice;
  if (now < closesAt(slice, plan)) return goesOn;
  const versions = await plans.inForceSince(slice.scheduledAt);
  if (now < closesAfterPauses(slice, plan, { versions, settings })) return goesOn;
  // Of a slice that was not gone through, those who were not reached count as missed.
  const withheld = slice.state === 'finished' ? slice.withheld : undefined;
  return { ...slice, state: 'closing', cursor: null, withheld };
}

/** Books what was spent, gives the rest back. False where somebody else has taken over. */
export async function releaseLease(
  slice: Slice,
  slices: SliceStore,
  tickets: TicketMove | undefined,
): Promise<boolean> {
  const saved = await slices.save(
    { ...slice, holder: null, leaseUntil: null, reserved: 0, spent: 0, tickets: 0 },
    bookingOf(slice),
    tickets,
  );
  return saved.status === 'saved';
}

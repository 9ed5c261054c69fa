import { addSeconds, localDate, monthOf } from '#domain/calendar/dates';
import { type Zone, zones } from '#domain/calendar/zones';
import { mayTextNow } from '#domain/plan/due-steps';
import type { Confirmation } from '#domain/sending/confirmation';
import type { Settings } from '#domain/settings';
import { currentPlan } from '#flows/plan/current-plan';
import {
  type Confirmed,
  type ConfirmPorts,
  confirmBatch,
  type Round,
} from '#flows/sending/confirm-batch';

const workSeconds = 45;
/** As many as are looked at within one read and sent within one second. */
const atOnce = 10;

/**
 * Tells workers that their payment has come in: ten at a time, the oldest first, in each zone in which texts may leave now. Whatever overlaps, repeats or
 * crashes, one payment leads to at most one text; what cannot be told now waits for a later round. Answers how many texts left.
 */
export async function confirmPayments(
  holder: string,
  ports: ConfirmPorts,
  settings: Settings,
): Promise<number> {
  const round: Round = {
    ports,
    settings,
    holder,
    until: addSeconds(ports.clock.now(), workSeconds),
  };
  // Most rounds have nothing to do: at night they read the plan and no more.
  const plan = await currentPlan(ports.plans);
  let texts = 0;
  for (const zone of zones.filter((each) =>
    mayTextNow(each, { plan, settings, now: ports.clock.now() }),
  )) {
    const { status, left } = await confirmZone(round, zone);
    texts += left;
    if (status === 'try-later') break;
  }
  return texts;
}

/** The plan is read again before every ten: a pause, quiet hours and the end of our time are felt at once. */
async function confirmZone(round: Round, zone: Zone): Promise<Confirmed> {
  const { confirmations, plans, clock } = round.ports;
  let after: string | null = null;
  let left = 0;
  for (;;) {
    const page = await confirmations.pending(zone, after, atOnce);
    if (page.items.length === 0 && page.next === null) return { status: 'done', left };
    const plan = await currentPlan(plans);
    const now = clock.now();
    if (now >= round.until || !mayTextNow(zone, { ...round, plan, now }))
      return { status: 'done', left };
    const batch = await confirmBatch(round, oneEach(page.items), {
      plan,
      month: monthOf(localDate(zone, now)),
    });
    left += batch.left;
    if (batch.status === 'try-later') return { status: 'try-later', left };
    if (batch.status === 'read-again') continue;
    if (page.next === null) return { status: 'done', left };
    after = page.next;
  }
}

/** Two payments can have ended the same cycle, where one before them was reversed in between. There is one text, of the later; the other finds it told. */
const oneEach = (pending: readonly Confirmation[]): readonly Confirmation[] => [
  ...new Map(pending.map((each) => [`${each.workerId} ${each.month}`, each])).values(),
];

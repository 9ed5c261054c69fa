import { addSeconds, localDate, monthOf } from '#domain/calendar/dates';
import { type Zone, zones } from '#domain/calendar/zones';
import { mayTextNow } from '#domain/plan/due-steps';
import type { Confirmation } from '#domain/sending/confirmation';
import type { Settings } from '#domain/settings';
import { currentPlan } from '#flows/plan/current-plan';
import { type Confirmed, confirmBatch } from '#flows/sending/confirming/confirm-batch';
import type { ConfirmPorts, Round } from '#flows/sending/confirming/round';

const workSeconds = 45;
/** As many as are read within one read and sent within one second. */
const atOnce = 10;

/** Ten at a time, the oldest first. Whatever overlaps or crashes: one payment, one text at most. */
export async function confirmPayments(
  holder: string,
  ports: ConfirmPorts,
  settings: Settings,
): Promise<number> {
  const { plans, clock } = ports;
  const round: Round = { ports, settings, holder, until: addSeconds(clock.now(), workSeconds) };
  // Most rounds have nothing to do: at night they read the plan and no more. A schedule with a rate
  // fires as soon as it is made, which can be before a deployment has saved the first plan.
  const current = await plans.current();
  if (!current) return 0;
  const now = clock.now();
  let sent = 0;
  for (const zone of zones.filter((each) =>
    mayTextNow(each, { plan: current.plan, settings, now }),
  )) {
    const { status, texts } = await confirmZone(round, zone);
    sent += texts;
    if (status === 'try-later') break;
  }
  return sent;
}

/** The plan is read before every ten: a pause, quiet hours and the end of our time work at once. */
async function confirmZone(round: Round, zone: Zone): Promise<Confirmed> {
  const { confirmations, plans, clock } = round.ports;
  let after: string | null = null;
  let texts = 0;
  for (;;) {
    const page = await confirmations.pending(zone, after, atOnce);
    if (page.items.length === 0 && page.next === null) return { status: 'done', texts };
    const plan = await currentPlan(plans);
    const now = clock.now();
    if (now >= round.until || !mayTextNow(zone, { ...round, plan, now }))
      return { status: 'done', texts };
    const month = monthOf(localDate(zone, now));
    const batch = await confirmBatch(round, oneEach(page.items), { plan, month });
    texts += batch.texts;
    if (batch.status === 'try-later') return { status: 'try-later', texts };
    if (batch.status === 'read-again') continue;
    if (page.next === null) return { status: 'done', texts };
    after = page.next;
  }
}

/** Two payments can have ended one cycle, with a reversal in between: the later gets the text. */
const oneEach = (pending: readonly Confirmation[]): readonly Confirmation[] => [
  ...new Map(pending.map((each) => [`${each.workerId} ${each.month}`, each])).values(),
];

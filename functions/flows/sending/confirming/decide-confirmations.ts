import type { Instant } from '#domain/calendar/dates';
import { type Confirmation, decideOn } from '#domain/sending/confirmation';
import { confirmationStep } from '#domain/sending/reminder';
import type { Decided, Round, Under } from '#flows/sending/confirming/round';
import type { FreshRead } from '#flows/sending/reminder-store';

/** Read after the worker: a reversal since then moves `rev`, and the claim fails. */
export async function decideConfirmations(
  { ports, settings, holder }: Round,
  pending: readonly Confirmation[],
  { plan, now }: Under & { now: Instant },
): Promise<readonly Decided[]> {
  const months = [...Map.groupBy(pending, ({ month }) => month).values()];
  const fresh = (await Promise.all(months.map((each) => readWorkers(each, ports)))).flat();
  return Promise.all(
    fresh.map(async ([confirmation, readFresh]) => {
      const { channel, reference } = confirmation;
      // One payment whose row is broken holds up no other.
      const payment = await ports.payments.get(channel, reference).catch(() => null);
      const found = { ...readFresh, payment };
      return {
        confirmation,
        decision: decideOn(confirmation, found, { plan, settings, holder, now }),
      };
    }),
  );
}

async function readWorkers(
  confirmations: readonly Confirmation[],
  { reminders }: Round['ports'],
): Promise<readonly (readonly [Confirmation, FreshRead])[]> {
  const ids = confirmations.map(({ workerId }) => workerId);
  const month = confirmations[0]?.month ?? '';
  const found = await reminders.readFresh(ids, { month, step: confirmationStep });
  return confirmations.map((each) => [each, found.get(each.workerId) ?? nobody]);
}

const nobody: FreshRead = { worker: undefined, reminder: undefined };

import pMap from 'p-map';
import {
  addDays,
  type CalendarDate,
  type Instant,
  instantAt,
  localDate,
} from '#domain/calendar/dates';
import { type Zone, zones } from '#domain/calendar/zones';
import { closesAt } from '#domain/plan/catch-up';
import type { PlanVersion } from '#domain/plan/plan-version';
import { rulesOf } from '#domain/plan/rules';
import { isConfirmation } from '#domain/sending/reminder';
import type { Slice } from '#domain/sending/slice';
import { remindersLeftUntil } from '#domain/sending/turn';
import type { Settings } from '#domain/settings';
import { minutesWaiting } from '#domain/silences/confirmations-late';
import { unsentSlices } from '#domain/silences/due-unsent';
import {
  paymentZone,
  sameHoursBefore,
  silentHours,
  wereBusy,
} from '#domain/silences/payments-silent';
import { receiptsAreSilent } from '#domain/silences/receipts-silent';
import type { ConfirmationStore, PaymentStore } from '#flows/payments/payment-store';
import type { WorkerStore } from '#flows/people/worker-store';
import type { PlanReader } from '#flows/plan/plan-store';
import type { Clock } from '#flows/ports';
import { planInForce } from '#flows/sending/plan-run';
import { slicesOfDays } from '#flows/sending/reminders-first';
import type { ReceiptWatch } from '#flows/sending/silence-stores';
import type { SliceStore } from '#flows/sending/slice-store';
import type { Metrics } from '#flows/sending/sms-port';

export type SilencePorts = Readonly<{
  slices: Pick<SliceStore, 'list'>;
  workers: Pick<WorkerStore, 'owing'>;
  payments: Pick<PaymentStore, 'recordedIn'>;
  confirmations: Pick<ConfirmationStore, 'waiting'>;
  receipts: Pick<ReceiptWatch, 'awaited'>;
  plans: Pick<PlanReader, 'inForceSince'>;
  metrics: Metrics;
  clock: Clock;
}>;

/** `versions`: newest first, from the one in force two days ago on. */
type Moment = Readonly<{ now: Instant; versions: readonly PlanVersion[]; settings: Settings }>;

/** Counts what should have happened and did not, each round as long as it lasts. */
export async function measureSilences(ports: SilencePorts, settings: Settings): Promise<void> {
  const { metrics, clock } = ports;
  const now = clock.now();
  const versions = await ports.plans.inForceSince(twoDaysBefore(now));
  if (versions.length === 0) return;
  const moment = { now, versions, settings };
  const unsent = await pMap(zones, (zone) => daysUnsent(zone, ports, moment));
  metrics.count('due-unsent', sum(unsent));
  metrics.count('payments-silent', (await paymentsAreSilent(ports, moment)) ? 1 : 0);
  const silent = receiptsAreSilent(await ports.receipts.awaited(), now);
  metrics.count('receipts-silent', silent ? 1 : 0);
  metrics.count('confirmations-late', await minutesInLine(ports, moment));
}

const twoDaysBefore = (now: Instant): Instant =>
  instantAt(paymentZone, addDays(localDate(paymentZone, now), -2), '00:00');

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** Of yesterday, which can still be caught up with, and of today: days whose window is over. */
async function daysUnsent(zone: Zone, ports: SilencePorts, moment: Moment): Promise<number> {
  const today = localDate(zone, moment.now);
  const days = await pMap([addDays(today, -1), today], async (date) => {
    const plan = planInForce(moment.versions, instantAt(zone, addDays(date, 1), '00:00'))?.plan;
    if (!plan) return 0;
    const end = closesAt({ zone, date }, { ...plan, catchUpDays: 0 });
    if (moment.now < end) return 0;
    const listed = await ports.slices.list(zone, date);
    const reminding = listed.filter((slice) => !isConfirmation(slice));
    const unsent = unsentSlices(reminding, { ...moment, end });
    return (await somebodyWaits(unsent, ports)) ? 1 : 0;
  });
  return sum(days);
}

/** The index may lag behind a payment of the last seconds; by then the day is over. */
async function somebodyWaits(
  unsent: readonly Slice[],
  { workers }: SilencePorts,
): Promise<boolean> {
  for (const slice of unsent)
    if ((await workers.owing(slice, slice.cursor, 1)).items.length > 0) return true;
  return unsent.some(({ inFlight }) => inFlight.length > 0);
}

async function paymentsAreSilent(
  { payments }: SilencePorts,
  { now, versions: [current], settings }: Moment,
): Promise<boolean> {
  if (!current) return false;
  const { calendar } = rulesOf(current.plan, settings);
  const recordedOn = (day: CalendarDate, before: Instant | null) =>
    payments.recordedIn({ from: day, to: day }, before);
  const [latest] = (await recordedOn(localDate(paymentZone, now), null)).items;
  const span = silentHours({ now, last: latest?.recordedAt ?? null }, calendar);
  if (!span) return false;
  const counts: number[] = [];
  for (const { from, to } of sameHoursBefore(span, calendar)) {
    const { items } = await recordedOn(localDate(paymentZone, to), to);
    counts.push(items.filter(({ recordedAt }) => recordedAt >= from).length);
    // A stage without payments is known after three days.
    if (!wereBusy(counts)) return false;
  }
  return counts.length > 2;
}

/** Of each shard and month one is looked at: where all wait too long, some of these do. */
async function minutesInLine(
  { confirmations, slices }: SilencePorts,
  moment: Moment,
): Promise<number> {
  const waiting = (await pMap(zones, (zone) => confirmations.waiting(zone))).flat();
  if (waiting.length === 0) return 0;
  const remindersUntil = remindersLeftUntil(await slicesOfDays(slices, moment.now, 1));
  return Math.max(
    ...waiting.map(({ zone, at }) => minutesWaiting(at, { ...moment, zone, remindersUntil })),
  );
}

import { amountOwed } from '#domain/amount-owed';
import {
  addDays,
  addMonths,
  addSeconds,
  type CalendarDate,
  daysBetween,
  firstDay,
  instantAt,
  type Month,
  monthOf,
  monthRange,
} from '#domain/dates';
import { dueDate } from '#domain/due-date';
import { firingTimes } from '#domain/due-steps';
import { firstPlan } from '#domain/first-plan';
import type { Plan } from '#domain/plan';
import { zones } from '#domain/provinces';
import type { Reminder } from '#domain/reminder';
import { rulesOf } from '#domain/rules';
import type { Settings } from '#domain/settings';
import { contribution } from '#domain/tariff';
import { isReminded, monthOwed, type Worker, zoneOfWorker } from '#domain/worker';
import { importWorkers } from '#flows/import-workers';
import { planRun } from '#flows/plan-run';
import { recordDeliveries } from '#flows/record-delivery';
import { recordPayment } from '#flows/record-payment';
import { sendReminders } from '#flows/send-reminders';
import { tally } from '#flows/tally';
import { watch } from '#memory/watch';
import { memoryWorld, type World } from '#memory/world';
import { between, type Chance, chanceOf, oneOf } from './chance.ts';
import { intentOf, movedOn, shares } from './habits.ts';
import { aPerson, leavingOf, type Person, rosterOf } from './people.ts';

/** `effect` in points, `holdout` in percent. */
export type Made = Readonly<{ workers: number; months: number; effect: number; holdout: number; seed: number }>;

/** A payment as a line of a file for `npm run import:payments`. */
export type PaymentLine = Readonly<{
  reference: string;
  channel: string;
  nik: string;
  amount: number;
  paidAt: string;
  months: number | null;
}>;

export type Year = Readonly<{ world: World; payments: readonly PaymentLine[]; from: Month; to: Month; asOf: CalendarDate }>;

/** The roster comes ten days before the first month: that month's cohort is whole. */
const rosterOn = '2026-09-21';
const from: Month = '2026-10';

export const settings: Settings = {
  ...{ stage: 'simulation', shards: 1, smsPartsPerSecond: 2_000, priceUsdPerPart: 0.16073, rupiahPerUsd: 16_500 },
  ...{ lapseMonths: 3, reactivation: 'resume', jointLeaveMovesDueDate: false, senderId: null, approval: false },
};

/** Plays day by day, through the same flows that run in AWS. `heard` is told how far it is, 0 to 1. */
export async function playYear(made: Made, heard: (share: number) => void = () => undefined): Promise<Year> {
  const plan = { ...firstPlan({ paused: false }), holdoutPercent: made.holdout };
  const world = memoryWorld({ now: instantAt('Asia/Jakarta', rosterOn, '00:00'), shards: settings.shards });
  const play: Play = {
    ...{ made, plan, world, changes: watch(world.state), chance: chanceOf(made.seed), rules: rulesOf(plan, settings) },
    ...{ people: new Map(), intents: new Map(), agenda: new Map(), payments: [] },
  };
  await world.plans.save({ plan, savedAt: addSeconds(world.state.now, -1), savedBy: 'simulation' });
  const to = addMonths(from, made.months - 1);
  const asOf = addDays(firstDay(addMonths(to, 1)), -1);
  const days = daysBetween(rosterOn, asOf);
  for (let day = 0; day <= days; day += 1) {
    await playDay(play, addDays(rosterOn, day));
    heard((day + 1) / (days + 1));
  }
  return { world, payments: play.payments, from, to, asOf };
}

type Play = Readonly<{
  made: Made;
  plan: Plan;
  world: World;
  changes: ReturnType<typeof watch>;
  chance: Chance;
  rules: ReturnType<typeof rulesOf>;
  people: Map<string, Person>;
  /** The month owed of each worker for which it is settled when they will pay. */
  intents: Map<string, Month>;
  /** Who pays on a day, unless they have paid already. */
  agenda: Map<CalendarDate, Readonly<{ workerId: string; month: Month; months: number | null }>[]>;
  payments: PaymentLine[];
}>;

async function playDay(play: Play, date: CalendarDate): Promise<void> {
  play.world.state.now = instantAt('Asia/Jakarta', date, '06:00');
  await roster(play, date);
  await remind(play, date);
  await deliver(play);
  await pay(play, date);
  settleIntents(play, date);
  await tally({ shard: 'simulation', changes: play.changes.splice(0) }, play.world);
}

/** Everybody at the beginning; on the third of each month those who come and leave. */
async function roster(play: Play, date: CalendarDate): Promise<void> {
  const { made, people, chance } = play;
  if (date === rosterOn) {
    const begun = Array.from({ length: made.workers }, (_, index) =>
      aPerson(index, oneOf(chance('covered', index), { '2026-08': 6, '2026-09': 90, '2026-12': 4 }), chance),
    );
    for (let first = 0; first < begun.length; first += 1_000) await takeIn(play, begun.slice(first, first + 1_000));
    return;
  }
  if (!date.endsWith('-03')) return;
  const joining = Math.round(made.workers * shares.joining);
  const joined = Array.from({ length: joining }, (_, index) => aPerson(people.size + index, addMonths(monthOf(date), -1), chance));
  if (joining > 0) await takeIn(play, joined);
  for (let left = 0; left < Math.round(made.workers * shares.leaving); left += 1) await letGo(play, date, left);
}

const takeIn = async (play: Play, people: readonly Person[]): Promise<void> => {
  for (const person of people) play.people.set(play.world.identity.workerIdOf(person.nik), person);
  await bring(play, rosterOf(people));
};

async function letGo(play: Play, date: CalendarDate, number: number): Promise<void> {
  const { people, world, chance } = play;
  const workerId = [...people.keys()][between(chance('leaves', date, number), 0, people.size - 1)] ?? '';
  const [worker, person] = [world.state.workers.get(workerId), people.get(workerId)];
  if (!worker || !person || !isReminded(worker)) return;
  const reason = oneOf(chance('reason', workerId), { employed: 7, abroad: 2, died: 1 });
  await bring(play, leavingOf({ ...person, coveredThrough: worker.coveredThrough }, date, reason));
}

async function bring({ world }: Play, text: string): Promise<void> {
  const { rejected, conflicts } = await importWorkers({ text, firstLine: undefined, dryRun: false, by: 'simulation' }, world, settings);
  const [wrong] = [...rejected, ...conflicts];
  if (wrong) throw new Error(`A made-up roster was not taken in: ${JSON.stringify(wrong)}`);
}

/** The day's schedules fire, the easternmost zone first, and the queue is worked off. */
async function remind({ plan, world }: Play, date: CalendarDate): Promise<void> {
  for (const zone of zones.toReversed()) {
    for (const time of firingTimes(plan)) {
      const scheduledAt = instantAt(zone, date, time);
      world.state.now = scheduledAt;
      await planRun({ zone, time, scheduledAt }, world, settings);
      for (let next = world.state.queued.shift(); next; next = world.state.queued.shift())
        await sendReminders(next.key, `holder ${world.state.now}`, world, settings);
    }
  }
}

/** Whoever owes another month than yesterday settles when to pay it; whom a text has moved pays soon. */
function settleIntents({ made, changes, chance, rules, intents, agenda }: Play, date: CalendarDate): void {
  const settle = (workerId: string, month: Month, on: CalendarDate, months: number | null) => {
    const day = on > date ? on : addDays(date, 1);
    agenda.set(day, [...(agenda.get(day) ?? []), { workerId, month, months }]);
  };
  const intent = (workerId: string, month: Month) =>
    intentOf(workerId, month, { dueOn: dueDate(month, rules.calendar), effect: made.effect, chance });
  for (const { after } of changes) {
    if (after?.kind === 'worker' && isReminded(after.worker)) {
      const { workerId, cycle } = after.worker;
      if (intents.get(workerId) === cycle.month) continue;
      intents.set(workerId, cycle.month);
      const { on, months } = intent(workerId, cycle.month);
      if (on !== null) settle(workerId, cycle.month, on, months);
    }
    if (after?.kind === 'reminder' && after.reminder.status === 'sent') {
      const { workerId, month } = after.reminder;
      const isEarly = date < addDays(dueDate(month, rules.calendar), 27);
      if (isEarly && intent(workerId, month).moved) settle(workerId, month, movedOn(workerId, month, date, chance), null);
    }
  }
}

/** The carrier's word on the texts of the morning. */
async function deliver({ world, changes, chance }: Play): Promise<void> {
  const sent = changes.flatMap(({ after }) => (after?.kind === 'reminder' && after.reminder.status === 'sent' ? [after.reminder] : []));
  if (sent.length === 0) return;
  world.state.now = addSeconds(world.state.now, 600);
  const receiptOf = ({ workerId, month, step, messageId, parts, priceUsd, at }: Reminder) => {
    const arrived = chance('receipt', workerId, month, step) >= shares.undelivered;
    return {
      ...{ messageId: messageId ?? '', phone: world.state.workers.get(workerId)?.phone ?? '', permanent: false, parts, priceUsd },
      ...{ sentAt: at, at: addSeconds(at, 60), reason: arrived ? null : 'Phone is currently unreachable/unavailable' },
      status: arrived ? ('delivered' as const) : ('undelivered' as const),
    };
  };
  await recordDeliveries(sent.map(receiptOf), world);
}

/** Who had settled to pay today and still owes that month, one after the other through the day. */
async function pay(play: Play, date: CalendarDate): Promise<void> {
  const { world, agenda, people, payments, chance } = play;
  const due = (agenda.get(date) ?? []).flatMap(({ workerId, month, months }) => {
    const worker = world.state.workers.get(workerId);
    if (!worker || !isReminded(worker) || monthOwed(worker) !== month) return [];
    const time = `${between(chance(workerId, date, 'hour'), 10, 19)}:${String(between(chance(workerId, date, 'minute'), 0, 59)).padStart(2, '0')}`;
    return [{ workerId, months, paidAt: instantAt(zoneOfWorker(worker), date, time) }];
  });
  agenda.delete(date);
  for (const { workerId, months, paidAt } of due.sort((a, b) => (a.paidAt < b.paidAt ? -1 : 1))) {
    const worker = world.state.workers.get(workerId);
    if (!worker) continue;
    world.state.now = paidAt;
    const amount = priceOf(play, worker, months, date);
    const [reference, channel] = [
      `SIM-${String(payments.length + 1).padStart(6, '0')}`,
      oneOf(chance(workerId, date, 'channel'), channels),
    ];
    await recordPayment({ reference, channel, amount, paidAt, months }, workerId, world, settings);
    payments.push({ reference, channel, nik: people.get(workerId)?.nik ?? '', amount, paidAt, months });
  }
}

const channels = { jmo: 30, bank: 20, indomaret: 20, alfamart: 15, pos: 10, gopay: 5 };

const priceOf = ({ rules }: Play, worker: Worker, months: number | null, today: CalendarDate): number => {
  if (months === null) return amountOwed(worker, today, rules).amount;
  const first = monthOwed(worker);
  const price = monthRange(first, addMonths(first, months - 1)).reduce((sum, month) => sum + contribution(worker, month), 0);
  return price - worker.credit;
};

import {
  addDays,
  addMonths,
  type CalendarDate,
  instantAt,
  type Month,
  monthRange,
} from '#domain/calendar/dates';
import { dueDate } from '#domain/calendar/due-date';
import { amountOwed } from '#domain/people/amount-owed';
import { contribution } from '#domain/people/tariff';
import { isReminded, monthOwed, type Worker, zoneOfWorker } from '#domain/people/worker';
import { recordPayment } from '#flows/payments/record-payment';
import { between, oneOf } from '#local/simulation/chance';
import { intentOf, movedOn } from '#local/simulation/habits';
import { type Play, settings } from '#local/simulation/play';

/** Workers whose payday it is and who still owe that month pay, one by one through the day. */
export async function pay(play: Play, date: CalendarDate): Promise<void> {
  const { memory, paydays, people, payments, chance } = play;
  const due = (paydays.get(date) ?? []).flatMap(({ workerId, month, months }) => {
    const worker = memory.state.workers.get(workerId);
    if (!worker || !isReminded(worker) || monthOwed(worker) !== month) return [];
    const time = `${between(chance(workerId, date, 'hour'), 10, 19)}:${String(between(chance(workerId, date, 'minute'), 0, 59)).padStart(2, '0')}`;
    return [{ workerId, month, months, paidAt: instantAt(zoneOfWorker(worker), date, time) }];
  });
  paydays.delete(date);
  for (const { workerId, month, months, paidAt } of due.sort((a, b) =>
    a.paidAt < b.paidAt ? -1 : 1,
  )) {
    const worker = memory.state.workers.get(workerId);
    if (!worker || monthOwed(worker) !== month) continue;
    memory.state.now = paidAt;
    const amount = priceOf(play, worker, months, date);
    const [reference, channel] = [
      `SIM-${String(payments.length + 1).padStart(6, '0')}`,
      oneOf(chance(workerId, date, 'channel'), channels),
    ];
    await recordPayment({ reference, channel, amount, paidAt, months }, workerId, memory, settings);
    payments.push({
      reference,
      channel,
      nik: people.get(workerId)?.nik ?? '',
      amount,
      paidAt,
      months,
    });
  }
}

const channels = { jmo: 30, bank: 20, indomaret: 20, alfamart: 15, pos: 10, gopay: 5 };

const priceOf = (
  { rules }: Play,
  worker: Worker,
  months: number | null,
  today: CalendarDate,
): number => {
  if (months === null) return amountOwed(worker, today, rules).amount;
  const first = monthOwed(worker);
  const price = monthRange(first, addMonths(first, months - 1)).reduce(
    (sum, month) => sum + contribution(worker, month),
    0,
  );
  return price - worker.credit;
};

/** A worker who owes a new month decides when to pay it; one whom a text moved pays soon. */
export function decidePaydays(
  { made, changes, chance, rules, intents, paydays }: Play,
  date: CalendarDate,
): void {
  const decide = (workerId: string, month: Month, on: CalendarDate, months: number | null) => {
    const day = on > date ? on : addDays(date, 1);
    paydays.set(day, [...(paydays.get(day) ?? []), { workerId, month, months }]);
  };
  const intent = (workerId: string, month: Month) =>
    intentOf(workerId, month, {
      dueOn: dueDate(month, rules.calendar),
      ...{ effect: made.effect, kept: made.kept },
      chance,
    });
  for (const { after } of changes) {
    if (after?.kind === 'worker' && isReminded(after.worker)) {
      const { workerId, cycle } = after.worker;
      if (intents.get(workerId) === cycle.month) continue;
      intents.set(workerId, cycle.month);
      const { on, months } = intent(workerId, cycle.month);
      if (on !== null) decide(workerId, cycle.month, on, months);
    }
    if (after?.kind === 'reminder' && after.reminder.status === 'sent') {
      const { workerId, month } = after.reminder;
      const isEarly = date < addDays(dueDate(month, rules.calendar), 27);
      if (!isEarly) continue;
      const { moved, stays } = intent(workerId, month);
      if (moved) decide(workerId, month, movedOn(workerId, month, date, chance), null);
      if (stays) decide(workerId, month, stays, null);
    }
  }
}

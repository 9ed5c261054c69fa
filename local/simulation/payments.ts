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
import type { PaymentLine, Play } from '#local/simulation/play';

/** Workers whose payday it is and who still owe that month pay, one by one through the day. */
export async function pay(play: Play, date: CalendarDate): Promise<void> {
  const { memory, settings } = play;
  for (const { workerId, nik: _, ...notice } of paymentsOn(play, date)) {
    memory.state.now = notice.paidAt;
    await recordPayment(notice, workerId, memory, settings);
  }
}

/** Each is worked out when it is asked for: by then those before it may have been recorded. */
function* paymentsOn(
  play: Play,
  date: CalendarDate,
): Generator<PaymentLine & Readonly<{ workerId: string }>> {
  const { workers, people, payments, chance } = play;
  for (const { workerId, month, months, paidAt } of paydaysOn(play, date)) {
    const worker = workers.get(workerId);
    if (!worker || monthOwed(worker) !== month) continue;
    const payment = {
      reference: `SIM-${String(payments.length + 1).padStart(6, '0')}`,
      channel: oneOf(chance(workerId, date, 'channel'), channels),
      nik: people.get(workerId)?.nik ?? '',
      amount: priceOf(play, worker, months, date),
      ...{ paidAt, months },
    };
    payments.push(payment);
    yield { ...payment, workerId };
  }
}

function paydaysOn({ workers, paydays, chance }: Play, date: CalendarDate) {
  const due = (paydays.get(date) ?? []).flatMap(({ workerId, month, months }) => {
    const worker = workers.get(workerId);
    if (!worker || !isReminded(worker) || monthOwed(worker) !== month) return [];
    const two = (what: string, from: number, to: number): string =>
      String(between(chance(workerId, date, what), from, to)).padStart(2, '0');
    const time = `${two('hour', 10, 19)}:${two('minute', 0, 59)}`;
    return [{ workerId, month, months, paidAt: instantAt(zoneOfWorker(worker), date, time) }];
  });
  paydays.delete(date);
  return due.sort((a, b) => (a.paidAt < b.paidAt ? -1 : 1));
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
  { made, changes, chance, rules, people, intents, paydays }: Play,
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
      if (!people.has(workerId)) continue;
      if (intents.get(workerId) === cycle.month) continue;
      intents.set(workerId, cycle.month);
      const { on, months } = intent(workerId, cycle.month);
      if (on !== null) decide(workerId, cycle.month, on, months);
    }
    if (after?.kind === 'reminder' && after.reminder.status === 'sent') {
      const { workerId, month } = after.reminder;
      if (!people.has(workerId)) continue;
      const isEarly = date < addDays(dueDate(month, rules.calendar), 27);
      if (!isEarly) continue;
      const { moved, stays } = intent(workerId, month);
      if (moved) decide(workerId, month, movedOn(workerId, month, date, chance), null);
      if (stays) decide(workerId, month, stays, null);
    }
  }
}

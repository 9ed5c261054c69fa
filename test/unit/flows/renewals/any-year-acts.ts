import {
  addDays,
  addMonths,
  instantAt,
  localDate,
  type Month,
  monthOf,
} from '#domain/calendar/dates';
import { zones } from '#domain/calendar/zones';
import { contribution } from '#domain/people/tariff';
import { isReminded, type Worker, zoneOfWorker } from '#domain/people/worker';
import { reversePayment } from '#flows/payments/correct-payments';
import { recordPayment } from '#flows/payments/record-payment';
import { correctWorker, eraseWorker, stopTexts } from '#flows/people/change-worker';
import { importWorkers } from '#flows/people/import-workers';
import { planRun } from '#flows/sending/plan-run';
import { recordDeliveries } from '#flows/sending/record-delivery';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { rosterOf } from '../../../builders.ts';
import { workOff } from '../given.ts';
import { settings } from '../settings.ts';
import { niks, provinces, type Step, type Year } from './any-year.ts';
import { type Entry, without, withoutTold } from './ledger.ts';

const by = { by: 'admin', requestId: 'request' };

export async function take(
  { memory, ledger, paid }: Year,
  what: Step,
  index: number,
): Promise<void> {
  const idOf = (number: number): string => memory.identity.workerIdOf(niks[number] ?? '');
  const stored = (number: number): Worker | undefined => memory.state.workers.get(idOf(number));
  const note = (workerId: string, ...entries: readonly Entry[]) =>
    ledger.set(workerId, [...(ledger.get(workerId) ?? []), ...entries]);
  const today = (worker: Worker) => localDate(zoneOfWorker(worker), memory.state.now);
  const requestId = `request-${index}`;
  switch (what.does) {
    case 'days':
      return days(memory, what.days);
    case 'roster': {
      const before = stored(what.who);
      const line = {
        name: `Pekerja ${what.who}`,
        phone: `08700000000${what.who}`,
        province: provinces[what.who] ?? '',
      };
      const through = addMonths(before?.coveredThrough ?? monthOf(memory.state.now), what.ahead);
      const text = rosterOf({
        ...{ nik: niks[what.who] ?? '', ...line, sector: 'transport' },
        covered_through: through,
      });
      const done = await importWorkers(
        { text, firstLine: undefined, dryRun: false, by: 'admin' },
        memory,
        settings,
      );
      const after = stored(what.who);
      if (!after || done.accepted === 0) return;
      if (!before)
        note(after.workerId, { kind: 'came', on: today(after), owes: addMonths(through, 1) });
      const months = before ? monthsFrom(before.coveredThrough, after.coveredThrough) : 0;
      if (months > 0)
        note(after.workerId, {
          kind: 'paid',
          id: null,
          on: today(before as Worker),
          months,
          startsAgainAt: null,
          told: memory.state.now,
        });
      return;
    }
    case 'pay': {
      const before = stored(what.who);
      if (!before) return;
      const [channel, reference] = ['bank', `P-${index}`];
      const paidAt = instantAt(zoneOfWorker(before), addDays(today(before), -what.late), '08:00');
      const amount = what.months * contribution(before, '2026-11');
      const { payment } = await recordPayment(
        { channel, reference, amount, paidAt, months: null },
        before.workerId,
        memory,
        settings,
      );
      paid.push(reference);
      const [first] = payment.bought;
      if (!first) return;
      const on = addDays(today(before), -what.late);
      const startsAgainAt = first > addMonths(before.coveredThrough, 1) ? first : null;
      note(before.workerId, {
        kind: 'paid',
        id: reference,
        on,
        months: payment.bought.length,
        startsAgainAt,
      });
      return;
    }
    case 'reverse': {
      const reference = paid[what.which % Math.max(1, paid.length)];
      const payment = reference && (await memory.payments.get('bank', reference));
      if (!payment) return;
      if (payment.status !== 'recorded') return;
      await reversePayment(
        { channel: 'bank', reference },
        { by: 'finance', reason: 'wrong' },
        memory,
        settings,
      );
      const after = memory.state.workers.get(payment.workerId ?? '');
      if (!after) return;
      const { workerId, coveredThrough } = after;
      const entries = ledger.get(workerId) ?? [];
      ledger.set(
        workerId,
        payment.linked
          ? withoutTold(entries, payment.linked, coveredThrough)
          : without(entries, reference, coveredThrough),
      );
      return;
    }
    case 'correct':
      if (stored(what.who))
        await correctWorker(
          idOf(what.who),
          what.correction,
          { ...by, requestId },
          memory,
          settings,
        );
      return;
    case 'end': {
      const before = stored(what.who);
      if (!before || before.ended) return;
      await correctWorker(
        before.workerId,
        { ended: { on: today(before), reason: 'employed' } },
        { ...by, requestId },
        memory,
        settings,
      );
      note(before.workerId, { kind: 'left', on: today(before) });
      return;
    }
    case 'back': {
      const before = stored(what.who);
      if (!before?.ended) return;
      await correctWorker(before.workerId, { ended: null }, { ...by, requestId }, memory, settings);
      note(before.workerId, {
        kind: 'came',
        on: today(before),
        owes: addMonths(before.coveredThrough, 1),
      });
      return;
    }
    case 'stop':
      if (stored(what.who)) await stopTexts(idOf(what.who), null, { ...by, requestId }, memory);
      return;
    case 'erase': {
      const before = stored(what.who);
      if (!before) return;
      await eraseWorker(before.workerId, memory);
      if (isReminded(before)) note(before.workerId, { kind: 'left', on: today(before) });
      return;
    }
    case 'receipts':
      return receipts(memory, what.arrive);
  }
}

const monthsFrom = (before: Month, after: Month): number => {
  let months = 0;
  while (addMonths(before, months) < after) months += 1;
  return months;
};

/** Days go by, and the reminders of the last of them go out. */
async function days(memory: InMemoryPorts, count: number): Promise<void> {
  const date = addDays(localDate('Asia/Jakarta', memory.state.now), count);
  for (const zone of [...zones].reverse()) {
    memory.state.now = instantAt(zone, date, '09:00');
    await planRun({ zone, time: '09:00', scheduledAt: memory.state.now }, memory, settings);
    await workOff(memory);
  }
}

async function receipts(memory: InMemoryPorts, arrive: boolean): Promise<void> {
  const waiting = [...memory.state.reminders.values()].filter(({ status }) => status === 'sent');
  const told = waiting.map(({ messageId, workerId, at }) => ({
    ...{
      messageId: messageId ?? '',
      phone: memory.state.workers.get(workerId)?.phone ?? '',
      permanent: !arrive,
      parts: 2,
      priceUsd: 0.32,
    },
    ...{
      status: arrive ? 'delivered' : 'undelivered',
      reason: arrive ? null : 'Invalid phone number',
      sentAt: at,
      at: memory.state.now,
    },
  }));
  await recordDeliveries(told as Parameters<typeof recordDeliveries>[0], memory);
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, instantAt, localDate } from '#domain/calendar/dates';
import { zones } from '#domain/calendar/zones';
import { monthOwed, zoneOfWorker } from '#domain/people/worker';
import type { Plan } from '#domain/plan/plan';
import { recordPayment } from '#flows/payments/record-payment';
import { importWorkers } from '#flows/people/import-workers';
import { type Preview, previewPlan } from '#flows/preview/preview-plan';
import { tally } from '#flows/renewals/tally';
import { planRun } from '#flows/sending/plan-run';
import { watch } from '#flows/sending/watching/watchdog';
import { aPerson, csvOf } from '#local/made-up';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { watch as changesOf } from '#local/memory/watch';
import { aStage, edit, planWith, workOff } from '../unit/flows/given.ts';
import { settings } from '../unit/flows/settings.ts';

const under = { ...settings, shards: 1 };
const jakarta = 'Asia/Jakarta';
const firstDay = '2026-11-09';

const aRider = fc.record({
  province: fc.constantFrom('Jawa Tengah', 'Jawa Tengah', 'Bali', 'Papua'),
  paidThrough: fc.constantFrom('2026-08', '2026-09', '2026-10', '2026-10', '2026-11'),
  phone: fc.constantFrom('yes', 'yes', 'yes', 'no'),
  /** The evening on which they pay before the preview. */
  paysOn: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
});

const aPayment = fc.record({
  who: fc.nat(),
  day: fc.integer({ min: 1, max: 30 }),
  months: fc.integer({ min: 1, max: 3 }),
});

/** A roster, what was paid, and a draft that moves the steps, all at random. */
const aWorld = fc.record({
  riders: fc.array(aRider, { minLength: 1, maxLength: 12 }),
  holdoutPercent: fc.constantFrom(0, 25, 50),
  askedOn: fc.integer({ min: 1, max: 6 }),
  before: fc.integer({ min: -8, max: -2 }),
  after: fc.integer({ min: 1, max: 12 }),
  lastCall: fc.integer({ min: -20, max: -5 }),
  isForAll: fc.boolean(),
  payments: fc.array(aPayment, { maxLength: 20 }),
});
type World = typeof aWorld extends fc.Arbitrary<infer W> ? W : never;

const draftOf = ({ before, after, lastCall, isForAll, holdoutPercent }: World): Plan => {
  const plan = planWith({ holdoutPercent });
  const offsets: Readonly<Record<string, number>> = { before, after, 'last-call': lastCall };
  const steps = plan.steps.map((step) => ({
    ...step,
    offsetDays: offsets[step.id] ?? step.offsetDays,
    toHeldOut: step.toHeldOut || (isForAll && step.id === 'before'),
  }));
  return { ...plan, steps, paidText: { ...plan.paidText, enabled: true } };
};

const pay = (memory: InMemoryPorts, workerId: string, months: number) =>
  recordPayment(
    {
      ...{ reference: `${workerId} ${memory.state.now}`, channel: 'bank', months: null },
      ...{ amount: 8_400 * months, paidAt: memory.state.now },
    },
    workerId,
    memory,
    under,
  );

/** A day in all zones, from the east on; and the evening, in which people pay. */
async function live(memory: InMemoryPorts, date: string): Promise<void> {
  for (const zone of zones.toReversed()) {
    memory.state.now = instantAt(zone, date, '09:00');
    await planRun({ zone, time: '09:00', scheduledAt: memory.state.now }, memory, under);
    await workOff(memory, under);
  }
  memory.state.now = instantAt(jakarta, date, '12:00');
  await watch(memory, under);
  await workOff(memory, under);
  memory.state.now = instantAt(jakarta, date, '20:10');
}

/** What the preview says, and the texts that then leave, by day, step and month. */
async function play(world: World, isPaying: boolean) {
  const { memory } = aStage({
    ...{ workers: [], shards: 1, now: instantAt(jakarta, firstDay, '07:00') },
    plan: planWith({ holdoutPercent: world.holdoutPercent }),
  });
  for (const zone of zones) memory.state.closed.set(zone, addDays(firstDay, -1));
  const changes = changesOf(memory.state);
  const riders = world.riders.map(({ phone, province, paidThrough }, index) =>
    aPerson(index + 1, {
      ...{ sector: 'transport', province, paidThrough },
      ...(phone === 'no' ? { phone: '' } : {}),
    }),
  );
  const file = { text: csvOf(riders), firstLine: undefined, dryRun: false, by: 'admin' };
  await importWorkers(file, memory, under);
  const ids = riders.map(({ nik }) => memory.identity.workerIdOf(nik));
  const payOn = async (date: string, isDue: (index: number) => number): Promise<void> => {
    for (const [index, id] of ids.entries())
      if (isDue(index) > 0) await pay(memory, id, isDue(index));
    memory.state.now = instantAt(jakarta, date, '20:30');
  };

  for (let day = 0; day <= world.askedOn; day += 1) {
    const date = addDays(firstDay, day);
    await live(memory, date);
    await payOn(date, (index) => (world.riders[index]?.paysOn === day ? 1 : 0));
  }
  await tally({ shard: 'shard-1', changes }, memory);
  const asked = memory.state.now;
  const owed = new Map([...memory.state.workers].map(([id, worker]) => [id, monthOwed(worker)]));
  const [from, to] = [world.askedOn, world.askedOn + 30].map((days) => addDays(firstDay, days));
  if (!from || !to) throw new Error('There are two');
  const { version: _, ...plan } = draftOf(world);
  const preview = await previewPlan({ plan, from, to }, memory, under);
  edit(memory, plan);
  for (let day = 1; day <= 30; day += 1) {
    const date = addDays(from, day);
    await live(memory, date);
    const due = world.payments.filter((payment) => isPaying && payment.day === day);
    await payOn(date, (index) =>
      due
        .filter(({ who }) => who % ids.length === index)
        .reduce((sum, { months }) => sum + months, 0),
    );
  }
  const left = [...memory.state.reminders.values()].filter(
    ({ status, at }) => status === 'sent' && at > asked,
  );
  const confirmations = left.filter(
    ({ step, month, workerId }) => step === 'paid' && month >= (owed.get(workerId) ?? ''),
  );
  const zoneOf = (workerId: string) => {
    const worker = memory.state.workers.get(workerId);
    return worker ? zoneOfWorker(worker) : jakarta;
  };
  const keys = left
    .filter(({ step }) => step !== 'paid')
    .map(({ workerId, step, month, at }) =>
      [localDate(zoneOf(workerId), at), step, month].join(' '),
    );
  const sent = Object.fromEntries(
    [...Map.groupBy(keys, (key) => key)].map(([key, of]) => [key, of.length]),
  );
  return { preview, sent, confirmations: confirmations.length };
}

const said = ({ days }: Preview, of: 'reminders' | 'mostReminders') =>
  Object.fromEntries(
    days
      .filter((day) => day[of] > 0)
      .map((day) => [[day.date, day.step, day.month].join(' '), day[of]]),
  );

test('where nobody pays, what leaves is what the preview says, to the text', () =>
  fc.assert(
    fc.asyncProperty(aWorld, async (world) => {
      const { preview, sent, confirmations } = await play(world, false);
      expect(sent).toEqual(said(preview, 'reminders'));
      expect(confirmations).toBe(0);
    }),
    { numRuns: 200 },
  ));

test('whoever pays, no more leaves than at most', () =>
  fc.assert(
    fc.asyncProperty(aWorld, async (world) => {
      const { preview, sent, confirmations } = await play(world, true);
      const most: Readonly<Record<string, number>> = said(preview, 'mostReminders');
      for (const [key, count] of Object.entries(sent))
        expect([key, count <= (most[key] ?? 0)]).toEqual([key, true]);
      const total = Object.values(sent).reduce((sum, count) => sum + count, confirmations);
      expect(total).toBeLessThanOrEqual(preview.total.mostReminders);
    }),
    { numRuns: 200 },
  ));

import { describe, expect, it } from 'vitest';
import { addCounts, countOf } from '#domain/sending/slice';
import { recordPayment } from '#flows/payments/record-payment';
import { applyPlan } from '#flows/plan/apply-plan';
import { planRun } from '#flows/sending/plan-run';
import { runsOn } from '#flows/sending/show-runs';
import { watch } from '#flows/sending/watching/watchdog';
import { aWorker } from '../builders.ts';
import {
  aMorning,
  aStage,
  edit,
  later,
  nine,
  outcomeOf,
  outcomes,
  paymentOf,
  planWith,
  texted,
  theSlice,
  workersNamed,
  workOff,
} from './flows/given.ts';
import { settings } from './flows/settings.ts';

/** Faults that other systems had in public, as a worker or finance notices them, and where. */

const siti = aWorker();
const pay = (
  memory: Parameters<typeof recordPayment>[2],
  facts: Parameters<typeof paymentOf>[0] = {},
) => recordPayment(paymentOf(facts), siti.workerId, memory, settings);

describe('a worker does not get a text twice', () => {
  it('because the provider took it and did not answer (GOV.UK Notify #802)', async () => {
    const { memory } = await aMorning();
    const [message] = memory.state.queued;
    memory.state.answers.push({ status: 'unknown', left: true });
    await workOff(memory);
    expect(outcomeOf(memory)).toBe('unknown: made up: unknown');
    if (message) memory.state.queued.push(message);
    later(memory, 3_600);
    await watch(memory, settings);
    await workOff(memory);
    expect(texted(memory)).toBe(1);
  });

  it.each(['sms.send', 'reminders.record', 'slices.save', 'plans.current'])(
    'because the sender died before %s (VA Notify #1826, innovation-sandbox)',
    async (operation) => {
      const { memory, meanwhile } = await aMorning({ workers: workersNamed(12) });
      const away = () => {
        throw new Error('the function was stopped');
      };
      meanwhile(operation, () => undefined);
      meanwhile(operation, away, 12);
      await expect(workOff(memory)).rejects.toThrow('the function was stopped');
      for (let round = 0; round < 15; round++) {
        later(memory, 95);
        await watch(memory, settings);
        await workOff(memory).catch(() => undefined);
      }
      const texts = workersNamed(12).map(({ phone }) => texted(memory, phone));
      expect(Math.max(...texts)).toBe(1);
      expect(memory.state.reminders.size).toBe(12);
      expect(outcomes(memory)).not.toContain('claimed');
    },
  );

  it('because a schedule fired 2,016 times (Community Health Toolkit #10802)', async () => {
    const { memory } = aStage();
    const firing = { zone: 'Asia/Jakarta', time: '09:00', scheduledAt: nine } as const;
    for (let round = 0; round < 2_016; round++) await planRun(firing, memory, settings);
    for (const { key } of memory.state.queued.splice(3))
      expect(key).toEqual(memory.state.queued[0]?.key);
    await workOff(memory);
    await planRun(firing, memory, settings);
    await workOff(memory);
    expect([texted(memory), memory.state.reminders.size]).toEqual([1, 1]);
  });
});

describe('a worker who has paid is left in peace', () => {
  it('though the list they were on was read before the payment (Kill Bill #472)', async () => {
    const { memory, meanwhile } = await aMorning();
    meanwhile('reminders.readFresh', () => pay(memory));
    await workOff(memory);
    expect([outcomeOf(memory), texted(memory)]).toEqual(['skipped: paid', 0]);
  });

  // Cal.com #17807
  it('though the text was planned before: the provider gets nothing in advance', async () => {
    const { memory } = await aMorning();
    await pay(memory);
    await workOff(memory);
    expect(memory.state.outbox).toEqual([]);
  });
});

describe('a worker is reminded', () => {
  // Kill Bill #2297
  it('of the right month after paying a part: steps follow the first unpaid month', async () => {
    const { memory } = aStage({ workers: [aWorker({ coveredThrough: '2026-09' })] });
    await pay(memory, { amount: 8_400 });
    await planRun(
      { zone: 'Asia/Jakarta', time: '09:00', scheduledAt: '2026-11-14T02:00:00.000Z' },
      memory,
      settings,
    );
    memory.state.now = '2026-11-14T02:00:00.000Z';
    await workOff(memory);
    expect([...memory.state.reminders.values()]).toMatchObject([
      { month: '2026-11', step: 'eve', status: 'sent' },
    ]);
    expect(memory.state.outbox[0]?.text).toContain('Nov 2026 Rp8.400');
  });

  // Community Health Toolkit #6582
  it('though a colleague’s row cannot be read: that one is set aside with a reason', async () => {
    const [broken = siti, ...others] = workersNamed(5);
    const { memory } = await aMorning({ workers: [broken, ...others] });
    memory.state.unreadable.set(broken.workerId, {
      reason: 'coveredThrough: is not a month',
      rev: 0,
    });
    await workOff(memory);
    expect(others.map((each) => outcomeOf(memory, each))).toEqual(Array(4).fill('sent'));
    expect(outcomeOf(memory, broken)).toContain('row-unreadable: coveredThrough');
  });

  it('at nine by their own clock, not the server’s (Invoice Ninja #8665, #11692)', async () => {
    const homes = ['Jawa Tengah', 'Bali', 'Papua'].map((province, index) => ({
      ...(workersNamed(3)[index] ?? siti),
      province,
    }));
    const { memory } = aStage({ workers: homes });
    for (const hour of ['00', '01', '02']) {
      memory.state.now = `2026-11-11T${hour}:05:00.000Z`;
      await watch(memory, settings);
      await workOff(memory);
    }
    expect(memory.state.outbox.map(({ phone, at }) => [phone, at.slice(11, 13)])).toEqual([
      [homes[2]?.phone, '00'],
      [homes[1]?.phone, '01'],
      [homes[0]?.phone, '02'],
    ]);
  });

  // Novu #12373
  it('though the message about their slice came twice: only the rest is sent', async () => {
    const { memory, meanwhile } = await aMorning({ workers: workersNamed(30) });
    const [message] = memory.state.queued;
    meanwhile('plans.current', () => undefined);
    meanwhile('plans.current', () => later(memory, 60));
    if (message) memory.state.queued.push(message);
    expect(await workOff(memory)).toEqual(['out-of-time', 'finished', 'not-mine']);
    expect(memory.state.outbox).toHaveLength(30);
  });

  it.each([
    ['a link', 'Siti bit.ly/abc123'],
    ['a phone number', 'Siti 087000000999'],
    ['a NIK', '9972016305830001 Siti'],
  ])('without %s that stood in the name (saproto #1799, oncall #2317)', async (_, name) => {
    const { memory } = await aMorning({ workers: [aWorker({ name })] });
    await workOff(memory);
    expect(memory.state.outbox.map(({ text }) => text.split(',', 1)[0])).toEqual(['Yth. Siti']);
  });

  // VA Notify, monthly run
  it('at another time as soon as an admin says so: schedules are data, not code', async () => {
    const { memory } = aStage();
    const options = { firstPlanPaused: false, shards: 1 };
    await applyPlan(memory, options);
    edit(memory, { steps: planWith({ step: { at: '16:30' } }).steps });
    await applyPlan(memory, options);
    expect([...memory.state.schedules.values()].map(({ schedule }) => schedule.time)).toEqual([
      '16:30',
      '16:30',
      '16:30',
    ]);
  });
});

describe('a worker who gets no text can be told why', () => {
  // Community Health Toolkit #3180
  it('after an outage: a step older than its catch-up is counted as missed', async () => {
    const { memory } = aStage();
    memory.state.now = '2026-11-13T02:00:00.000Z';
    await watch(memory, settings);
    await workOff(memory);
    expect([outcomeOf(memory), texted(memory)]).toEqual(['missed', 0]);
    expect((await memory.attention.list('missed', null)).items).toHaveLength(1);
  });

  // RapidPro
  it('whatever the reason was: everybody who is due ends in exactly one row', async () => {
    const facts = [
      {},
      { phone: null },
      { stopped: { until: null } },
      { credit: 8_400 },
      { cycle: { ...siti.cycle, heldOut: true } },
    ];
    const workers = facts.map((each, index) => ({ ...(workersNamed(5)[index] ?? siti), ...each }));
    const { memory } = await aMorning({ workers });
    await workOff(memory);
    expect(workers.map((each) => outcomeOf(memory, each))).toEqual([
      'sent',
      'skipped: no-phone',
      'skipped: stopped',
      'skipped: paid',
      'skipped: held-out',
    ]);
  });

  it('who has no phone is recorded all the same (Chargebee)', async () => {
    const { memory } = await aMorning({ workers: [aWorker({ phone: null })] });
    await workOff(memory);
    expect(outcomeOf(memory)).toBe('skipped: no-phone');
    expect(theSlice(memory).counts).toEqual({ skipped: { 'no-phone': 1 } });
  });
});

describe('finance sees', () => {
  // GC Notify #1635, #1654
  it('no text beyond the budget, and no stuck run: what does not fit is skipped', async () => {
    const { memory, meanwhile } = await aMorning({
      workers: workersNamed(25),
      plan: planWith({ monthlyBudgetRupiah: 12 * 2_640 }),
    });
    let mostReserved = 0;
    meanwhile(
      'sms.send',
      () => {
        mostReserved = Math.max(mostReserved, memory.state.budgets.get('2026-11')?.committed ?? 0);
      },
      25,
    );
    expect(await workOff(memory)).toEqual(['finished']);
    expect(memory.state.outbox).toHaveLength(12);
    expect(mostReserved).toBe(12 * 2_640);
    expect(theSlice(memory).counts).toEqual({ sent: 12, skipped: { budget: 13 } });
  });

  it('that a payment of 1970 has its time wrong, and not too much money (midtrans-php #118)', async () => {
    const { memory } = aStage();
    await pay(memory, { paidAt: '1970-01-01T00:00:00.000Z' });
    expect((await memory.attention.list('flagged', null)).items).toMatchObject([
      { reference: 'P-1', flags: ['too-old'] },
    ]);
    expect(memory.state.workers.get(siti.workerId)).toMatchObject({
      coveredThrough: '2026-11',
      credit: 0,
    });
  });

  it('in a report what happened, not what was tried (Lago)', async () => {
    const { memory } = await aMorning({ workers: workersNamed(4) });
    memory.state.answers.push(
      { status: 'refused' },
      { status: 'try-later' },
      { status: 'unknown', left: false },
    );
    await workOff(memory);
    const [run] = await runsOn('2026-11-11', memory);
    expect(run?.counts).toEqual({ failed: 1, unknown: 1, sent: 2 });
    expect(run?.counts).toEqual(
      [...memory.state.reminders.values()].map(countOf).reduce(addCounts, {}),
    );
  });

  // DHIS2 #20576
  it('no run that dies of its size: never more are held than a page and ten', async () => {
    const { memory } = await aMorning({ workers: workersNamed(1_500) });
    const held: number[] = [];
    const { owing } = memory.workers;
    const { readFresh } = memory.reminders;
    memory.workers.owing = async (...given) => {
      const page = await owing(...given);
      held.push(page.items.length);
      return page;
    };
    memory.reminders.readFresh = (ids, of) => {
      held.push(ids.length);
      return readFresh(ids, of);
    };
    await workOff(memory);
    expect(memory.state.outbox).toHaveLength(1_500);
    expect(Math.max(...held)).toBe(500);
  });
});

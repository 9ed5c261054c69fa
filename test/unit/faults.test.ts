import { describe, expect, it } from 'vitest';
import { addCounts, countOf } from '#domain/sending/slice';
import { recordPayment } from '#flows/payments/record-payment';
import { applyPlan } from '#flows/plan/apply-plan';
import { planRun } from '#flows/sending/plan-run';
import { runsOn } from '#flows/sending/show-runs';
import { audit } from '#flows/sending/watchdog';
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

/** Faults that other systems had in public. Each is told as the worker, or finance, would have noticed it; where it was seen stands beside it. */

const siti = aWorker();
const pay = (
  world: Parameters<typeof recordPayment>[2],
  facts: Parameters<typeof paymentOf>[0] = {},
) => recordPayment(paymentOf(facts), siti.workerId, world, settings);

describe('a worker does not get a text twice', () => {
  it('because the provider took it and did not answer (GOV.UK Notify #802)', async () => {
    const { world } = await aMorning();
    const [message] = world.state.queued;
    world.state.answers.push({ status: 'unknown', left: true });
    await workOff(world);
    expect(outcomeOf(world)).toBe('unknown: made up: unknown');
    if (message) world.state.queued.push(message);
    later(world, 3_600);
    await audit(world, settings);
    await workOff(world);
    expect(texted(world)).toBe(1);
  });

  it.each(['sms.send', 'reminders.record', 'slices.save', 'plans.current'])(
    'because the sender died before %s (VA Notify #1826, innovation-sandbox)',
    async (operation) => {
      const { world, meanwhile } = await aMorning({ workers: workersNamed(12) });
      const away = () => {
        throw new Error('the function was stopped');
      };
      meanwhile(operation, () => undefined);
      meanwhile(operation, away, 12);
      await expect(workOff(world)).rejects.toThrow('the function was stopped');
      for (let round = 0; round < 15; round++) {
        later(world, 95);
        await audit(world, settings);
        await workOff(world).catch(() => undefined);
      }
      const texts = workersNamed(12).map(({ phone }) => texted(world, phone));
      expect(Math.max(...texts)).toBe(1);
      expect(world.state.reminders.size).toBe(12);
      expect(outcomes(world)).not.toContain('claimed');
    },
  );

  it('because a schedule fired 2,016 times (Community Health Toolkit #10802)', async () => {
    const { world } = aStage();
    const firing = { zone: 'Asia/Jakarta', time: '09:00', scheduledAt: nine } as const;
    for (let round = 0; round < 2_016; round++) await planRun(firing, world, settings);
    for (const { key } of world.state.queued.splice(3))
      expect(key).toEqual(world.state.queued[0]?.key);
    await workOff(world);
    await planRun(firing, world, settings);
    await workOff(world);
    expect([texted(world), world.state.reminders.size]).toEqual([1, 1]);
  });
});

describe('a worker who has paid is left in peace', () => {
  it('though the list they were on was read before the payment (Kill Bill #472)', async () => {
    const { world, meanwhile } = await aMorning();
    meanwhile('reminders.look', () => pay(world));
    await workOff(world);
    expect([outcomeOf(world), texted(world)]).toEqual(['skipped: paid', 0]);
  });

  it('though the text was planned before the payment: nothing is handed to the provider beforehand (Cal.com #17807)', async () => {
    const { world } = await aMorning();
    await pay(world);
    await workOff(world);
    expect(world.state.outbox).toEqual([]);
  });
});

describe('a worker is reminded', () => {
  it('of the right month after paying a part: the next step is worked out from the first unpaid month (Kill Bill #2297)', async () => {
    const { world } = aStage({ workers: [aWorker({ coveredThrough: '2026-09' })] });
    await pay(world, { amount: 8_400 });
    await planRun(
      { zone: 'Asia/Jakarta', time: '09:00', scheduledAt: '2026-11-14T02:00:00.000Z' },
      world,
      settings,
    );
    world.state.now = '2026-11-14T02:00:00.000Z';
    await workOff(world);
    expect([...world.state.reminders.values()]).toMatchObject([
      { month: '2026-11', step: 'eve', status: 'sent' },
    ]);
    expect(world.state.outbox[0]?.text).toContain('Nov 2026 Rp8.400');
  });

  it('though a colleague’s row cannot be read: that one is set aside with a reason (Community Health Toolkit #6582)', async () => {
    const [broken = siti, ...others] = workersNamed(5);
    const { world } = await aMorning({ workers: [broken, ...others] });
    world.state.unreadable.set(broken.workerId, {
      reason: 'coveredThrough: is not a month',
      rev: 0,
    });
    await workOff(world);
    expect(others.map((each) => outcomeOf(world, each))).toEqual(Array(4).fill('sent'));
    expect(outcomeOf(world, broken)).toContain('row-unreadable: coveredThrough');
  });

  it('at nine by their own clock, not the server’s (Invoice Ninja #8665, #11692)', async () => {
    const homes = ['Jawa Tengah', 'Bali', 'Papua'].map((province, index) => ({
      ...(workersNamed(3)[index] ?? siti),
      province,
    }));
    const { world } = aStage({ workers: homes });
    for (const hour of ['00', '01', '02']) {
      world.state.now = `2026-11-11T${hour}:05:00.000Z`;
      await audit(world, settings);
      await workOff(world);
    }
    expect(world.state.outbox.map(({ phone, at }) => [phone, at.slice(11, 13)])).toEqual([
      [homes[2]?.phone, '00'],
      [homes[1]?.phone, '01'],
      [homes[0]?.phone, '02'],
    ]);
  });

  it('though the message about their slice came twice: what is done is left, what is not goes on (Novu #12373)', async () => {
    const { world, meanwhile } = await aMorning({ workers: workersNamed(30) });
    const [message] = world.state.queued;
    meanwhile('plans.current', () => undefined);
    meanwhile('plans.current', () => later(world, 60));
    if (message) world.state.queued.push(message);
    expect(await workOff(world)).toEqual(['out-of-time', 'finished', 'not-mine']);
    expect(world.state.outbox).toHaveLength(30);
  });

  it('at another time as soon as an admin says so: schedules are data, not code (VA Notify, monthly run)', async () => {
    const { world } = aStage();
    const options = { firstPlanPaused: false, shards: 1 };
    await applyPlan(world, options);
    edit(world, { steps: planWith({ step: { at: '16:30' } }).steps });
    await applyPlan(world, options);
    expect([...world.state.schedules.values()].map(({ schedule }) => schedule.time)).toEqual([
      '16:30',
      '16:30',
      '16:30',
    ]);
  });
});

describe('a worker who gets no text can be told why', () => {
  it('after an outage: a step older than its catch-up is missed, counted and not sent (Community Health Toolkit #3180)', async () => {
    const { world } = aStage();
    world.state.now = '2026-11-13T02:00:00.000Z';
    await audit(world, settings);
    await workOff(world);
    expect([outcomeOf(world), texted(world)]).toEqual(['missed', 0]);
    expect((await world.attention.list('missed', null)).items).toHaveLength(1);
  });

  it('whatever the reason was: everybody who is due ends in exactly one row (RapidPro)', async () => {
    const facts = [
      {},
      { phone: null },
      { stopped: { until: null } },
      { credit: 8_400 },
      { cycle: { ...siti.cycle, heldOut: true } },
    ];
    const workers = facts.map((each, index) => ({ ...(workersNamed(5)[index] ?? siti), ...each }));
    const { world } = await aMorning({ workers });
    await workOff(world);
    expect(workers.map((each) => outcomeOf(world, each))).toEqual([
      'sent',
      'skipped: no-phone',
      'skipped: stopped',
      'skipped: paid',
      'skipped: held-out',
    ]);
  });

  it('who has no phone is recorded all the same (Chargebee)', async () => {
    const { world } = await aMorning({ workers: [aWorker({ phone: null })] });
    await workOff(world);
    expect(outcomeOf(world)).toBe('skipped: no-phone');
    expect(theSlice(world).counts).toEqual({ skipped: { 'no-phone': 1 } });
  });
});

describe('finance sees', () => {
  it('no text beyond the budget, and no run stuck sending: what does not fit is skipped (GC Notify #1635, #1654)', async () => {
    const { world, meanwhile } = await aMorning({
      workers: workersNamed(25),
      plan: planWith({ monthlyBudgetRupiah: 12 * 2_640 }),
    });
    let mostReserved = 0;
    meanwhile(
      'sms.send',
      () => {
        mostReserved = Math.max(mostReserved, world.state.budgets.get('2026-11')?.committed ?? 0);
      },
      25,
    );
    expect(await workOff(world)).toEqual(['finished']);
    expect(world.state.outbox).toHaveLength(12);
    expect(mostReserved).toBe(12 * 2_640);
    expect(theSlice(world).counts).toEqual({ sent: 12, skipped: { budget: 13 } });
  });

  it('in a report what happened, not what was tried (Lago)', async () => {
    const { world } = await aMorning({ workers: workersNamed(4) });
    world.state.answers.push(
      { status: 'refused' },
      { status: 'try-later' },
      { status: 'unknown', left: false },
    );
    await workOff(world);
    const [run] = await runsOn('2026-11-11', world);
    expect(run?.counts).toEqual({ failed: 1, unknown: 1, sent: 2 });
    expect(run?.counts).toEqual(
      [...world.state.reminders.values()].map(countOf).reduce(addCounts, {}),
    );
  });

  it('no run that dies of the number of workers: never more are held than a page and ten (DHIS2 #20576)', async () => {
    const { world } = await aMorning({ workers: workersNamed(1_500) });
    const held: number[] = [];
    const { owing } = world.workers;
    const { look } = world.reminders;
    world.workers.owing = async (...given) => {
      const page = await owing(...given);
      held.push(page.items.length);
      return page;
    };
    world.reminders.look = (ids, of) => {
      held.push(ids.length);
      return look(ids, of);
    };
    await workOff(world);
    expect(world.state.outbox).toHaveLength(1_500);
    expect(Math.max(...held)).toBe(500);
  });
});

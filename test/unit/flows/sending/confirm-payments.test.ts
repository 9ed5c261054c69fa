import { describe, expect, it } from 'vitest';
import { matchPayment, takeBack } from '#flows/payments/correct-payments';
import { recordPayment } from '#flows/payments/record-payment';
import { correctWorker, eraseWorker, stopTexts } from '#flows/people/change-worker';
import { confirmPayments } from '#flows/sending/confirm-payments';
import type { World } from '#local/memory/in-memory-ports';
import { aWorker } from '../../../builders.ts';
import {
  aStage,
  by,
  edit,
  later,
  outcomeOf,
  outcomes,
  paymentOf,
  planWith,
  workersNamed,
} from '../given.ts';
import { settings } from '../settings.ts';

const inJakarta = (time: string, date = '2026-11-11'): string =>
  new Date(`${date}T${time}:00+07:00`).toISOString();
const siti = aWorker({ group: 'Paguyuban Batik Laweyan' });
const why = { by: 'finance', reason: 'paid by mistake' };

const pay = (world: World, reference = 'P-1', { workerId } = siti, amount = 8_400) =>
  recordPayment(
    paymentOf({ reference, amount, paidAt: world.state.now }),
    workerId,
    world,
    settings,
  );

/** Siti's group pays at this time of Wednesday 11 November 2026 in Jakarta. */
async function paidAt(time: string, facts: Parameters<typeof aStage>[0] = {}) {
  const stage = aStage({ workers: [siti], now: inJakarta(time), ...facts });
  await pay(stage.world);
  return stage;
}

let rounds = 0;
/** A round of the schedule, at this moment. */
function confirm(world: World, now = world.state.now, under = settings): Promise<number> {
  world.state.now = now;
  return confirmPayments(`holder-${rounds++}`, world, under);
}

const pending = ({ state }: World) => state.confirmations.size;
const paidRow = (world: World, worker = siti) => outcomeOf(world, worker, 'paid');
const money = ({ state }: World) => state.budgets.get('2026-11');

describe('the confirmation of a payment', () => {
  it('leaves at the next round, once, however often it is fired', async () => {
    const { world } = await paidAt('09:00');
    expect(await confirm(world, inJakarta('09:05'))).toBe(1);
    expect(await Promise.all([confirm(world), confirm(world, inJakarta('09:10'))])).toEqual([0, 0]);
    expect(world.state.outbox.map(({ text }) => text)).toEqual([
      expect.stringContaining('terima kasih: Nov 2026 Rp8.400'),
    ]);
    expect([...world.state.reminders.values()]).toMatchObject([
      {
        step: 'paid',
        month: '2026-11',
        status: 'sent',
        arm: 'reminded',
        runId: 'run_confirm_WIB_2026-11-11',
        parts: 1,
      },
    ]);
    expect([pending(world), world.state.counted.get('sent')]).toEqual([0, 1]);
    expect(money(world)).toEqual({ committed: 2_640, spent: 2_640 });
  });

  it('waits in quiet hours until the morning', async () => {
    const { world } = await paidAt('22:00');
    expect(await confirm(world, inJakarta('22:05'))).toBe(0);
    expect(await confirm(world, inJakarta('07:55', '2026-11-12'))).toBe(0);
    expect(await confirm(world, inJakarta('08:00', '2026-11-12'))).toBe(1);
  });

  it('waits over a Sunday', async () => {
    const { world } = await paidAt('21:00', { now: inJakarta('21:00', '2026-11-14') });
    expect(await confirm(world, inJakarta('12:00', '2026-11-15'))).toBe(0);
    expect(await confirm(world, inJakarta('08:00', '2026-11-16'))).toBe(1);
  });

  it('waits while the plan is paused', async () => {
    const { world } = await paidAt('09:00');
    edit(world, { paused: true });
    expect(await confirm(world)).toBe(0);
    edit(world, { paused: false });
    expect(await confirm(world)).toBe(1);
  });

  it('leaves in each zone by its own clock', async () => {
    const papua = aWorker({
      ...siti,
      workerId: 'wrk_00000000000000000001',
      phone: '+6287000000001',
      province: 'Papua',
    });
    const { world } = await paidAt('05:00', { workers: [siti, papua] });
    await pay(world, 'P-2', papua);
    expect(await confirm(world, inJakarta('06:00'))).toBe(1);
    expect(await confirm(world, inJakarta('08:00'))).toBe(1);
    expect(world.state.outbox.map(({ phone }) => phone)).toEqual([papua.phone, siti.phone]);
  });

  it('of an unmatched payment leaves when it is matched', async () => {
    const { world } = aStage({ workers: [siti], now: inJakarta('09:00') });
    await pay(world, 'P-1', aWorker({ workerId: 'wrk_00000000000000000009' }));
    expect(pending(world)).toBe(0);
    await matchPayment({ channel: 'bank', reference: 'P-1' }, siti.workerId, world, settings);
    expect(await confirm(world)).toBe(1);
    expect(paidRow(world)).toBe('sent');
  });

  it('is not put for who pays for themself, unless the plan wants it', async () => {
    const { world } = aStage({ workers: [aWorker()], now: inJakarta('09:00') });
    await pay(world);
    expect(pending(world)).toBe(0);
    edit(world, { paidText: { ...planWith().paidText, enabled: true } });
    await pay(world, 'P-2');
    expect(await confirm(world)).toBe(1);
    expect(outcomeOf(world, siti, 'paid')).toBe('sent');
  });

  it('is one a payment, where two come in before the morning', async () => {
    const { world } = await paidAt('21:00');
    await pay(world, 'P-2');
    expect(await confirm(world, inJakarta('08:00', '2026-11-12'))).toBe(2);
    expect(world.state.outbox.map(({ text }) => /(Nov|Des) 2026/.exec(text)?.[0])).toEqual([
      'Nov 2026',
      'Des 2026',
    ]);
  });
});

describe('what has changed meanwhile', () => {
  const key = { channel: 'bank', reference: 'P-1' };

  it('who was stopped gets no text, and a row that says so', async () => {
    const { world } = await paidAt('22:00');
    await stopTexts(siti.workerId, null, by, world);
    expect(await confirm(world, inJakarta('08:00', '2026-11-12'))).toBe(0);
    expect([paidRow(world), pending(world)]).toEqual(['skipped: stopped', 0]);
  });

  it('a payment that was reversed is confirmed to nobody', async () => {
    const { world } = await paidAt('22:00');
    await takeBack(key, why, world, settings);
    expect(await confirm(world, inJakarta('08:00', '2026-11-12'))).toBe(0);
    expect([outcomes(world), pending(world)]).toEqual([[], 0]);
  });

  it('the one that was paid in its place is confirmed, once', async () => {
    const { world } = await paidAt('22:00');
    await takeBack(key, why, world, settings);
    later(world, 60);
    await pay(world, 'P-2', siti, 8_500);
    expect(await confirm(world, inJakarta('08:00', '2026-11-12'))).toBe(1);
    expect(world.state.outbox).toMatchObject([{ text: expect.stringContaining('Rp8.500') }]);
    expect(await confirm(world)).toBe(0);
    expect(pending(world)).toBe(0);
  });

  it('two payments that ended the same cycle lead to one text', async () => {
    const stage = aStage({
      workers: [aWorker({ ...siti, coveredThrough: '2026-09' })],
      now: inJakarta('21:00'),
    });
    const { world } = stage;
    await pay(world, 'OCT', siti, 16_800);
    later(world, 1);
    await pay(world, 'NOV');
    await takeBack({ channel: 'bank', reference: 'OCT' }, why, world, settings);
    later(world, 1);
    await pay(world, 'AGAIN', siti, 16_800);
    await confirm(world, inJakarta('08:00', '2026-11-12'));
    await confirm(world);
    const months = [...world.state.reminders.values()].map(({ month }) => month);
    expect(world.state.outbox).toHaveLength(months.length);
    expect(pending(world)).toBe(0);
  });

  it('who was erased gets no text and leaves nothing', async () => {
    const { world } = await paidAt('22:00');
    await eraseWorker(siti.workerId, world);
    expect(await confirm(world, inJakarta('08:00', '2026-11-12'))).toBe(0);
    expect([outcomes(world), pending(world)]).toEqual([[], 0]);
  });

  it.each<[string, Parameters<typeof planWith>[0]]>([
    ['list does not name them', { onlyTo: ['+6287000000009'] }],
  ])('whose %s gets no text', async (_, facts) => {
    const { world } = await paidAt('22:00');
    edit(world, facts ?? {});
    await confirm(world, inJakarta('08:00', '2026-11-12'));
    expect(paidRow(world)).toBe('skipped: not-on-list');
  });

  it.each(['reminders.write', 'pace.take', 'slices.book'])(
    'whose phone is corrected right before %s is texted there, at the next round',
    async (operation) => {
      const { world, meanwhile } = await paidAt('09:00');
      meanwhile(operation, () =>
        correctWorker(siti.workerId, { phone: '+6287000000009' }, by, world, settings),
      );
      expect(await confirm(world)).toBe(0);
      expect(money(world)).toEqual({ committed: 0, spent: 0 });
      expect(await confirm(world)).toBe(1);
      expect(world.state.outbox).toMatchObject([{ phone: '+6287000000009' }]);
    },
  );

  it.each(['payments.get', 'pace.take', 'slices.book', 'reminders.write'])(
    'a payment that is reversed right before %s is confirmed to nobody',
    async (operation) => {
      const { world, meanwhile } = await paidAt('09:00');
      meanwhile(operation, () => takeBack(key, why, world, settings));
      await confirm(world);
      await confirm(world);
      expect([world.state.outbox, pending(world)]).toEqual([[], 0]);
    },
  );
});

describe('many', () => {
  const workers = workersNamed(25, { group: 'Koperasi Ojek' });

  async function allPaid(facts: Parameters<typeof aStage>[0] = {}) {
    const stage = aStage({ workers, now: inJakarta('09:00'), ...facts });
    for (const worker of workers) await pay(stage.world, `P-${worker.workerId}`, worker);
    return stage;
  }

  it('are told in one round', async () => {
    const { world } = await allPaid();
    expect(await confirm(world)).toBe(25);
    expect([new Set(outcomes(world)), pending(world)]).toEqual([new Set(['sent']), 0]);
  });

  it('are told no faster than the carrier takes them', async () => {
    const { world } = await allPaid();
    expect(await confirm(world, undefined, { ...settings, smsPartsPerSecond: 10 })).toBe(25);
    expect([...world.state.pace.values()]).toEqual([10, 10, 5]);
  });

  it('are told as far as the month’s budget goes', async () => {
    const { world } = await allPaid({ plan: planWith({ monthlyBudgetRupiah: 12 * 2_640 + 1 }) });
    expect(await confirm(world)).toBe(12);
    expect(outcomes(world).filter((outcome) => outcome === 'skipped: budget')).toHaveLength(13);
    expect(money(world)).toEqual({ committed: 12 * 2_640, spent: 12 * 2_640 });
  });

  it('are told by two rounds at once, each once', async () => {
    const { world } = await allPaid();
    const texts = await Promise.all([confirm(world), confirm(world)]);
    expect(texts[0] + texts[1]).toBe(25);
    expect(new Set(world.state.outbox.map(({ phone }) => phone)).size).toBe(25);
    expect(money(world)).toEqual({ committed: 25 * 2_640, spent: 25 * 2_640 });
  });

  it('stop after 45 seconds, and go on in the next round', async () => {
    const { world, meanwhile } = await allPaid();
    meanwhile('confirmations.pending', () => later(world, 30), 2);
    expect(await confirm(world)).toBe(10);
    expect(await confirm(world)).toBe(15);
  });
});

describe('when SNS', () => {
  it('says later, the claim is taken back and the round ends; the next one sends', async () => {
    const { world } = await paidAt('09:00');
    world.state.answers.push({ status: 'try-later' });
    expect(await confirm(world)).toBe(0);
    expect([outcomes(world), pending(world), world.state.counted.get('held-back')]).toEqual([
      [],
      1,
      1,
    ]);
    expect(money(world)).toEqual({ committed: 0, spent: 0 });
    expect(await confirm(world)).toBe(1);
  });

  it('refuses, nothing was spent, and nobody tries again', async () => {
    const { world } = await paidAt('09:00');
    world.state.answers.push({ status: 'refused' });
    await confirm(world);
    expect([paidRow(world), pending(world), money(world)]).toEqual([
      'failed: made up: refused',
      0,
      { committed: 0, spent: 0 },
    ]);
  });

  it('does not answer, it is unknown and never sent again', async () => {
    const { world } = await paidAt('09:00');
    world.state.answers.push({ status: 'unknown', left: true });
    await confirm(world);
    await confirm(world);
    expect([paidRow(world), pending(world), world.state.outbox.length]).toEqual([
      'unknown: made up: unknown',
      0,
      1,
    ]);
    expect(money(world)).toEqual({ committed: 2_640, spent: 2_640 });
  });
});

describe('a row that a dead holder left claimed', () => {
  async function died() {
    const stage = await paidAt('09:00');
    stage.meanwhile('sms.send', () => {
      throw new Error('killed');
    });
    await expect(confirm(stage.world)).rejects.toThrow('killed');
    expect([paidRow(stage.world), pending(stage.world)]).toEqual(['claimed', 1]);
    return stage;
  }

  it('is left to its holder for two minutes', async () => {
    const { world } = await died();
    later(world, 119);
    await confirm(world);
    expect([paidRow(world), pending(world)]).toEqual(['claimed', 1]);
  });

  it('is unknown after that, and its money stays committed', async () => {
    const { world } = await died();
    later(world, 120);
    expect(await confirm(world)).toBe(0);
    expect([paidRow(world), pending(world)]).toEqual(['unknown: sender-stopped', 0]);
    expect(money(world)).toEqual({ committed: 2_640, spent: 0 });
    expect(world.state.outbox).toEqual([]);
  });
});

it('one payment that cannot be read holds up no other', async () => {
  const other = aWorker({ ...siti, workerId: 'wrk_00000000000000000001', phone: '+6287000000001' });
  const { world } = await paidAt('09:00', { workers: [siti, other] });
  await pay(world, 'P-2', other);
  const { get } = world.payments;
  Object.assign(world.payments, {
    get: (channel: string, reference: string) =>
      reference === 'P-1'
        ? Promise.reject(new Error('The row is not that of a payment'))
        : get(channel, reference),
  });
  expect(await confirm(world)).toBe(1);
  expect([paidRow(world, other), pending(world)]).toEqual(['sent', 1]);
});

import { describe, expect, it } from 'vitest';
import { recordPayment } from '#flows/payments/record-payment';
import { measureSilences } from '#flows/sending/watching/measure-silences';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { sliceAt } from '#local/memory/state';
import { aWorker } from '../../../builders.ts';
import { aMorning, aStage, edit, paymentOf, theSlice, workOff } from '../given.ts';
import { settings } from '../settings.ts';

/** In Jakarta; Wednesday 11 November 2026 where no other day is given. */
const at = (time: string, date = '2026-11-11'): string =>
  new Date(`${date}T${time}:00+07:00`).toISOString();

/** What is counted at this moment, apart from nothing. */
async function countedAt(memory: InMemoryPorts, now: string): Promise<object> {
  memory.state.now = now;
  memory.state.counted.clear();
  await measureSilences(memory, settings);
  return Object.fromEntries([...memory.state.counted].filter(([, value]) => value > 0));
}

describe('a day on which workers are due', () => {
  const nobody = { 'due-unsent': 1 };

  it('and no sender starts is told of when its window is over, until it is made up for', async () => {
    const { memory } = await aMorning();
    expect(await countedAt(memory, at('19:59'))).toEqual({});
    expect(await countedAt(memory, at('20:00'))).toEqual(nobody);
    expect(await countedAt(memory, at('07:00', '2026-11-12'))).toEqual(nobody);
    memory.state.now = at('08:15', '2026-11-12');
    await workOff(memory);
    expect(await countedAt(memory, at('08:15', '2026-11-12'))).toEqual({});
  });

  it('and all are texted is silent', async () => {
    const { memory } = await aMorning();
    await workOff(memory);
    expect(await countedAt(memory, at('20:15'))).toEqual({});
  });

  it('is silent where everybody was skipped for a reason', async () => {
    const { memory } = await aMorning({ workers: [aWorker({ phone: null })] });
    await workOff(memory);
    expect(await countedAt(memory, at('20:15'))).toEqual({});
  });

  it('is silent while the plan is paused', async () => {
    const { memory } = await aMorning();
    edit(memory, { paused: true });
    expect(await countedAt(memory, at('20:15'))).toEqual({});
  });

  it('in name only, since nobody owes the month, is silent', async () => {
    const { memory } = await aMorning({ workers: [] });
    expect(theSlice(memory).state).toBe('open');
    expect(await countedAt(memory, at('20:15'))).toEqual({});
  });

  it('is told of where the last of them is in the hands of a sender that died', async () => {
    const { memory } = await aMorning({ workers: [] });
    const { workerId } = aWorker();
    await memory.slices.save({ ...theSlice(memory), cursor: workerId, inFlight: [workerId] });
    expect(await countedAt(memory, at('20:15'))).toEqual(nobody);
  });

  it('is silent where payments are to be confirmed to others of that month', async () => {
    const { memory } = await aMorning();
    await workOff(memory);
    const reminding = theSlice(memory);
    await memory.slices.open([
      { ...reminding, step: 'paid', state: 'open', cursor: null, counts: {} },
    ]);
    memory.state.slices.delete(sliceAt(reminding));
    expect(await countedAt(memory, at('20:15'))).toEqual({});
  });

  it('counts one for each zone', async () => {
    const papua = aWorker({ workerId: 'wrk_00000000000000000001', province: 'Papua' });
    const { memory } = await aMorning({ workers: [aWorker(), papua] });
    await memory.slices.open([{ ...theSlice(memory), zone: 'Asia/Jayapura' }]);
    expect(await countedAt(memory, at('20:15'))).toEqual({ 'due-unsent': 2 });
  });
});

describe('payments', () => {
  /** Eight in the morning of each of these days, on working days in four weeks. */
  function paying(memory: InMemoryPorts, days: readonly string[]): void {
    for (const day of days)
      for (let index = 0; index < 8; index++) {
        const reference = `P-${day}-${index}`;
        memory.state.payments.set(`bank#${reference}`, {
          ...paymentOf({ reference, paidAt: at('09:00', day) }),
          ...{ workerId: null, recordedAt: at(`09:0${index}`, day), status: 'unmatched' },
          ...{ matched: null, reversed: null, bought: [], linked: null, price: 0 },
          ...{ coveredBefore: null, flags: [] },
        });
      }
  }
  const october = [14, 15, 16, 19, 20, 21, 22, 23, 26, 27, 28, 29, 30].map(
    (day) => `2026-10-${day}`,
  );
  const november = ['02', '03', '04', '05', '06', '09', '10'].map((day) => `2026-11-${day}`);

  it('that come every working morning and do not today are told of at noon, not at night', async () => {
    const { memory } = aStage({ workers: [] });
    paying(memory, [...october, ...november]);
    expect(await countedAt(memory, at('11:45'))).toEqual({});
    expect(await countedAt(memory, at('12:00'))).toEqual({ 'payments-silent': 1 });
    expect(await countedAt(memory, at('20:00'))).toEqual({});
    expect(await countedAt(memory, at('12:00', '2026-11-14'))).toEqual({});
  });

  it('are not missed in hours that never brought any: the evening of a file a day', async () => {
    const { memory } = aStage({ workers: [] });
    paying(memory, [...october, ...november, '2026-11-11']);
    expect(await countedAt(memory, at('14:00'))).toEqual({});
  });

  it('are not missed where none has ever come in', async () => {
    const { memory } = aStage({ workers: [] });
    expect(await countedAt(memory, at('15:00'))).toEqual({});
  });

  it('that stay away for a third working day are still told of', async () => {
    const { memory } = aStage({ workers: [] });
    paying(memory, [...october, ...november.slice(0, -2)]);
    expect(await countedAt(memory, at('12:00'))).toEqual({ 'payments-silent': 1 });
  });
});

describe('delivery receipts', () => {
  it('are missed six hours after texts left, until one comes', async () => {
    const { memory } = aStage({ workers: [] });
    await memory.receipts.textsLeft(5, at('09:00'));
    expect(await countedAt(memory, at('14:45'))).toEqual({});
    expect(await countedAt(memory, at('15:00'))).toEqual({ 'receipts-silent': 1 });
    await memory.receipts.receiptCame(at('15:10'));
    expect(await countedAt(memory, at('15:15'))).toEqual({});
  });
});

describe('a confirmation', () => {
  it('is told of by how long it might have left', async () => {
    const group = aWorker({ group: 'Paguyuban Batik Laweyan' });
    const { memory } = aStage({ workers: [group], now: at('21:00', '2026-11-10') });
    await recordPayment(paymentOf({ paidAt: memory.state.now }), group.workerId, memory, settings);
    expect(await countedAt(memory, at('07:45'))).toEqual({});
    expect(await countedAt(memory, at('10:00'))).toEqual({ 'confirmations-late': 120 });
  });
});

it('before the first plan there is nothing to miss', async () => {
  const { memory } = aStage();
  memory.state.plans.length = 0;
  expect(await countedAt(memory, at('15:00'))).toEqual({});
});

import { describe, expect, it } from 'vitest';
import { addSeconds } from '#domain/calendar/dates';
import type { Worker } from '#domain/people/worker';
import type { DeliveryReceipt } from '#domain/sending/delivery';
import { recordPayment } from '#flows/payments/record-payment';
import { correctWorker } from '#flows/people/change-worker';
import { planRun } from '#flows/sending/plan-run';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { by, nine, outcomeOf, paymentOf, texted, workersNamed, workOff } from '../given.ts';
import { settings } from '../settings.ts';
import { failures, invalid, off, record, siti, texts } from './receipts.ts';

describe('a number', () => {
  /** The next reminder of the same workers, three days later. */
  async function eve(memory: InMemoryPorts) {
    memory.state.now = '2026-11-14T02:00:00.000Z';
    await planRun(
      { zone: 'Asia/Jakarta', time: '09:00', scheduledAt: memory.state.now },
      memory,
      settings,
    );
    await workOff(memory);
  }
  const twice = async (workers?: readonly Worker[]) => {
    const { memory } = await texts(workers);
    for (const worker of memory.state.workers.values())
      memory.state.workers.set(worker.workerId, { ...worker, phoneFailures: 1 });
    await record(memory, invalid);
    return memory;
  };

  it('that failed for good twice in a row is not tried again', async () => {
    const memory = await twice();
    expect(failures(memory)).toBe(2);
    await eve(memory);
    expect(outcomeOf(memory, siti, 'eve')).toBe('skipped: dead-number');
    expect(texted(memory)).toBe(1);
  });

  it('that was corrected is texted again', async () => {
    const memory = await twice();
    await correctWorker(siti.workerId, { phone: '+6287000000777' }, by, memory, settings);
    expect(failures(memory)).toBe(0);
    await eve(memory);
    expect(outcomeOf(memory, siti, 'eve')).toBe('sent');
    expect(texted(memory, '+6287000000777')).toBe(1);
  });

  it('stays dead where something else is corrected', async () => {
    const memory = await twice();
    await correctWorker(
      siti.workerId,
      { name: 'Siti A.', phone: siti.phone },
      by,
      memory,
      settings,
    );
    expect(failures(memory)).toBe(2);
  });

  it.each<[string, readonly Partial<DeliveryReceipt>[], number]>([
    ['failed once', [invalid], 1],
    ['failed once, told three times', [invalid, invalid, invalid], 1],
    ['was switched off', [off], 0],
    ['got its text', [{}], 0],
    ['failed, and the text arrived all the same', [invalid, { at: addSeconds(nine, 9) }], 0],
  ])('that %s', async (_, receipts, count) => {
    const { memory } = await texts();
    await record(memory, ...receipts);
    await record(memory, ...receipts);
    expect(failures(memory)).toBe(count);
  });

  it('that is shared is dead for all of them, and alive again for all', async () => {
    const family = workersNamed(3, { phone: siti.phone });
    const memory = await twice(family);
    expect(family.map((worker) => failures(memory, worker))).toEqual([2, 2, 2]);
    await record(memory, { messageId: 'msg_3', at: addSeconds(nine, 60) });
    expect(family.map((worker) => failures(memory, worker))).toEqual([0, 0, 0]);
  });

  it('is not blamed for an old failure that is told after an arrival', async () => {
    const { memory } = await texts(workersNamed(2, { phone: siti.phone }));
    await record(memory, { messageId: 'msg_2', at: addSeconds(nine, 60) });
    await record(memory, { ...invalid, at: addSeconds(nine, 30) });
    expect(workersNamed(2).map((worker) => failures(memory, worker))).toEqual([0, 0]);
  });

  it('is judged anew where the worker is changed in the same moment', async () => {
    const { memory, meanwhile } = await texts();
    meanwhile('workers.replace', () => recordPayment(paymentOf(), siti.workerId, memory, settings));
    await record(memory, invalid);
    expect(memory.state.workers.get(siti.workerId)).toMatchObject({
      phoneFailures: 1,
      coveredThrough: '2026-11',
    });
  });

  it('is judged by receipts that come again after a crash, and once by each', async () => {
    const { memory } = await texts();
    const { replace } = memory.workers;
    memory.workers.replace = () => Promise.reject(new Error('the function was stopped'));
    await expect(record(memory, invalid)).rejects.toThrow('stopped');
    memory.workers.replace = replace;
    for (const _ of ['again', 'and again'])
      expect(await record(memory, invalid)).toMatchObject({ undelivered: 0, ignored: 1 });
    expect(failures(memory)).toBe(1);
  });

  it('is not cleared by an arrival that is told again after a failure', async () => {
    const { memory } = await texts(workersNamed(2, { phone: siti.phone }));
    const arrival = { messageId: 'msg_1', at: addSeconds(nine, 30) };
    await record(memory, arrival);
    await record(memory, { ...invalid, messageId: 'msg_2', at: addSeconds(nine, 60) });
    await record(memory, arrival);
    expect(workersNamed(2).map((worker) => failures(memory, worker))).toEqual([1, 1]);
  });

  it('that was corrected in the same moment is not blamed', async () => {
    const { memory, meanwhile } = await texts();
    meanwhile('workers.replace', () =>
      correctWorker(siti.workerId, { phone: '+6287000000777' }, by, memory, settings),
    );
    await record(memory, invalid);
    expect(memory.state.workers.get(siti.workerId)).toMatchObject({
      phoneFailures: 0,
      phone: '+6287000000777',
    });
  });
});

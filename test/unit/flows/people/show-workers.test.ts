import { describe, expect, it } from 'vitest';
import type { Worker } from '#domain/people/worker';
import { recordPayment } from '#flows/payments/record-payment';
import { correctWorker, stopTexts } from '#flows/people/change-worker';
import { showWorker } from '#flows/people/show-worker';
import { findWorkers } from '#flows/people/show-workers';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { aWorker } from '../../../builders.ts';
import { aMorning, aStage, by, later, paymentOf, workersNamed, workOff } from '../given.ts';
import { settings } from '../settings.ts';

const under = { ...settings, shards: 4 };

const siti = aWorker();

const knowing = (memory: InMemoryPorts) => ({ ...memory, identity: async () => memory.identity });

describe('looking for a worker', () => {
  const family: readonly Worker[] = workersNamed(3).map((each) => ({
    ...each,
    phone: '+6287000000042',
  }));

  it('by a phone that three share finds all three', async () => {
    const { memory } = aStage({
      workers: [...family, aWorker({ workerId: 'wrk_99999999999999999999' })],
    });
    const { items } = await findWorkers({ phone: '+6287000000042' }, knowing(memory), under);
    expect(items.map(({ workerId }) => workerId)).toEqual(family.map(({ workerId }) => workerId));
  });

  it.each([
    [{ nik: '0000000000000000' }, 1],
    [{ workerId: siti.workerId }, 1],
    [{ workerId: 'wrk_9' }, 0],
    [{ phone: '+6287099999999' }, 0],
  ])('by %j finds %d', async (sought, count) => {
    const { memory } = aStage();
    expect((await findWorkers(sought, knowing(memory), under)).items).toHaveLength(count);
  });

  const place = { province: 'Jawa Tengah' };
  const byName = async (name: string, more: object = {}, workers: readonly Worker[] = []) => {
    const { memory } = aStage({ workers });
    const found = await findWorkers({ name, ...place, ...more }, knowing(memory), under);
    return [found.items.map((worker) => worker.name), found.more];
  };

  it('by a name finds fifty, and says that there are more', async () => {
    const many = workersNamed(51).map((each) => ({ ...each, name: 'Wayan', ...place }));
    expect(await byName('wayan', {}, many)).toEqual([Array(50).fill('Wayan'), true]);
    expect(await byName('wayan', {}, many.slice(1))).toEqual([Array(50).fill('Wayan'), false]);
  });

  it('by a name and a group finds who is in one that begins so', async () => {
    const many = workersNamed(199).map((each) => ({ ...each, name: 'Wayan', ...place }));
    const [first, ...others] = many.map((each) => ({ ...each, group: 'Pasar Badung' }));
    const last = { ...aWorker({ workerId: 'wrk_ffffffffffffffffffff', ...place }), name: 'Wayan' };
    const workers = [{ ...last, group: 'Ojol Kuta' }, ...(first ? [first] : []), ...others];
    expect(await byName('Wayan', { group: 'OJOL' }, workers)).toEqual([['Wayan'], false]);
    expect(await byName('Wayan', { group: 'Kuta' }, workers)).toEqual([[], false]);
    expect((await byName('Wayan', { group: 'pasar' }, workers))[1]).toBe(true);
  });

  it('shows what is owed today on their own calendar', async () => {
    const { memory } = aStage({
      now: '2026-11-16T16:00:00.000Z',
      workers: [aWorker({ province: 'Papua' })],
    });
    const { items } = await findWorkers({ workerId: siti.workerId }, knowing(memory), under);
    const [found] = items;
    expect(found).toMatchObject({
      zone: 'Asia/Jayapura',
      coverage: 'arrears',
      dueOn: '2026-11-16',
      lapsesOn: '2027-02-01',
      heldOut: false,
    });
    expect(found).toMatchObject({ owed: { amount: 8_400, months: ['2026-11'] } });
    expect(Object.keys(found ?? {})).not.toContain('rev');
  });
});

describe('a timeline', () => {
  it('shows reminders, payments and changes, newest first, without internal fields', async () => {
    const { memory } = await aMorning();
    await workOff(memory);
    later(memory, 60);
    await recordPayment(paymentOf({ paidAt: memory.state.now }), siti.workerId, memory, under);
    later(memory, 60);
    await stopTexts(siti.workerId, null, by, memory);
    later(memory, 60);
    await correctWorker(
      siti.workerId,
      { language: 'jv' },
      { ...by, requestId: 'request-2' },
      memory,
      settings,
    );
    const { worker, timeline } = await showWorker(siti.workerId, memory, under);
    expect(worker).toMatchObject({
      coveredThrough: '2026-11',
      language: 'jv',
      stopped: { until: null },
    });
    expect(timeline.map(({ kind }) => kind)).toEqual(['change', 'change', 'payment', 'reminder']);
    expect(timeline.at(-1)).toMatchObject({ kind: 'reminder', status: 'sent', step: 'before' });
    expect(JSON.stringify(timeline)).not.toMatch(/claimId|request-/);
  });

  it('shows the words of a text as they left, though its worker has paid and was corrected', async () => {
    const { memory } = await aMorning();
    await workOff(memory);
    const [left] = memory.state.outbox;
    const shown = async () => {
      const { timeline } = await showWorker(siti.workerId, memory, under);
      return timeline.flatMap((entry) => (entry.kind === 'reminder' ? [entry.text] : []));
    };
    await recordPayment(paymentOf({ paidAt: memory.state.now }), siti.workerId, memory, under);
    await correctWorker(siti.workerId, { language: 'jv' }, by, memory, settings);
    expect(await shown()).toEqual([{ text: left?.text, isAsSent: true }]);
    await correctWorker(siti.workerId, { name: 'Siti Rahma' }, by, memory, settings);
    expect(await shown()).toEqual([
      { text: left?.text.replace('Siti Aminah', 'Siti Rahma'), isAsSent: false },
    ]);
  });

  it('of somebody nobody knows says how to look', async () => {
    const { memory } = aStage();
    await expect(showWorker('wrk_9', memory, under)).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('NIK'),
    });
  });
});

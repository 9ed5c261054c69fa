import { describe, expect, it } from 'vitest';
import { secondsBetween } from '#domain/calendar/dates';
import { retryRun } from '#flows/sending/show-runs';
import { watch } from '#flows/sending/watching/watchdog';
import { aWorker } from '../../../builders.ts';
import {
  aMorning,
  edit,
  later,
  nine,
  outcomeOf,
  outcomes,
  planWith,
  texted,
  theSlice,
  workersNamed,
  workOff,
} from '../given.ts';
import { settings } from '../settings.ts';

const thirty = workersNamed(30);
/** 20:00 in Jakarta on Thursday the 12th: the last window of what belongs to the 11th is over. */
const closing = '2026-11-12T13:00:00.000Z';
const released = { state: 'open', holder: null, leaseUntil: null, inFlight: [], reserved: 0 };

describe('a turn', () => {
  it('ends after 60 seconds, gives the slice back and queues it again', async () => {
    const { memory, meanwhile } = await aMorning({ workers: workersNamed(150) });
    meanwhile('rateLimit.take', () => later(memory, 7), 9);
    expect((await workOff(memory))[0]).toBe('out-of-time');
    expect(memory.state.outbox).toHaveLength(150);
    expect(new Set(memory.state.outbox.map(({ phone }) => phone)).size).toBe(150);
  });

  it('that ran out of time leaves nothing in flight and nothing reserved', async () => {
    const { memory, meanwhile } = await aMorning({ workers: thirty });
    meanwhile('plans.current', () => undefined);
    meanwhile('plans.current', () => later(memory, 60));
    memory.queue.put = async () => undefined;
    expect(await workOff(memory)).toEqual(['out-of-time']);
    expect(theSlice(memory)).toMatchObject({
      ...released,
      cursor: thirty[9]?.workerId,
      counts: { sent: 10 },
    });
  });

  it('that loses its lease writes nothing any more', async () => {
    const { memory, meanwhile } = await aMorning({ workers: thirty });
    meanwhile('workers.owing', () =>
      memory.slices.save({ ...theSlice(memory), holder: 'somebody-else' }),
    );
    expect(await workOff(memory)).toEqual(['not-mine']);
    expect([outcomes(memory), memory.state.outbox, theSlice(memory).holder]).toEqual([
      [],
      [],
      'somebody-else',
    ]);
  });

  it('of a slice that is done or held by somebody who lives does nothing', async () => {
    const { memory } = await aMorning();
    const [message] = memory.state.queued;
    await workOff(memory);
    if (message) memory.state.queued.push(message, message);
    expect(await workOff(memory)).toEqual(['not-mine', 'not-mine']);
    expect(texted(memory)).toBe(1);
  });
});

describe('a text leaves within five seconds of its look', () => {
  it.each([
    ['before the claim', 'slices.save', 2],
    ['before the text', 'reminders.write', 1],
  ])('and a holder who was slow %s looks again', async (_, operation, times) => {
    const { memory, meanwhile } = await aMorning();
    meanwhile(operation, () => undefined, times - 1);
    meanwhile(operation, () => later(memory, 6));
    const { readFresh } = memory.reminders;
    let readAt = '';
    memory.reminders.readFresh = (...given) => {
      readAt = memory.state.now;
      return readFresh(...given);
    };
    expect(await workOff(memory)).toEqual(['finished']);
    const [text] = memory.state.outbox;
    expect(secondsBetween(readAt, text?.at ?? '')).toBeLessThan(5);
    expect(memory.state.outbox).toHaveLength(1);
  });
});

describe('the kill switch', () => {
  it('is felt within ten texts', async () => {
    const { memory, meanwhile } = await aMorning({ workers: thirty });
    meanwhile('sms.send', () => edit(memory, { paused: true }));
    expect(await workOff(memory)).toEqual(['not-now']);
    expect(memory.state.outbox).toHaveLength(10);
    expect(theSlice(memory)).toMatchObject(released);
  });

  it('writes rows for none, so that all go on when texts may leave again', async () => {
    const { memory } = await aMorning({ workers: thirty });
    edit(memory, { paused: true });
    expect(await workOff(memory)).toEqual(['not-now']);
    expect(outcomes(memory)).toEqual([]);
    later(memory, 3_600);
    edit(memory, { paused: false });
    await watch(memory, settings);
    await workOff(memory);
    expect(theSlice(memory).counts).toEqual({ sent: 30 });
  });
});

describe('quiet hours', () => {
  it('that begin during a run stop it within ten texts; the rest follow next morning', async () => {
    const { memory, meanwhile } = await aMorning({ workers: thirty });
    memory.state.now = '2026-11-11T12:59:59.000Z';
    meanwhile('plans.current', () => undefined);
    meanwhile('plans.current', () => later(memory, 1));
    expect(await workOff(memory)).toEqual(['not-now']);
    expect(memory.state.outbox).toHaveLength(10);
    memory.state.now = '2026-11-12T01:00:00.000Z';
    await watch(memory, settings);
    await workOff(memory);
    expect(theSlice(memory).counts).toEqual({ sent: 30 });
    expect(memory.state.outbox.slice(10).every(({ at }) => at >= '2026-11-12T01:00:00.000Z')).toBe(
      true,
    );
  });

  it('are no moment for a text that began to wait before them', async () => {
    const { memory } = await aMorning({ workers: thirty });
    memory.state.now = '2026-11-11T12:59:59.500Z';
    expect(await workOff(memory, { ...settings, smsPartsPerSecond: 10 })).toEqual(['not-now']);
    expect(memory.state.outbox.map(({ at }) => at.slice(17))).toEqual([
      '59.700Z',
      '59.800Z',
      '59.900Z',
    ]);
    expect(theSlice(memory)).toMatchObject({ holder: null, reserved: 0, counts: { sent: 3 } });
  });

  it.each([
    ['at 07:59', '2026-11-12T00:59:59.000Z', 'not-now'],
    ['at 08:00', '2026-11-12T01:00:00.000Z', 'finished'],
    ['at 19:59', '2026-11-11T12:59:59.000Z', 'finished'],
    ['at 20:00', '2026-11-11T13:00:00.000Z', 'not-now'],
  ])('%s of the worker’s own clock', async (_, now, end) => {
    const { memory } = await aMorning();
    memory.state.now = now;
    expect(await workOff(memory)).toEqual([end]);
    expect(texted(memory)).toBe(end === 'finished' ? 1 : 0);
  });

  it('last all Sunday', async () => {
    const { memory } = await aMorning({ plan: planWith({ catchUpDays: 7 }) });
    memory.state.now = '2026-11-15T05:00:00.000Z';
    expect(await workOff(memory)).toEqual(['not-now']);
    expect(outcomeOf(memory)).toBeUndefined();
  });
});

describe('a provider who says later', () => {
  it('gets the text again five seconds later, and nobody has failed', async () => {
    const { memory } = await aMorning({ workers: workersNamed(12) });
    memory.state.answers.push({ status: 'sent' }, { status: 'try-later' }, { status: 'try-later' });
    expect(await workOff(memory)).toEqual(['try-later', 'finished']);
    expect(theSlice(memory).counts).toEqual({ sent: 12 });
    const seconds = memory.state.outbox.map(({ at }) => Math.floor(secondsBetween(nine, at)));
    expect(seconds).toEqual([...Array(8).fill(0), ...Array(4).fill(5)]);
    expect(memory.state.counted.get('held-back')).toBe(2);
    expect(memory.state.counted.get('failed')).toBe(0);
  });

  it('leaves no claim behind meanwhile', async () => {
    const { memory } = await aMorning();
    memory.state.answers.push({ status: 'try-later' });
    memory.queue.put = async () => undefined;
    await workOff(memory);
    expect([outcomes(memory), theSlice(memory)]).toMatchObject([
      [],
      { ...released, inFlight: [aWorker().workerId] },
    ]);
  });
});

describe('after the last window', () => {
  it('nobody is texted, and who was owed a row and has none was missed', async () => {
    const workers = thirty.map((worker, index) =>
      index === 29 ? { ...worker, phone: null } : worker,
    );
    const { memory, meanwhile } = await aMorning({ workers });
    meanwhile('plans.current', () => undefined, 2);
    meanwhile('plans.current', () => later(memory, 60));
    memory.queue.put = async () => undefined;
    const [message] = memory.state.queued;
    await workOff(memory);
    memory.state.now = closing;
    if (message) memory.state.queued.push(message);
    expect(await workOff(memory)).toEqual(['closed']);
    expect(memory.state.outbox).toHaveLength(20);
    expect(theSlice(memory)).toMatchObject({
      ...released,
      state: 'closed',
      counts: { sent: 20, missed: 9, skipped: { 'no-phone': 1 } },
    });
    expect(memory.state.counted.get('missed')).toBe(9);
    expect((await memory.attention.list('missed', null)).items).toMatchObject([{ count: 9 }]);
  });

  it('the row says where the plan was paused', async () => {
    const { memory } = await aMorning();
    edit(memory, { paused: true });
    memory.state.now = closing;
    expect(await workOff(memory)).toEqual(['closed']);
    expect(outcomeOf(memory)).toBe('missed: paused');
    // On purpose: nobody has to look into it, and no alarm rings.
    expect([
      (await memory.attention.list('missed', null)).items,
      memory.state.counted.get('missed'),
    ]).toEqual([[], 0]);
  });

  it('who has credit for it has paid, and was not missed', async () => {
    const { memory } = await aMorning({ workers: [aWorker({ credit: 8_400 })] });
    memory.state.now = closing;
    await workOff(memory);
    expect(outcomeOf(memory)).toBe('skipped: paid');
  });

  it('a finished slice is walked once more, for workers who moved onto a read page', async () => {
    const { memory } = await aMorning({ workers: [] });
    await workOff(memory);
    memory.state.workers.set(aWorker().workerId, aWorker());
    memory.state.now = closing;
    await watch(memory, settings);
    await workOff(memory);
    expect([outcomeOf(memory), theSlice(memory).state]).toEqual(['missed', 'closed']);
  });

  it('a slice that is closed stays closed, though somebody asks for it again', async () => {
    const { memory } = await aMorning();
    memory.state.now = closing;
    await workOff(memory);
    expect(await retryRun('run_WIB_2026-11-11_0900_before_2026-11', memory)).toBe(0);
    expect(outcomes(memory)).toEqual(['missed']);
  });
});

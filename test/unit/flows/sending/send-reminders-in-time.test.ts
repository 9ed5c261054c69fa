import { describe, expect, it } from 'vitest';
import { retryRun } from '#flows/sending/show-runs';
import { audit } from '#flows/sending/watchdog';
import type { World } from '#local/memory/in-memory-ports';
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
    const { world, meanwhile } = await aMorning({ workers: workersNamed(150) });
    meanwhile('pace.take', () => later(world, 7), 9);
    expect((await workOff(world))[0]).toBe('out-of-time');
    expect(world.state.outbox).toHaveLength(150);
    expect(new Set(world.state.outbox.map(({ phone }) => phone)).size).toBe(150);
  });

  it('that ran out of time leaves nothing in flight and nothing reserved', async () => {
    const { world, meanwhile } = await aMorning({ workers: thirty });
    meanwhile('plans.current', () => undefined);
    meanwhile('plans.current', () => later(world, 60));
    world.queue.put = async () => undefined;
    expect(await workOff(world)).toEqual(['out-of-time']);
    expect(theSlice(world)).toMatchObject({
      ...released,
      cursor: thirty[9]?.workerId,
      counts: { sent: 10 },
    });
  });

  it('that loses its lease writes nothing any more', async () => {
    const { world, meanwhile } = await aMorning({ workers: thirty });
    meanwhile('workers.owing', () =>
      world.slices.save({ ...theSlice(world), holder: 'somebody-else' }),
    );
    expect(await workOff(world)).toEqual(['not-mine']);
    expect([outcomes(world), world.state.outbox, theSlice(world).holder]).toEqual([
      [],
      [],
      'somebody-else',
    ]);
  });

  it('of a slice that is done or held by somebody who lives does nothing', async () => {
    const { world } = await aMorning();
    const [message] = world.state.queued;
    await workOff(world);
    if (message) world.state.queued.push(message, message);
    expect(await workOff(world)).toEqual(['not-mine', 'not-mine']);
    expect(texted(world)).toBe(1);
  });
});

describe('a text leaves within five seconds of its look', () => {
  it.each([
    ['before the claim', 'slices.save', 2],
    ['before the text', 'reminders.write', 1],
  ])('and a holder who was slow %s looks again', async (_, operation, times) => {
    const { world, meanwhile } = await aMorning();
    meanwhile(operation, () => undefined, times - 1);
    meanwhile(operation, () => later(world, 6));
    const { look } = world.reminders;
    let lookedAt = '';
    world.reminders.look = (...given) => {
      lookedAt = world.state.now;
      return look(...given);
    };
    expect(await workOff(world)).toEqual(['finished']);
    expect(world.state.outbox).toMatchObject([{ at: lookedAt }]);
  });
});

describe('the kill switch', () => {
  it('is felt within ten texts', async () => {
    const { world, meanwhile } = await aMorning({ workers: thirty });
    meanwhile('sms.send', () => edit(world, { paused: true }));
    expect(await workOff(world)).toEqual(['not-now']);
    expect(world.state.outbox).toHaveLength(10);
    expect(theSlice(world)).toMatchObject(released);
  });

  it('writes rows for none, so that all go on when texts may leave again', async () => {
    const { world } = await aMorning({ workers: thirty });
    edit(world, { paused: true });
    expect(await workOff(world)).toEqual(['not-now']);
    expect(outcomes(world)).toEqual([]);
    later(world, 3_600);
    edit(world, { paused: false });
    await audit(world, settings);
    await workOff(world);
    expect(theSlice(world).counts).toEqual({ sent: 30 });
  });
});

describe('quiet hours', () => {
  it('that begin in the middle of a run are felt within ten texts, and the next morning the others get theirs', async () => {
    const { world, meanwhile } = await aMorning({ workers: thirty });
    world.state.now = '2026-11-11T12:59:59.000Z';
    meanwhile('sms.send', () => later(world, 1));
    expect(await workOff(world)).toEqual(['not-now']);
    expect(world.state.outbox).toHaveLength(10);
    world.state.now = '2026-11-12T01:00:00.000Z';
    await audit(world, settings);
    await workOff(world);
    expect(theSlice(world).counts).toEqual({ sent: 30 });
    expect(world.state.outbox.slice(10).every(({ at }) => at >= '2026-11-12T01:00:00.000Z')).toBe(
      true,
    );
  });

  it.each([
    ['at 07:59', '2026-11-12T00:59:59.000Z', 'not-now'],
    ['at 08:00', '2026-11-12T01:00:00.000Z', 'finished'],
    ['at 19:59', '2026-11-11T12:59:59.000Z', 'finished'],
    ['at 20:00', '2026-11-11T13:00:00.000Z', 'not-now'],
  ])('%s of the worker’s own clock', async (_, now, end) => {
    const { world } = await aMorning();
    world.state.now = now;
    expect(await workOff(world)).toEqual([end]);
    expect(texted(world)).toBe(end === 'finished' ? 1 : 0);
  });

  it('last all Sunday', async () => {
    const { world } = await aMorning({ plan: planWith({ catchUpDays: 7 }) });
    world.state.now = '2026-11-15T05:00:00.000Z';
    expect(await workOff(world)).toEqual(['not-now']);
    expect(outcomeOf(world)).toBeUndefined();
  });
});

describe('a provider who says later', () => {
  it('gets the text again five seconds later, and nobody has failed', async () => {
    const { world } = await aMorning({ workers: workersNamed(12) });
    world.state.answers.push({ status: 'sent' }, { status: 'try-later' }, { status: 'try-later' });
    expect(await workOff(world)).toEqual(['try-later', 'finished']);
    expect(theSlice(world).counts).toEqual({ sent: 12 });
    expect(world.state.outbox.map(({ at }) => (Date.parse(at) - Date.parse(nine)) / 1_000)).toEqual(
      [...Array(8).fill(0), ...Array(4).fill(5)],
    );
    expect(world.state.counted.get('held-back')).toBe(2);
    expect(world.state.counted.get('failed')).toBe(0);
  });

  it('leaves no claim behind meanwhile', async () => {
    const { world } = await aMorning();
    world.state.answers.push({ status: 'try-later' });
    world.queue.put = async () => undefined;
    await workOff(world);
    expect([outcomes(world), theSlice(world)]).toMatchObject([
      [],
      { ...released, inFlight: [aWorker().workerId] },
    ]);
  });
});

describe('the pace', () => {
  const perSecond = ({ state }: World): number =>
    Math.max(
      ...[...Map.groupBy(state.outbox, ({ at }) => at.slice(0, 19)).values()].map(
        (texts) => texts.length,
      ),
    );

  it.each([1, 7, 10, 25])('of %d parts a second is never exceeded', async (smsPartsPerSecond) => {
    const { world } = await aMorning({ workers: workersNamed(48) });
    await workOff(world, { ...settings, smsPartsPerSecond });
    expect(world.state.outbox).toHaveLength(48);
    expect(perSecond(world)).toBe(
      Math.min(10, smsPartsPerSecond) * (smsPartsPerSecond === 25 ? 2 : 1),
    );
  });

  it('is kept by four slices together', async () => {
    const { world } = await aMorning({ workers: workersNamed(48), shards: 4 });
    const under = { ...settings, shards: 4, smsPartsPerSecond: 7 };
    await Promise.all([1, 2, 3, 4].map(() => workOff(world, under)));
    expect(world.state.outbox).toHaveLength(48);
    expect(Math.max(...world.state.pace.values())).toBe(7);
  });

  it('counts parts, not texts', async () => {
    const { world } = await aMorning({
      workers: workersNamed(20),
      plan: planWith({ step: { maxParts: 2, texts: { id: 'x'.repeat(200) } } }),
    });
    await workOff(world, { ...settings, smsPartsPerSecond: 8 });
    expect(perSecond(world)).toBe(4);
  });
});

describe('after the last window', () => {
  it('nobody is texted, and who was owed a row and has none was missed', async () => {
    const workers = thirty.map((worker, index) =>
      index === 29 ? { ...worker, phone: null } : worker,
    );
    const { world, meanwhile } = await aMorning({ workers });
    meanwhile('plans.current', () => undefined, 2);
    meanwhile('plans.current', () => later(world, 60));
    world.queue.put = async () => undefined;
    const [message] = world.state.queued;
    await workOff(world);
    world.state.now = closing;
    if (message) world.state.queued.push(message);
    expect(await workOff(world)).toEqual(['closed']);
    expect(world.state.outbox).toHaveLength(20);
    expect(theSlice(world)).toMatchObject({
      ...released,
      state: 'closed',
      counts: { sent: 20, missed: 9, skipped: { 'no-phone': 1 } },
    });
    expect(world.state.counted.get('missed')).toBe(9);
    expect((await world.attention.list('missed', null)).items).toHaveLength(9);
  });

  it('the row says where the plan was paused', async () => {
    const { world } = await aMorning();
    edit(world, { paused: true });
    world.state.now = closing;
    expect(await workOff(world)).toEqual(['closed']);
    expect(outcomeOf(world)).toBe('missed: paused');
    // On purpose: nobody has to look into it, and no alarm rings.
    expect([
      (await world.attention.list('missed', null)).items,
      world.state.counted.get('missed'),
    ]).toEqual([[], 0]);
  });

  it('who has credit for it has paid, and was not missed', async () => {
    const { world } = await aMorning({ workers: [aWorker({ credit: 8_400 })] });
    world.state.now = closing;
    await workOff(world);
    expect(outcomeOf(world)).toBe('skipped: paid');
  });

  it('a slice that was finished is walked once more, for who came onto a page that had been read', async () => {
    const { world } = await aMorning({ workers: [] });
    await workOff(world);
    world.state.workers.set(aWorker().workerId, aWorker());
    world.state.now = closing;
    await audit(world, settings);
    await workOff(world);
    expect([outcomeOf(world), theSlice(world).state]).toEqual(['missed', 'closed']);
  });

  it('a slice that is closed stays closed, though somebody asks for it again', async () => {
    const { world } = await aMorning();
    world.state.now = closing;
    await workOff(world);
    expect(await retryRun('run_WIB_2026-11-11_0900_before_2026-11', world)).toBe(0);
    expect(outcomes(world)).toEqual(['missed']);
  });
});

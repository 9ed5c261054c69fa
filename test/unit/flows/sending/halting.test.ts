import { describe, expect, it } from 'vitest';
import type { Zone } from '#domain/calendar/zones';
import type { Worker } from '#domain/people/worker';
import { planRun } from '#flows/sending/plan-run';
import { sendReminders } from '#flows/sending/send-reminders';
import { haltedSteps } from '#flows/sending/trial/halted-steps';
import { watch } from '#flows/sending/watching/watchdog';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { aMorning, edit, later, nine, outcomes, planWith, workersNamed } from '../given.ts';
import {
  bad,
  expectNoneTwice,
  morning,
  release,
  settings,
  tally,
  today,
  work,
} from './halting-given.ts';

describe('the first fifty texts of a step on a day', () => {
  it('go out, and where all is well the rest follows by itself', async () => {
    const { memory } = await morning(400, [...bad(2)]);
    await work(memory);
    expect(tally(memory)).toEqual({ 'failed: made up: refused': 2, sent: 398 });
    expect(memory.state.counted.get('halted')).toBeUndefined();
    expectNoneTwice(memory);
  });

  it.each([
    ['refused', { status: 'refused' }, { 'failed: made up: refused': 3, sent: 47 }],
    ['unknown', { status: 'unknown', left: true }, { 'unknown: made up: unknown': 3, sent: 47 }],
  ] as const)('three of which are %s halt the step', async (_, answer, became) => {
    const { memory } = await morning(400, bad(3, answer));
    const ends = await work(memory);
    expect(tally(memory)).toEqual(became);
    expect(new Set(ends)).toEqual(new Set(['halted']));
    expect(memory.state.counted.get('halted')).toBeGreaterThan(0);
    expect(memory.state.queued).toEqual([]);
  });

  it('halt the step where they fit into no text', async () => {
    const { memory } = await morning(400);
    const long = 'Yth. {name}. '.repeat(30);
    memory.state.plans[0] = {
      savedAt: '2026-10-01T00:00:00.000Z',
      savedBy: 'deployment',
      plan: planWith({ step: { texts: { id: long }, priceChangeTexts: undefined } }),
    };
    await work(memory);
    expect(outcomes(memory)).toHaveLength(50);
    expect(memory.state.outbox).toEqual([]);
    expect(memory.state.counted.get('halted')).toBeGreaterThan(0);
  });

  it('are no trial where there are fewer that day', async () => {
    const { memory } = await morning(49, bad(49));
    expect(new Set(await work(memory))).toEqual(new Set(['finished']));
    expect(tally(memory)).toEqual({ 'failed: made up: refused': 49 });
  });

  it('halt nothing where nobody is left', async () => {
    const { memory } = await morning(50, bad(3));
    expect(new Set(await work(memory))).toEqual(new Set(['finished']));
    expect(memory.state.counted.get('halted')).toBeUndefined();
    expect(await haltedSteps('2026-11-11', memory)).toEqual([]);
  });

  it('do not count who gets none', async () => {
    const half = workersNamed(400, { stopped: { until: null } }).map((worker, index) =>
      index % 2 === 0 ? worker : { ...worker, stopped: null },
    );
    const { memory } = await aMorning({ workers: half, shards: 4 });
    memory.state.answers.push(...bad(2));
    await work(memory);
    expect(tally(memory)).toMatchObject({ sent: 198, 'skipped: stopped': 200 });
  });

  it('are written down no more than fifty times, however many follow', async () => {
    const { memory } = await morning(600);
    let written = 0;
    const { save } = memory.slices;
    Object.assign(memory.slices, {
      save: (...given: Parameters<typeof save>) => {
        if (given[2]) written += 1;
        return save(...given);
      },
    });
    await work(memory);
    expect(memory.state.outbox).toHaveLength(600);
    expect(written).toBeLessThanOrEqual(20);
  });
});

describe('a step that halted itself', () => {
  async function halted(people = 400, answers = bad(3)) {
    const { memory } = await morning(people, answers);
    await work(memory);
    return memory;
  }

  it('stays halted, whoever queues its slices again', async () => {
    const memory = await halted();
    for (const minutes of [31, 16]) {
      later(memory, minutes * 60);
      await watch(memory, settings);
      expect((await work(memory)).filter((end) => end === 'halted')).toHaveLength(4);
    }
    expect(memory.state.outbox).toHaveLength(47);
    // Those of the two other zones, whose schedules did not fire in this test.
    expect(memory.state.counted.get('requeued')).toBe(8);
  });

  it('is shown with what went wrong', async () => {
    const memory = await halted();
    expect(await haltedSteps('2026-11-11', memory)).toEqual([
      {
        ...{ ...today, planVersion: 1, zones: ['Asia/Jakarta'] },
        planned: { anchor: 'due', offsetDays: -5 },
        ...{ sent: 47, failed: 3, unknown: 0, overParts: 0 },
      },
    ]);
    expect(await haltedSteps('2026-11-12', memory)).toHaveLength(1);
    expect(await haltedSteps('2026-11-10', memory)).toEqual([]);
  });

  it('goes on after a person’s word, and nobody is texted twice', async () => {
    const memory = await halted();
    expect(await release(memory)).toBe(4);
    expect(new Set(await work(memory))).toEqual(new Set(['finished']));
    expect(tally(memory)).toEqual({ 'failed: made up: refused': 3, sent: 397 });
    expectNoneTwice(memory);
    expect(await haltedSteps('2026-11-11', memory)).toEqual([]);
    expect(await release(memory)).toBe(0);
  });

  it('goes on however bad what follows is, once a person has said so', async () => {
    const memory = await halted(400, bad(400));
    await release(memory);
    await work(memory);
    expect(tally(memory)).toEqual({ 'failed: made up: refused': 400 });
  });

  it('writes who was missed where nobody lets it go on, and that rings', async () => {
    const memory = await halted();
    memory.state.now = '2026-11-12T13:00:00.000Z';
    for (let round = 0; round < 2; round++) {
      await watch(memory, settings);
      await work(memory);
    }
    expect(tally(memory)).toEqual({
      'failed: made up: refused': 3,
      sent: 47,
      'missed: halted': 350,
    });
    expect(memory.state.counted.get('missed')).toBe(350);
    const missed = (await memory.attention.list('missed', null)).items;
    expect(missed.reduce((sum, { count }) => sum + Number(count), 0)).toBe(350);
    expect(missed.every(({ reason }) => reason === 'halted')).toBe(true);
  });

  it('sends nothing after its last window, even if it is let go on then', async () => {
    const memory = await halted();
    memory.state.now = '2026-11-12T13:00:00.000Z';
    await release(memory);
    await work(memory);
    expect(memory.state.outbox).toHaveLength(47);
  });

  it('is not let go on where it never halted', async () => {
    const { memory } = await morning(400);
    await expect(release(memory)).rejects.toMatchObject({ code: 'not-found' });
    await work(memory);
    await expect(release(memory)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is not let go on where the plan has no such step any more', async () => {
    const memory = await halted();
    edit(memory, { steps: planWith().steps.filter(({ id }) => id !== 'before') });
    await expect(release(memory)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is not let go on where the step is switched off', async () => {
    const memory = await halted();
    edit(memory, { steps: planWith({ step: { enabled: false } }).steps });
    await expect(release(memory)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('tickets of a sender that died', () => {
  it('count as unknown where a text may have left, and come back where none did', async () => {
    const { memory, meanwhile } = await morning(400);
    // Six texts of the first ten leave; the other claims stand, and nobody is there any more.
    let sends = 0;
    const dies = () => {
      sends += 1;
      if (sends > 6) throw new Error('the process died');
    };
    meanwhile('sms.send', dies, 10);
    const first = memory.state.queued.shift();
    if (!first) throw new Error('Nothing is queued');
    await expect(sendReminders(first.key, 'dead', memory, settings)).rejects.toThrow('died');
    // Its message is seen again when it is no longer invisible.
    memory.state.queued.push({ ...first, delaySeconds: 720 });
    const ends = await work(memory);
    expect(tally(memory)).toEqual({ sent: 46, 'unknown: sender-stopped': 4 });
    expect(ends).toContain('on-trial');
    expect(ends.at(-1)).toBe('halted');
    expectNoneTwice(memory);
  });

  it('come back where it died before any claim, and nothing halts', async () => {
    const { memory, meanwhile } = await morning(400);
    meanwhile(
      'reminders.write',
      () => {
        throw new Error('the process died');
      },
      10,
    );
    const first = memory.state.queued.shift();
    if (!first) throw new Error('Nothing is queued');
    await expect(sendReminders(first.key, 'dead', memory, settings)).rejects.toThrow('died');
    memory.state.queued.push({ ...first, delaySeconds: 720 });
    await work(memory);
    expect(tally(memory)).toEqual({ sent: 400 });
    expectNoneTwice(memory);
  });
});

describe('all zones', () => {
  const nineInBali = '2026-11-11T01:00:00.000Z';
  const halves = (): readonly Worker[] =>
    workersNamed(400).map((worker, index) => ({
      ...worker,
      province: index % 8 < 4 ? 'Bali' : 'Jawa Tengah',
    }));

  async function baliHalts() {
    const { memory } = await aMorning({ workers: halves(), shards: 4, now: nineInBali });
    memory.state.queued.splice(0);
    memory.state.slices.clear();
    memory.state.answers.push(...bad(3));
    await fire(memory, 'Asia/Makassar', nineInBali);
    return memory;
  }

  async function fire(memory: InMemoryPorts, zone: Zone, scheduledAt: string) {
    memory.state.now = scheduledAt;
    await planRun({ zone, time: '09:00', scheduledAt }, memory, settings);
    return work(memory);
  }

  it('share the fifty: the first to fire is the trial of the others', async () => {
    const memory = await baliHalts();
    expect(new Set(await fire(memory, 'Asia/Jakarta', nine))).toEqual(new Set(['halted']));
    expect(memory.state.outbox).toHaveLength(47);
    expect(await haltedSteps('2026-11-11', memory)).toMatchObject([
      { zones: ['Asia/Jakarta', 'Asia/Makassar'] },
    ]);
    await release(memory);
    await work(memory);
    expect(memory.state.outbox).toHaveLength(397);
    expectNoneTwice(memory);
  });

  it('get a text that was corrected before their hour without a person’s word, on trial', async () => {
    const memory = await baliHalts();
    edit(memory, { steps: planWith({ step: { texts: { id: 'Yth. {name}: {amount}' } } }).steps });
    memory.state.answers.push(...bad(2));
    await fire(memory, 'Asia/Jakarta', nine);
    expect(memory.state.outbox).toHaveLength(47 + 198);
    expect(await haltedSteps('2026-11-11', memory)).toMatchObject([{ zones: ['Asia/Makassar'] }]);
  });
});

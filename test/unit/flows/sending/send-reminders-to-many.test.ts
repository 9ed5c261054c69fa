import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Worker } from '#domain/people/worker';
import { addCounts, type Counts, countOf } from '#domain/sending/slice';
import type { NextAnswer } from '#local/memory/state';
import { aWorker } from '../../../builders.ts';
import {
  aMorning,
  outcomeOf,
  planWith,
  texted,
  theSlice,
  workersNamed,
  workOff,
} from '../given.ts';
import { settings } from '../settings.ts';

const siti = aWorker();

describe('one who cannot be texted does not stop the others', () => {
  const [broken = siti, ...others] = workersNamed(12);

  it('when their row cannot be read: it is set aside with the reason', async () => {
    const { memory } = await aMorning({ workers: [broken, ...others] });
    memory.state.unreadable.set(broken.workerId, {
      reason: 'coveredThrough: is not a month',
      rev: 3,
    });
    expect(await workOff(memory)).toEqual(['finished']);
    expect(outcomeOf(memory, broken)).toBe(
      'failed: row-unreadable: coveredThrough: is not a month',
    );
    expect(others.map((worker) => outcomeOf(memory, worker))).toEqual(others.map(() => 'sent'));
    expect((await memory.attention.list('failed', null)).items).toMatchObject([
      { workerId: broken.workerId },
    ]);
  });

  it('when there is not even a number to write a row against', async () => {
    const { memory } = await aMorning({ workers: [broken, ...others] });
    memory.state.unreadable.set(broken.workerId, {
      reason: 'rev: expected number',
      rev: Number.NaN,
    });
    expect(await workOff(memory)).toEqual(['finished']);
    expect([outcomeOf(memory, broken), memory.state.outbox.length]).toEqual([undefined, 11]);
  });

  it('when the text in their language is longer than the step allows', async () => {
    const english = aWorker({ ...broken, language: 'en' });
    const texts = { id: 'Yth. {name}, {amount}.', en: 'x'.repeat(161) };
    const { memory } = await aMorning({
      workers: [english, ...others],
      plan: planWith({ step: { texts } }),
    });
    await workOff(memory);
    expect(outcomeOf(memory, english)).toBe(
      'failed: text-too-long: The text of step "before" takes 2 SMS parts for this worker; the step allows 1.',
    );
    expect(memory.state.outbox).toHaveLength(11);
    expect(theSlice(memory).counts).toEqual({ failed: 1, sent: 11 });
  });
});

describe('a month’s budget', () => {
  it.each<[string, number, number, Counts]>([
    ['for exactly so many texts is used up', 12, 12 * 2_640, { sent: 12 }],
    [
      'that lacks one rupiah does without the last',
      12,
      12 * 2_640 - 1,
      { sent: 11, skipped: { budget: 1 } },
    ],
    [
      'for two of twelve goes to the first two',
      12,
      2 * 2_640,
      { sent: 2, skipped: { budget: 10 } },
    ],
    ['too small for one text sends none', 3, 2_639, { skipped: { budget: 3 } }],
  ])('%s', async (_, count, monthlyBudgetRupiah, counts) => {
    const { memory } = await aMorning({
      workers: workersNamed(count),
      plan: planWith({ monthlyBudgetRupiah }),
    });
    await workOff(memory);
    const spent = 2_640 * (counts.sent ?? 0);
    expect(theSlice(memory).counts).toEqual(counts);
    expect(memory.state.outbox).toHaveLength(counts.sent ?? 0);
    expect(memory.state.budgets.get('2026-11') ?? { committed: 0, spent: 0 }).toEqual({
      committed: spent,
      spent,
    });
  });

  it('that earlier runs have used stays used', async () => {
    const { memory } = await aMorning({
      workers: workersNamed(3),
      plan: planWith({ monthlyBudgetRupiah: 3 * 2_640 }),
    });
    memory.state.budgets.set('2026-11', { committed: 2 * 2_640, spent: 2 * 2_640 });
    await workOff(memory);
    expect(theSlice(memory).counts).toEqual({ sent: 1, skipped: { budget: 2 } });
  });

  it('is not charged for what the provider refused', async () => {
    const { memory } = await aMorning({
      workers: workersNamed(2),
      plan: planWith({ monthlyBudgetRupiah: 2 * 2_640 }),
    });
    memory.state.answers.push({ status: 'refused' });
    await workOff(memory);
    expect(memory.state.budgets.get('2026-11')).toEqual({ committed: 2_640, spent: 2_640 });
  });
});

describe('everybody', () => {
  it('of 1,200, more than two pages, gets exactly one text', async () => {
    const { memory } = await aMorning({ workers: workersNamed(1_200) });
    const fast = { ...settings, smsPartsPerSecond: 2_000 };
    expect(await workOff(memory, fast)).toEqual(['on-trial', 'finished']);
    expect(memory.state.outbox).toHaveLength(1_200);
    expect(new Set(memory.state.outbox.map(({ phone }) => phone)).size).toBe(1_200);
    expect(theSlice(memory).counts).toEqual({ sent: 1_200 });
    expect(['due', 'sent'].map((name) => memory.state.counted.get(name))).toEqual([1_200, 1_200]);
  });

  const kinds: readonly Partial<Worker>[] = [
    {},
    { phone: null },
    { stopped: { until: null } },
    { credit: 9_000 },
    { language: 'su' },
  ];
  const answers: readonly NextAnswer[] = [
    { status: 'sent' },
    { status: 'refused' },
    { status: 'try-later' },
    { status: 'unknown', left: true },
  ];

  it('has one row and at most one text, and right counts, whatever SNS answers', async () => {
    const given = fc.record({
      workers: fc.array(fc.constantFrom(...kinds), { maxLength: 40 }),
      answers: fc.array(fc.constantFrom(...answers), { maxLength: 40 }),
      budget: fc.option(fc.integer({ min: 1, max: 100_000 })),
    });
    await fc.assert(
      fc.asyncProperty(given, async (facts) => {
        const workers = workersNamed(facts.workers.length).map((worker, index) => ({
          ...worker,
          ...facts.workers[index],
        }));
        const { memory } = await aMorning({
          workers,
          plan: planWith({ monthlyBudgetRupiah: facts.budget }),
        });
        memory.state.answers.push(...facts.answers);
        await workOff(memory);
        const rows = [...memory.state.reminders.values()];
        expect(rows).toHaveLength(workers.length);
        expect(
          Math.max(0, ...workers.map(({ phone }) => (phone ? texted(memory, phone) : 0))),
        ).toBeLessThanOrEqual(1);
        expect(theSlice(memory).counts).toEqual(rows.map(countOf).reduce(addCounts, {}));
        const { committed, spent } = memory.state.budgets.get('2026-11') ?? {
          committed: 0,
          spent: 0,
        };
        expect([committed, spent <= (facts.budget ?? Number.POSITIVE_INFINITY)]).toEqual([
          spent,
          true,
        ]);
      }),
      { numRuns: 60 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { haltedSteps } from '#flows/sending/trial/halted-steps';
import { watch } from '#flows/sending/watching/watchdog';
import type { NextAnswer } from '#local/memory/state';
import { edit, later, planWith } from '../given.ts';
import { bad, expectNoneTwice, morning, release, settings, tally, work } from './halting-given.ts';

describe('a text that was corrected after the halt', () => {
  const corrected = planWith({ step: { texts: { id: 'Yth. {name}: {months} {amount}' } } }).steps;

  async function corrects(answers: readonly NextAnswer[] = []) {
    const { memory } = await morning(400, bad(3));
    await work(memory);
    edit(memory, { steps: corrected });
    memory.state.answers.push(...answers);
    return memory;
  }

  it('does not leave before a person says so', async () => {
    const memory = await corrects();
    later(memory, 1_000);
    await watch(memory, settings);
    await work(memory);
    expect(memory.state.outbox).toHaveLength(47);
  });

  it('is what the rest gets, under the version that says it', async () => {
    const memory = await corrects();
    await release(memory);
    await work(memory);
    expect(tally(memory)).toEqual({ 'failed: made up: refused': 3, sent: 397 });
    const after = memory.state.outbox.slice(47).map(({ text }) => text);
    expect(after.every((text) => /^Yth\. Pekerja \d+: /.test(text))).toBe(true);
    expect(
      [...memory.state.reminders.values()].filter(({ planVersion }) => planVersion === 2),
    ).toHaveLength(350);
    expectNoneTwice(memory);
  });

  it('is tried anew: fifty leave, and it halts again', async () => {
    const memory = await corrects(bad(3));
    await release(memory);
    await work(memory);
    expect(memory.state.outbox).toHaveLength(47 + 47);
    expect(await haltedSteps('2026-11-11', memory)).toMatchObject([{ planVersion: 2, failed: 3 }]);
  });

  it('stays with the newer version where two let it go on in the same moment', async () => {
    const { memory, meanwhile } = await morning(400, bad(3));
    await work(memory);
    edit(memory, { steps: corrected });
    meanwhile('slices.save', async () => {
      edit(memory, { steps: planWith({ step: { texts: { id: '{name}: {amount}' } } }).steps });
      await release(memory);
    });
    await release(memory);
    const slices = [...memory.state.slices.values()];
    expect(slices.map(({ planVersion }) => planVersion)).toEqual([3, 2, 2, 2]);
    await work(memory);
    expect(tally(memory)).toEqual({ 'failed: made up: refused': 3, sent: 397 });
  });

  it('goes on with the first text again, where the plan was set back to it', async () => {
    const memory = await corrects(bad(3));
    await release(memory);
    await work(memory);
    edit(memory, { steps: planWith().steps });
    await release(memory);
    await work(memory);
    expect(tally(memory)).toEqual({ 'failed: made up: refused': 6, sent: 394 });
    expectNoneTwice(memory);
  });

  it('is the same text where only other lines of the plan changed: it just goes on', async () => {
    const { memory } = await morning(400, bad(400));
    await work(memory);
    edit(memory, { catchUpDays: 2 });
    await release(memory);
    await work(memory);
    expect(tally(memory)).toEqual({ 'failed: made up: refused': 400 });
  });
});

import { describe, expect, it } from 'vitest';
import { setPaused } from '#flows/plan/change-plan';
import { watch } from '#flows/sending/watching/watchdog';
import {
  aMorning,
  aStage,
  later,
  outcomes,
  planWith,
  theSlice,
  workersNamed,
  workOff,
} from '../given.ts';
import { settings } from '../settings.ts';
import { handOf, versionOf } from './changing.ts';

describe('the kill switch', () => {
  it('twice is once', async () => {
    const { memory } = aStage();
    expect(versionOf(await setPaused(true, handOf(memory)))).toBe(2);
    expect(versionOf(await setPaused(true, handOf(memory, 'budi')))).toBe(2);
    expect(versionOf(await setPaused(false, handOf(memory)))).toBe(3);
  });

  it('works where an older version of us left a plan that would be refused today', async () => {
    const { memory } = aStage({ plan: planWith({ step: { at: '23:00' } }) });
    expect(await setPaused(true, handOf(memory))).toMatchObject({ status: 'current' });
  });

  it('stops a slice within ten texts; afterwards nobody is missed or texted twice', async () => {
    const { memory, meanwhile } = await aMorning({ workers: workersNamed(45) });
    meanwhile('sms.send', () => undefined, 14);
    meanwhile('sms.send', () => setPaused(true, handOf(memory)));
    expect(await workOff(memory)).toEqual(['not-now']);
    expect(memory.state.outbox).toHaveLength(20);
    later(memory, 1_800);
    await watch(memory, settings);
    expect(memory.state.queued).toEqual([]);
    await setPaused(false, handOf(memory));
    await watch(memory, settings);
    await workOff(memory);
    expect(outcomes(memory)).toEqual(Array(45).fill('sent'));
    expect(new Set(memory.state.outbox.map(({ phone }) => phone)).size).toBe(45);
    expect(theSlice(memory)).toMatchObject({
      state: 'finished',
      counts: { sent: 45 },
      planVersion: 1,
    });
  });
});

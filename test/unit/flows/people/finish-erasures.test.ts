import { expect, it } from 'vitest';
import { eraseWorker } from '#flows/people/change-worker';
import { finishErasures } from '#flows/people/finish-erasures';
import { aWorker } from '../../../builders.ts';
import { aStage, later } from '../given.ts';

const siti = aWorker();

it('an erasure that broke off is finished a minute later, once, and an alarm tells of it', async () => {
  const { memory, meanwhile } = aStage();
  meanwhile('workers.sweep', () => {
    throw new Error('the function was stopped');
  });
  await expect(eraseWorker(siti.workerId, memory)).rejects.toThrow('was stopped');
  later(memory, 59);
  expect(await finishErasures(memory)).toBe(0);
  later(memory, 1);
  expect(await finishErasures(memory)).toBe(1);
  expect(memory.state.counted.get('erasures-finished')).toBe(1);
  expect(await finishErasures(memory)).toBe(0);
  expect(await memory.erasures.unfinished()).toEqual([]);
});

it('one that came to its end, or was asked for again, leaves nothing to finish', async () => {
  const { memory, meanwhile } = aStage();
  meanwhile('workers.sweep', () => {
    throw new Error('the function was stopped');
  });
  await eraseWorker(siti.workerId, memory).catch(() => undefined);
  await eraseWorker(siti.workerId, memory);
  later(memory, 3_600);
  expect(await finishErasures(memory)).toBe(0);
});

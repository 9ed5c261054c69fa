import { expect, it, vi } from 'vitest';
import { aWorker } from '../../builders.ts';
import { givenHandlers, invoke } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();

it('buys with credit what has begun, and logs how many', async () => {
  await given.memory.workers.create(aWorker({ credit: 8_400 }));
  expect(await invoke('spend-credit', {})).toEqual({ bought: 1 });
  expect(await invoke('spend-credit', {})).toEqual({ bought: 0 });
  expect(given.printed.join('')).toContain('"bought":1');
});

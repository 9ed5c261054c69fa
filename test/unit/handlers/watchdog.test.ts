import { expect, it, vi } from 'vitest';
import { aWorker } from '../../builders.ts';
import { givenHandlers, invoke } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();

/** In Jakarta, on Wednesday 11 November 2026. */
const at = (time: string): string => new Date(`2026-11-11T${time}:00+07:00`).toISOString();

async function roundAt(time: string): Promise<string> {
  vi.setSystemTime(Date.parse(at(time)));
  given.printed.length = 0;
  await invoke('watchdog', {});
  return given.printed.join('');
}

it('writes what the stream hands to the counting, each round', async () => {
  await roundAt('09:15');
  expect(given.memory.state.pulse).toBe(at('09:15'));
});

it('counts for the alarms what should have happened, and else nothing', async () => {
  expect(await roundAt('09:15')).not.toMatch(/unsent|silent|late/);
  await given.memory.workers.create(aWorker());
  await given.memory.receipts.textsLeft(5, at('09:00'));
  await roundAt('09:30');
  const said = await roundAt('20:15');
  expect(said).toContain('"due-unsent":1');
  expect(said).toContain('"receipts-silent":1');
});

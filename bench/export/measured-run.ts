import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setInterval } from 'node:timers';
import { cpuSecondsOf, peakOf } from '../../test/stage/memory.ts';

/** `cpu`: seconds · `peak`: the most resident memory, in MB. */
export type Run = Readonly<{ cpu: number; peak: number; code: number; said: string }>;

/** Runs a file of this repository in a process of its own. */
export async function measuredRun(file: string, options: readonly string[]): Promise<Run> {
  const script = new URL(`../../${file}`, import.meta.url).pathname;
  const child = spawn(process.execPath, [script, ...options], { stdio: ['ignore', 'pipe', 2] });
  let [peak, cpu, said] = [0, 0, ''];
  child.stdout?.on('data', (some) => {
    said += some;
  });
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
    cpu = Math.max(cpu, cpuSecondsOf(child.pid));
  }, 100);
  const [code] = await once(child, 'close');
  clearInterval(watch);
  return { cpu, peak, code, said };
}

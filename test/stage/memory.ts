import { readFileSync } from 'node:fs';

/** The most memory that a process has had at once, in MB; 0 for one that is gone. */
export const peakOf = (pid: number | undefined): number => inMegabytes(pid, 'VmHWM');

/** Its memory at this moment. */
export const residentOf = (pid: number | undefined): number => inMegabytes(pid, 'VmRSS');

/** As Linux keeps it. */
function inMegabytes(pid: number | undefined, name: 'VmHWM' | 'VmRSS'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
}

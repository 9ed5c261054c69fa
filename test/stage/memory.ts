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

/** What a process has used of the processors, itself and for the kernel; 0 for one that is gone. */
export function cpuSecondsOf(pid: number | undefined): number {
  try {
    // The name, in brackets, may hold spaces; then come the fields from the third on.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / ticksASecond;
  } catch {
    return 0;
  }
}

const ticksASecond = 100;

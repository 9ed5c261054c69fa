import { readFileSync } from 'node:fs';

/** The most memory that a process has had at once, in MB, as Linux keeps it; 0 for one that is gone. */
export function peakOf(pid: number | undefined): number {
  try {
    return (
      Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) /
      1_024
    );
  } catch {
    return 0;
  }
}

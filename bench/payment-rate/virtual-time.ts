import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

export type VirtualTime = Readonly<{
  now(): number;
  iso(): string;
  sleep(milliseconds: number): Promise<void>;
  /** Millisecond by millisecond, as long as `goesOn`. */
  play(goesOn: () => boolean): Promise<void>;
  restore(): void;
}>;

/**
 * From here on every timer of this process runs in made-up time, those of the SDK and of our own
 * pauses too: a quarter of an hour passes as fast as it can be worked out, and alike on any
 * machine. Nothing may wait for a socket or a file meanwhile.
 */
export function virtualTime(begin: string): VirtualTime {
  const real = { setTimeout: globalThis.setTimeout, promised: timers.setTimeout };
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const due = new Map<number, (() => void)[]>();
  let now = Date.parse(begin);
  const at = (milliseconds: number, act: () => void): void => {
    const moment = now + Math.max(1, Math.ceil(milliseconds));
    due.set(moment, [...(due.get(moment) ?? []), act]);
  };
  const sleep = (milliseconds: number) => new Promise<void>((resolve) => at(milliseconds, resolve));
  globalThis.setTimeout = ((act: () => void, milliseconds = 0) =>
    at(milliseconds, act)) as unknown as typeof setTimeout;
  timers.setTimeout = sleep as typeof timers.setTimeout;
  syncBuiltinESMExports();
  return {
    now: () => now,
    iso: () => new Date(now).toISOString(),
    sleep,
    async play(goesOn) {
      while (goesOn()) {
        now += 1;
        const acts = due.get(now);
        if (!acts) continue;
        due.delete(now);
        for (const act of acts) act();
        await settled();
      }
    },
    restore() {
      globalThis.setTimeout = real.setTimeout;
      timers.setTimeout = real.promised;
      syncBuiltinESMExports();
    },
  };
}

import { install } from '@sinonjs/fake-timers';

export type EmulatorClock = Readonly<{
  moveTo(instant: number): void;
  /** What the machine's own clock says. */
  real(): number;
  stop(): void;
}>;

/**
 * Moves `Date` and nothing else: timers go on in real time. `Date` is the real time plus a lead in
 * milliseconds, added at each reading, so it neither drifts under load nor lags after a stall.
 * `keep` is given each new lead, for the next start.
 */
export function startClock(lead: number, keep: (lead: number) => void): EmulatorClock {
  const realNow = Date.now;
  let ahead = lead;
  const fake = install({ toFake: ['Date'] });
  Object.defineProperty(fake, 'now', { get: () => realNow() + ahead });
  keep(ahead);
  return {
    /** Milliseconds since 1970. Time goes forward only: an earlier instant changes nothing. */
    moveTo(instant) {
      const by = instant - Date.now();
      if (by <= 0) return;
      ahead += by;
      keep(ahead);
    },
    real: () => realNow(),
    stop: () => fake.uninstall(),
  };
}

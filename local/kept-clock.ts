import { startClock } from '#local/clock';
import type { State } from '#local/state';

/**
 * The clock continues from where it stood; at the very first start it begins at `now`. Where the
 * machine's own clock was set back since it was last seen, by `setBack` ms, ours does not go back
 * with it: leases, messages and delivery receipts that wait for a moment would wait days for it.
 */
export function keepClock(state: State, now: number | undefined) {
  const real = Date.now();
  const kept = state.read('clock.lead');
  const setBack = Math.max(0, Number(state.read('clock.real') ?? 0) - real);
  const lead = kept === undefined && now !== undefined ? now - real : Number(kept ?? 0) + setBack;
  const clock = startClock(lead, (ahead) => state.write('clock.lead', String(ahead)));
  const look = (): void => seen(state, clock.real());
  look();
  const looking = setInterval(look, 10_000).unref();
  return {
    clock: {
      moveTo: clock.moveTo,
      stop: (): void => {
        clearInterval(looking);
        look();
        clock.stop();
      },
    },
    first: kept === undefined,
    setBack,
  };
}

/** On a full disk the stage lives on, and so does its clock. */
function seen(state: State, real: number): void {
  try {
    state.write('clock.real', String(real));
  } catch {
    // Seen again in ten seconds.
  }
}

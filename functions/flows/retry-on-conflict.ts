const mostAttempts = 10;

/** Undefined from `attempt`: somebody else wrote meanwhile. Tried anew unless `isTooLate`. */
export async function retryOnConflict<T>(
  attempt: () => Promise<T | undefined>,
  giveUp: () => T,
  isTooLate: () => boolean = () => false,
): Promise<T> {
  for (let tries = 0; tries < mostAttempts && !isTooLate(); tries++) {
    const done = await attempt();
    if (done !== undefined) return done;
  }
  return giveUp();
}

const mostAttempts = 10;

/**
 * Tries a read and its conditional write up to ten times. Undefined from `attempt` says that
 * somebody else wrote meanwhile; `giveUp` says what failing means here.
 */
export async function retryOnConflict<T>(
  attempt: () => Promise<T | undefined>,
  giveUp: () => T,
): Promise<T> {
  for (let tries = 0; tries < mostAttempts; tries++) {
    const done = await attempt();
    if (done !== undefined) return done;
  }
  return giveUp();
}

const mostAttempts = 10;

/**
 * What is read, worked out and written under the condition that nobody wrote meanwhile: undefined says that somebody did, and it is tried anew from what
 * is there now. After ten attempts `giveUp` says what that means here.
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

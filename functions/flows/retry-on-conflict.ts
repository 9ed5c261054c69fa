const mostAttempts = 10;

/** Undefined from `attempt` says that somebody else wrote meanwhile: it is tried anew. */
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

import { createHmac } from 'node:crypto';
import type { Identity } from '#flows/people/worker-store';

/**
 * `secret` is made once for a stage and never changed: another one would make everybody somebody
 * else. 80 bits keep 42 million people apart.
 */
export const identity = (secret: string): Identity => ({
  workerIdOf: (nik) => `wrk_${createHmac('sha256', secret).update(nik).digest('hex').slice(0, 20)}`,
});

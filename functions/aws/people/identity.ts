import { createHmac } from 'node:crypto';
import type { Identity } from '#flows/people/worker-store';

/** `secret` never changes: else everybody is somebody else. 80 bits tell 42 million apart. */
export const identity = (secret: string): Identity & Readonly<{ fingerprint: string }> => {
  const hashed = (text: string): string =>
    createHmac('sha256', secret).update(text).digest('hex').slice(0, 20);
  return {
    workerIdOf: (nik) => `wrk_${hashed(nik)}`,
    /** Tells one secret from another and nothing about either; no NIK reads like this. */
    fingerprint: hashed('fingerprint of the NIK secret'),
  };
};

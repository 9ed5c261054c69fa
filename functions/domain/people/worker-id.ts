import { z } from 'zod';
import { problem } from '#domain/problem';
import { message } from '#domain/schema-issues';

/** `wrk_` and 20 hex digits of a keyed hash of the NIK: it does not say who the worker is, so it may stand in addresses and in the log. */
const pattern = /^wrk_[0-9a-f]{20}$/;

export const isWorkerId = (text: string): boolean => pattern.test(text);

export const workerIdSchema = z.string().regex(pattern, message(problem('not-a-worker-id')));

/** The id of the worker that is part of a longer key; null where there is none. */
export const workerIdWithin = (key: string): string | null =>
  key.split('#').find(isWorkerId) ?? null;

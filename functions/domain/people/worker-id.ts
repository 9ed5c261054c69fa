import * as z from 'zod';
import { problem } from '#domain/problem';
import { message } from '#domain/schema-issues';

/** 20 hex digits of a keyed hash of the NIK: safe in addresses and logs, as it names nobody. */
const pattern = /^wrk_[0-9a-f]{20}$/;

export const isWorkerId = (text: string): boolean => pattern.test(text);

export const workerIdSchema = z.string().regex(pattern, message(problem('not-a-worker-id')));

export const workerIdWithin = (key: string): string | null =>
  key.split('#').find(isWorkerId) ?? null;

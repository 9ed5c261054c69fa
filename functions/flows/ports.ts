import type { Instant } from '#domain/calendar/dates';

/**
 * What every flow may need; what one subject needs is a port in its folder. Ports are implemented
 * in functions/aws/ and local/memory/; test/contract/store.contract.ts holds both.
 */

export type Clock = {
  now(): Instant;
  sleep(milliseconds: number): Promise<void>;
};

export type Page<T> = Readonly<{ items: readonly T[]; next: string | null }>;

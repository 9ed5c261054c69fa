import type { Instant } from '#domain/calendar/dates';

/** test/contract/store.contract.ts holds the ports in functions/aws/ and local/memory/. */

export type Clock = {
  now(): Instant;
  sleep(milliseconds: number): Promise<void>;
};

export type Page<T> = Readonly<{ items: readonly T[]; next: string | null }>;

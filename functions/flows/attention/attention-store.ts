import type { Instant } from '#domain/calendar/dates';
import type { Page } from '#flows/ports';

export type AttentionStore = {
  list(kind: AttentionKind, cursor: string | null): Promise<Page<AttentionItem>>;
  /** False where it is not there. */
  resolve(kind: AttentionKind, id: string): Promise<boolean>;
};

export const attentionKinds = [
  'unknown',
  'failed',
  'missed',
  'undelivered',
  'unmatched',
  'flagged',
] as const;
export type AttentionKind = (typeof attentionKinds)[number];
export type AttentionItem = Readonly<
  { kind: AttentionKind; id: string; at: Instant } & Record<string, unknown>
>;

/** `queue`: its owner's name in triggers.ts. */
export type DeadLetters = {
  /** Only queues that are not empty; SQS estimates their counts. */
  list(): Promise<readonly Readonly<{ queue: string; count: number }>[]>;
};

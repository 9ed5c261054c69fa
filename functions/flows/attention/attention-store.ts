import type { Instant } from '#domain/calendar/dates';
import type { Page } from '#flows/ports';

export type AttentionStore = {
  list(kind: AttentionKind, cursor: string | null): Promise<Page<AttentionItem>>;
  /** Takes it off the list and changes nothing else. False where it is not there. */
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
/** `id` is its place among those of its kind. */
export type AttentionItem = Readonly<
  { kind: AttentionKind; id: string; at: Instant } & Record<string, unknown>
>;

/**
 * Messages that could not be handled wait in a queue for a person. `queue` is its owner's name in
 * triggers.ts.
 */
export type DeadLetters = {
  /** The queues that are not empty; SQS only estimates their counts. */
  list(): Promise<readonly Readonly<{ queue: string; count: number }>[]>;
};

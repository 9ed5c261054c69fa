import type { Instant } from '#domain/calendar/dates';
import type { Page } from '#flows/ports';

export type AttentionStore = {
  list(kind: AttentionKind, cursor: string | null): Promise<Page<AttentionItem>>;
  /** Takes it off the list; what it is about stays as it is. False where it is not there, or no longer. */
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

/** What could not be handled rests in a queue until a person has looked at it. `queue` names whose it is (triggers.ts). */
export type DeadLetters = {
  /** The queues in which something lies, with how much; the number is the queue's own estimate. */
  list(): Promise<readonly Readonly<{ queue: string; count: number }>[]>;
};

import type { AttentionFilter, Filtered } from '#domain/attention/attention-filter';
import type { Instant } from '#domain/calendar/dates';
import type { Change } from '#domain/people/worker';
import type { Page } from '#flows/ports';

export type AttentionStore = {
  /**
   * The latest first and all of them, where nothing else is asked for. A filtered page may be
   * short, or empty and have a next: a call looks at so many items at most.
   */
  list(
    kind: AttentionKind,
    cursor: string | null,
    asked?: AttentionAsked,
  ): Promise<Page<AttentionItem>>;
  /** The latest of each piece of the list, as of a moment ago; `isAll` where there are no more. */
  latest(kind: AttentionKind): Promise<Readonly<{ items: readonly Filtered[]; isAll: boolean }>>;
  /** Off the list, with the note for the timeline of its worker. False where it is not there. */
  resolve(kind: AttentionKind, id: string, noted: Noted): Promise<boolean>;
  /**
   * On the list again, as what it is about says. False where that would bring it there no more.
   * One that is there stays, and nothing is noted.
   */
  restore(kind: AttentionKind, id: string, noted: Noted): Promise<boolean>;
};

/** What is noted of the worker whom an item is about, if it is about one. */
export type Noted = (workerId: string | null) => Change | null;

export type AttentionAsked = Readonly<{ filter: AttentionFilter; oldestFirst: boolean }>;

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

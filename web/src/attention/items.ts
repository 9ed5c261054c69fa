import type { Planned } from '#domain/plan/planned';
import type { Reminder } from '#domain/sending/reminder';
import type { Callee } from '#flows/attention/list-items';
import type { DeadLetterQueue } from '#triggers';
import type { ReminderKind } from './kind-texts.ts';

export type Listed = Pick<Reminder, 'month' | 'step' | 'reason' | 'runId' | 'at'> &
  Readonly<{ id: string; kind: ReminderKind; planned: Planned }>;

/** About one text, or about all whom a slice of a run missed. */
export type Item = Listed &
  Readonly<{
    workerId: string;
    province: string;
    group?: string | null;
    worker?: Callee | null;
  }>;
export type Missed = Listed & Readonly<{ count: number }>;

export type Stuck = Readonly<{ id: string; queue: DeadLetterQueue; count: number }>;

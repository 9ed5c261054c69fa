import type { CalendarDate, Month } from '#domain/calendar/dates';
import type { Worker } from '#domain/people/worker';
import type { Plan } from '#domain/plan/plan';
import type { Rules } from '#domain/plan/rules';
import type { Settings } from '#domain/settings';
import type { RowChange } from '#flows/renewals/count-store';
import type { Person } from '#local/made-up';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import type { Chance } from '#local/simulation/chance';

/** `effect` in points, `kept` in months of three, `holdout` in percent. */
export type Made = Readonly<{
  workers: number;
  months: number;
  effect: number;
  kept: number;
  holdout: number;
  seed: number;
}>;

/** Where and when a year is played; what it writes is the same over any ports. */
export type Stage = Readonly<{
  memory: InMemoryPorts;
  settings: Settings;
  /** Every change of a counted row, in order. Whoever reads them may remove them. */
  changes: RowChange[];
  /** As stored. */
  workers: Readonly<{ get(workerId: string): Worker | undefined }>;
  from: Month;
  /** The first number of its made-up people. */
  first: number;
}>;

/** A payment as a line of a file for `npm run import:payments`. */
export type PaymentLine = Readonly<{
  reference: string;
  channel: string;
  nik: string;
  amount: number;
  paidAt: string;
  months: number | null;
}>;

export const settings: Settings = {
  stage: 'simulation',
  shards: 1,
  smsPartsPerSecond: 2_000,
  claimLeadMilliseconds: 200,
  priceUsdPerPart: 0.16073,
  maxPriceUsdPerPart: 0.65,
  rupiahPerUsd: 16_500,
  lapseMonths: 3,
  reactivation: 'resume',
  jointLeaveMovesDueDate: false,
  senderId: null,
  approval: false,
};

/** What a simulated year keeps from one day to the next. */
export type Play = Stage &
  Readonly<{
    made: Made;
    plan: Plan;
    chance: Chance;
    rules: Rules;
    people: Map<string, Person>;
    /** The month owed for which a worker has decided when to pay. */
    intents: Map<string, Month>;
    /** The workers who pay on a day, unless they have paid already. */
    paydays: Map<
      CalendarDate,
      Readonly<{ workerId: string; month: Month; months: number | null }>[]
    >;
    payments: PaymentLine[];
  }>;

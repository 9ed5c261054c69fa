import { z } from 'zod';
import { diceOf } from '#local/simulation/chance';

/** What SNS answers instead; it took the text only where the name says so. */
const snsFaults = ['throttle', 'timeout', 'error', 'refuse', 'accept-then-timeout'] as const;

const percent = z.number().min(0).max(100);

/** What goes wrong on request. Each part replaces the earlier one; a part not sent stays. */
export const faultsSchema = z
  .object({
    sns: z.array(
      z.object({
        kind: z.enum(snsFaults),
        count: z.number().int().positive(),
      }),
    ),
    carrier: z.object({
      deliveredPercent: percent.default(100),
      deadNumbers: z.array(z.string()).default([]),
    }),
    dynamodb: z.object({
      throttlePercent: percent.default(0),
      conflictPercent: percent.default(0),
      /** The same seed draws the same sequence of faults. */
      seed: z.number().int().optional(),
    }),
  })
  .partial()
  .strict();

export type SnsFault = (typeof snsFaults)[number];
export type DatabaseFault = 'throttle' | 'conflict';
type DatabaseFaults = Readonly<{ throttlePercent: number; conflictPercent: number }>;
export type Faults = ReturnType<typeof keepFaults>;

export function keepFaults() {
  let sns: SnsFault[] = [];
  let carrier: Readonly<{ deliveredPercent: number; deadNumbers: readonly string[] }> = {
    deliveredPercent: 100,
    deadNumbers: [],
  };
  let dynamodb: DatabaseFaults = { throttlePercent: 0, conflictPercent: 0 };
  let dice: () => number = Math.random;
  const injected: Partial<Record<`sns ${SnsFault}` | `dynamodb ${DatabaseFault}`, number>> = {};
  const count = (fault: keyof typeof injected) => {
    injected[fault] = (injected[fault] ?? 0) + 1;
  };
  return {
    set(asked: z.infer<typeof faultsSchema>): void {
      if (asked.sns)
        sns = asked.sns.flatMap(({ kind, count }) => Array.from({ length: count }, () => kind));
      carrier = asked.carrier ?? carrier;
      dynamodb = asked.dynamodb ?? dynamodb;
      const { seed } = asked.dynamodb ?? {};
      if (seed !== undefined) dice = diceOf(seed);
    },
    /** What becomes of the next text; each fault is used up in the order it was asked for. */
    nextSms(): SnsFault | undefined {
      const fault = sns.shift();
      if (fault) count(`sns ${fault}`);
      return fault;
    },
    dynamodb: () => dynamodb,
    /** What becomes of the next request to the database. */
    nextRequest(): DatabaseFault | undefined {
      const drawn = dice() * 100 - dynamodb.throttlePercent;
      if (drawn < 0) return 'throttle';
      return drawn < dynamodb.conflictPercent ? 'conflict' : undefined;
    },
    countRequest: (fault: DatabaseFault) => count(`dynamodb ${fault}`),
    /** `injected`: how many of each kind this process has made so far. */
    current: () => ({ sns, carrier, dynamodb, injected }),
  };
}

import { z } from 'zod';

const percent = z.number().min(0).max(100);

/** What goes wrong on request. Each part replaces the earlier one; a part not sent stays. */
export const faultsSchema = z
  .object({
    sns: z.array(
      z.object({
        kind: z.enum(['throttle', 'timeout', 'error', 'accept-then-timeout']),
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
    }),
  })
  .partial()
  .strict();

export type SnsFault = 'throttle' | 'timeout' | 'error' | 'accept-then-timeout';
export type DatabaseFaults = Readonly<{ throttlePercent: number; conflictPercent: number }>;
export type Faults = ReturnType<typeof keepFaults>;

export function keepFaults() {
  let sns: SnsFault[] = [];
  let carrier: Readonly<{ deliveredPercent: number; deadNumbers: readonly string[] }> = {
    deliveredPercent: 100,
    deadNumbers: [],
  };
  let dynamodb: DatabaseFaults = { throttlePercent: 0, conflictPercent: 0 };
  return {
    set(asked: z.infer<typeof faultsSchema>): void {
      if (asked.sns)
        sns = asked.sns.flatMap(({ kind, count }) => Array.from({ length: count }, () => kind));
      carrier = asked.carrier ?? carrier;
      dynamodb = asked.dynamodb ?? dynamodb;
    },
    /** What becomes of the next text; each fault is used up in the order it was asked for. */
    nextSms: (): SnsFault | undefined => sns.shift(),
    dynamodb: () => dynamodb,
    current: () => ({ sns, carrier, dynamodb }),
  };
}
